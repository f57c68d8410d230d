import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseLate } from './optimise-late';
import { addOnOf, GROWN } from './proof/add-ons';
import { added, PARTS, type Part, type Tally } from './proof/parts';
import { EVERY, SAMPLE, type Sizes } from './proof/sizes';
import { keepContexts } from './runtime/contexts';

const SHOWN = 20;

interface AddOn {
  readonly sizes: Sizes;
  /** This file, bundled with the add-on's programme. */
  readonly bundle: string;
  readonly dist: (pushed: string) => string;
  readonly grown: () => string;
}

const FOLDER = 'src/local/proof/four-forms';

/** What is under proof: a small add-on at every point, and what clasp pushes at some. */
const ADD_ONS: Readonly<Record<string, AddOn>> = {
  'four forms': {
    sizes: EVERY,
    bundle: 'proof-four-forms.cjs',
    dist: () => addOnOf(`${FOLDER}/programme.ts`),
    grown: () => addOnOf(`${FOLDER}/grown.ts`),
  },
  'as pushed': { sizes: SAMPLE, bundle: 'proof.cjs', dist: (pushed) => pushed, grown: () => addOnOf(GROWN) },
};

/** A part played on an add-on. */
interface Play {
  readonly name: string;
  readonly part: string;
  readonly addOn: string;
  readonly shares: number;
}

const sharesOf = ({ shares }: Part, { sizes }: AddOn): number => shares ?? sizes.shares;

/** Those named, each of parts and add-ons; where none is named, all. */
function playsOf(names: readonly string[]): Play[] {
  const unknown = names.filter((name) => !(name in PARTS) && !(name in ADD_ONS));
  if (unknown.length > 0)
    throw new Error(
      `no such part: ${unknown.join(', ')}; there are ${Object.keys({ ...PARTS, ...ADD_ONS }).join(', ')}`,
    );
  const among = (all: object) => {
    const named = Object.keys(all).filter((name) => names.includes(name));
    return named.length > 0 ? named : Object.keys(all);
  };
  return among(PARTS).flatMap((part) =>
    among(ADD_ONS)
      .slice(0, PARTS[part]!.once ? 1 : undefined)
      .map((addOn) => {
        const name = PARTS[part]!.once ? part : `${part}, ${addOn}`;
        return { name, part, addOn, shares: sharesOf(PARTS[part]!, ADD_ONS[addOn]!) };
      }),
  );
}

/** In a process of its own: `--share <add-on> <part> <dist> <grown> <index> <of>`. */
async function runShare([addOn, part, dist, grown, index, of]: readonly string[]): Promise<void> {
  optimiseLate();
  keepContexts();
  const what = { dist: dist!, grown: grown!, sizes: ADD_ONS[addOn!]!.sizes };
  const tell = (words: string): void => void process.send!({ words } satisfies Told);
  const tally = await PARTS[part!]!.run(what, { index: Number(index), of: Number(of), tell });
  process.send!({ tally } satisfies Told);
}

/** What a share says while it goes on, and at last what it came to. */
interface Told {
  readonly words?: string;
  readonly tally?: Tally;
}

const BROKEN = { cases: 0, counts: {} };

/** A share that dies is a failure of its own: the others go on. */
function inOwnProcess({ name, addOn, part, shares }: Play, index: number, pushed: string): Promise<Tally> {
  const { bundle, dist, grown } = ADD_ONS[addOn]!;
  const args = ['--share', addOn, part, dist(pushed), grown(), String(index), String(shares)];
  const share = `${name}, share ${index + 1} of ${shares}`;
  return new Promise((resolve, reject) => {
    let come: Tally | undefined;
    const child = fork(join(__dirname, bundle), args);
    child.on('message', ({ words, tally }: Told) => {
      come = tally ?? come;
      if (words) progress(`${share}: ${words}`);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      progress(`${share}: ended`);
      resolve(come ?? { ...BROKEN, failures: [`${share} died with ${code ?? signal}`] });
    });
  });
}

/** Beside the counts, which go to the standard output. */
const progress = (words: string): void => console.error(`${new Date().toLocaleTimeString('ru-RU')} ${words}`);

const inMinutes = (milliseconds: number): string => `${Math.round(milliseconds / 6000) / 10} min`;

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
async function prove(plays: readonly Play[], pushed: string): Promise<ReadonlyMap<Play, Tally>> {
  const queue = plays.flatMap((play) => Array.from({ length: play.shares }, (_, index) => ({ play, index })));
  const tallies = new Map(plays.map((play): [Play, Tally[]] => [play, []]));
  const work = async (): Promise<void> => {
    for (let share = queue.shift(); share; share = queue.shift()) {
      const done = tallies.get(share.play)!;
      done.push(await inOwnProcess(share.play, share.index, pushed));
      if (done.length === share.play.shares) tell(share.play.name, added(done));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return new Map([...tallies].map(([play, done]) => [play, added(done)]));
}

/** How many cases of each part were played, and what came of all. */
function inAll(tallies: ReadonlyMap<Play, Tally>): { words: string; failures: number } {
  const cases = new Map<string, number>();
  for (const [{ part }, tally] of tallies) cases.set(PARTS[part]!.of, (cases.get(PARTS[part]!.of) ?? 0) + tally.cases);
  const { failures } = added([...tallies.values()]);
  const ended = failures.length === 0 ? '0 losses, 0 silently wrong figures' : `${failures.length} failures`;
  const words = [...cases].map(([of, count]) => `${count} ${of}`).join(', ');
  return { words: `${words}: ${ended}`, failures: failures.length };
}

async function main(names: readonly string[]): Promise<void> {
  const plays = playsOf(names);
  // A copy, so that a build meanwhile does not change what is under proof.
  const pushed = mkdtempSync(join(tmpdir(), 'under-proof-'));
  cpSync(join(__dirname, '../dist'), pushed, { recursive: true });
  // Add-ons that are built for it go with it.
  process.env.TMPDIR = pushed;
  const started = Date.now();
  try {
    const { words, failures } = inAll(await prove(plays, pushed));
    console.log(`proof: ${words} (${inMinutes(Date.now() - started)})`);
    if (failures > 0) process.exitCode = 1;
  } finally {
    rmSync(pushed, { recursive: true, force: true });
  }
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--share') void runShare(rest);
else void main(process.argv.slice(2));
