import { resolve } from 'node:path';
import { otherAddOn } from '../other-add-on';
import { Desk } from './desk';
import { type KeptWorld, keepWorld } from './kept-world';

const built = new Map<string, string>();

/** Folder of the add-on built with the programme of a file, once; the working directory is the project's. */
export function addOnOf(programme: string): string {
  const folder = built.get(programme) ?? otherAddOn({ programme });
  built.set(programme, folder);
  return folder;
}

/** The programme that clasp pushes, grown by a form and a field. */
export const GROWN = 'src/local/proof/grown-programme.ts';

const LIVE = 'test/fixtures/live/workbook-0.1.0.xlsx';
const IN_ITS_QUARTER = Date.UTC(2023, 5, 26, 1);

/** The workbook as version 0.1.0 left it: four quarters, seven schools, two tabs in draft. */
export async function olderWorld(dist: string): Promise<KeptWorld> {
  const { runtime } = new Desk(dist);
  await runtime.loadXlsx(resolve(LIVE));
  return { ...keepWorld(runtime), now: IN_ITS_QUARTER };
}
