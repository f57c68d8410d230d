import type { ArchiveFiles } from '../../pipeline';
import type { Command } from '../command';
import { restoreBook } from '../restore';
import type { Outcome } from '../run';

/** The archive is chosen and unpacked where the person sits: here its files come as texts, and each is checked again. */
export const restoreWorkbook: Command<[files: ArchiveFiles], Outcome> = {
  name: 'restoreWorkbook',
  needs: 'steps',
  run: restoreBook,
};
