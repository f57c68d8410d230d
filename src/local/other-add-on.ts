import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Builds the add-on with some of its modules replaced, e.g. `{ programme: 'src/local/bench/programme.ts' }`, and gives the
 * folder to hand to `createRuntime({ dist })`. The other file exports what the module does and may build on it: it still
 * gets the first one when it imports it. `school` is the module with a school for whose ordinary edits it is made ready.
 */
export function otherAddOn(instead: Readonly<Record<string, string>>, school?: string): string {
  const outdir = mkdtempSync(join(tmpdir(), 'add-on-'));
  const options = JSON.stringify({ outdir, instead, school });
  const program = `import { buildAddOn } from './src/local/build-add-on.mjs'; await buildAddOn(${options});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  return outdir;
}
