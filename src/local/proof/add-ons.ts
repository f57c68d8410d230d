import { resolve } from 'node:path';
import { otherAddOn } from '../other-add-on';
import { Desk } from './desk';
import { type KeptWorld, keepWorld } from './kept-world';

let grown: string | undefined;

/** Folder of the add-on built with a programme that has grown; the working directory is the project's. */
export function grownAddOn(): string {
  grown ??= otherAddOn({ programme: 'src/local/proof/grown-programme.ts' });
  return grown;
}

const LIVE = 'test/fixtures/live/workbook-0.1.0.xlsx';
const IN_ITS_QUARTER = Date.UTC(2023, 5, 26, 1);

/** The workbook as version 0.1.0 left it: four quarters, seven schools, two tabs in draft. */
export async function olderWorld(dist: string): Promise<KeptWorld> {
  const { runtime } = new Desk(dist);
  await runtime.loadXlsx(resolve(LIVE));
  return { ...keepWorld(runtime), now: IN_ITS_QUARTER };
}
