import { addOnOf, GROWN } from '../add-ons';
import { Desks } from '../desk';
import { programme as grownProgramme } from '../grown-programme';
import { isOwn, type Share, WHOLE } from '../share';
import { type CaseReport, runCase, type Successor } from './case';
import { Chance } from './chance';
import { PreparedDistrict } from './district';
import { KINDS } from './kinds';

export { KINDS };

export interface DamageCounts {
  tried: number;
  right: number;
  named: number;
  healed: number;
  silent: number;
  lost: number;
  /** How many of them went through the built add-on's menu and all its services. */
  whole: number;
}

export interface DamageProof {
  readonly kinds: Readonly<Record<string, DamageCounts>>;
  readonly pairs: DamageCounts;
  /** Of tabs that were damaged before the programme grew. */
  readonly grown: DamageCounts;
  readonly failures: readonly CaseReport[];
}

export interface DamageOptions {
  /** How often each kind is done, differently each time. */
  readonly seeds: number;
  /** How many random pairs of kinds are done one after the other. */
  readonly pairs: number;
  /** Every how many cases the built add-on does it all; the others go through the same code without publishing. */
  readonly wholeEvery?: number;
  /** How often each kind is done before the programme grows; the grown add-on then does it all. */
  readonly grown?: number;
  /** Folder of the add-on after its programme has grown. */
  readonly grownDist?: () => string;
  /** Only these kinds. */
  readonly only?: readonly string[];
  readonly share?: Share;
  /** Folder of the built add-on. */
  readonly dist?: string;
}

const counts = (): DamageCounts => ({ tried: 0, right: 0, named: 0, healed: 0, silent: 0, lost: 0, whole: 0 });

function count(into: DamageCounts, report: CaseReport): void {
  if (report.verdict === 'impossible') return;
  into.tried += 1;
  if (report.silent.length > 0) into.silent += 1;
  else if (report.verdict === 'right') into.right += 1;
  else into.named += 1;
  if (report.lost.length > 0) into.lost += 1;
  if (report.healed) into.healed += 1;
  if (report.whole) into.whole += 1;
}

const failed = ({ silent, lost }: CaseReport): boolean => silent.length + lost.length > 0;

const DRAWS = 5;

/** So many pairs in a row are done by one process. */
const PAIRS_TOGETHER = 20;

/** Damages filled tabs in every known way and counts what came of it: right figures, a named place, or silence. */
export function runDamage(options: DamageOptions): DamageProof {
  const {
    seeds,
    pairs,
    wholeEvery = 16,
    grown = 0,
    grownDist = () => addOnOf(GROWN),
    only,
    share = WHOLE,
    dist,
  } = options;
  const district = new PreparedDistrict(dist);
  const names = Object.keys(KINDS).filter((name) => only?.includes(name) ?? true);
  const failures: CaseReport[] = [];
  const run = (
    kinds: readonly string[],
    seed: number | string,
    whole: boolean,
    into: DamageCounts,
    successor?: Successor,
  ): void => {
    const report = runCase(district, kinds, String(seed), whole, successor);
    count(into, report);
    if (!failed(report)) return;
    failures.push(report);
    share.tell?.(failureLine(report));
  };
  const own = names.filter((_, index) => isOwn(index, share));
  const byKind = Object.fromEntries(own.map((name) => [name, counts()]));
  for (const name of own) {
    // Not the same seeds of every kind.
    const shift = names.indexOf(name);
    const counted = byKind[name]!;
    // A draw may be impossible on the tab it falls on; a kind is not left out for that.
    for (let seed = 1; seed <= seeds || (counted.tried === 0 && seed <= DRAWS * seeds); seed += 1)
      run([name], seed, (seed + shift) % wholeEvery === 0, counted);
    share.tell?.(`${name}: ${counted.tried} cases`);
  }
  const chance = new Chance('pairs');
  const together = counts();
  for (let pair = 1; pair <= pairs; pair += 1) {
    const kinds = [chance.pick(names), chance.pick(names)];
    if (isOwn(Math.floor(pair / PAIRS_TOGETHER), share)) run(kinds, pair, pair % wholeEvery === 0, together);
  }
  share.tell?.(`${together.tried} pairs`);
  const before = counts();
  if (grown > 0) {
    const successor = { programme: grownProgramme, desks: new Desks(grownDist()) };
    for (const name of own)
      for (let seed = 1; seed <= grown; seed += 1) run([name], `${seed}, then grown`, true, before, successor);
  }
  return { kinds: byKind, pairs: together, grown: before, failures };
}

/** One line for a failure: what to do to see it again, and what is wrong. */
export const failureLine = ({ kinds, seed, whole, silent, lost }: CaseReport): string =>
  `${kinds.join(' + ')}, seed ${seed}${whole ? ', whole' : ''}: ${[...silent.map((text) => `SILENT ${text}`), ...lost.map((text) => `LOSS ${text}`)].slice(0, 4).join(' | ')}`;
