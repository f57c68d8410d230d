import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherAddOn } from '../src/local/other-add-on';

/**
 * Gives the tests a folder of their own for whatever they put down, and builds there what tests of whole workbooks run,
 * once: the add-on with the four forms of `four-forms.ts`.
 */
export default function beforeAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  process.env.FOLDER_OF_TESTS = folder;
  process.env.TMPDIR = folder;
  process.env.FOUR_FORMS = otherAddOn({ programme: 'src/local/proof/four-forms/programme.ts' });
}
