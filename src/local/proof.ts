import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseLate } from './optimise-late';
import { added, PARTS, type Tally } from './proof/parts';
import { keepContexts } from './runtime/contexts';

const SHOWN = 20;

/** In a process of its own: `proof.cjs --share <part> <dist> <index> <of>`. */
async function runShare([name, dist, index, of]: readonly string[]): Promise<void> {
  optimiseLate();
  keepContexts();
  process.send!(await PARTS[name!]!.run(dist!, { index: Number(index), of: Number(of) }));
}

const inOwnProcess = (args: readonly string[]): Promise<Tally> =>
  new Promise((resolve, reject) => {
    let tally: Tally | undefined;
    const child = fork(__filename, ['--share', ...args]);
    child.once('message', (message) => {
      tally = message as Tally;
    });
    child.once('error', reject);
    child.once('exit', (code) => (tally ? resolve(tally) : reject(new Error(`${args.join(' ')} ended with ${code}`))));
  });

function tell(name: string, { counts, failures }: Tally): void {
  console.log(
    `${name}: ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  for (const failure of failures.slice(0, SHOWN)) console.log(`  ${failure}`);
  if (failures.length > SHOWN) console.log(`  and ${failures.length - SHOWN} more`);
}

/** Runs the parts in shares, as many at once as there are processors; tells each part when its last share has ended. */
async function prove(names: readonly string[], dist: string): Promise<number> {
  const queue = names.flatMap((name) =>
    Array.from({ length: PARTS[name]!.shares }, (_, index) => ({ name, index: String(index) })),
  );
  const tallies = new Map(names.map((name): [string, Tally[]] => [name, []]));
  const work = async (): Promise<void> => {
    for (let share = queue.shift(); share; share = queue.shift()) {
      const { name, index } = share;
      const { shares } = PARTS[name]!;
      const done = tallies.get(name)!;
      done.push(await inOwnProcess([name, dist, index, String(shares)]));
      if (done.length === shares) tell(name, added(done));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return added([...tallies.values()].flat()).failures.length;
}

/** All parts, or those named in the command. */
async function main(args: readonly string[]): Promise<void> {
  const unknown = args.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  // A copy, so that a build meanwhile does not change what is under proof.
  const dist = mkdtempSync(join(tmpdir(), 'under-proof-'));
  cpSync(join(__dirname, '../dist'), dist, { recursive: true });
  // Add-ons that the shares build go with it.
  process.env.TMPDIR = dist;
  const started = Date.now();
  try {
    const failures = await prove(args.length > 0 ? args : Object.keys(PARTS), dist);
    const minutes = Math.round((Date.now() - started) / 6000) / 10;
    const words = failures === 0 ? '0 losses, 0 silently wrong figures' : `${failures} failures`;
    console.log(`proof: ${words} (${minutes} min)`);
    if (failures > 0) process.exitCode = 1;
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--share') void runShare(rest);
else void main(process.argv.slice(2));
