import type { ArchiveFiles } from '../../pipeline';
import { saveArchive } from '../archive';
import type { Command } from '../command';

/** The same for archives that keep something of their own beside it. */
export const saveArchiveWith: Command<[attached: ArchiveFiles], { readonly id: string }> = {
  name: 'saveArchive',
  needs: 'lock',
  scopes: ['documents'],
  run: (attached) => saveArchive(attached),
};
