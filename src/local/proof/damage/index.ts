import { type CaseReport, runCase } from './case';
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
  readonly failures: readonly CaseReport[];
}

export interface DamageOptions {
  /** How often each kind is done, differently each time. */
  readonly seeds: number;
  /** How many random pairs of kinds are done one after the other. */
  readonly pairs: number;
  /** Every how many cases the built add-on does it all; the others go through the same code without publishing. */
  readonly wholeEvery?: number;
  /** Only these kinds. */
  readonly only?: readonly string[];
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

/** Damages filled tabs in every known way and counts what came of it: right figures, a named place, or silence. */
export function runDamage({ seeds, pairs, wholeEvery = 16, only, dist }: DamageOptions): DamageProof {
  const district = new PreparedDistrict(dist);
  const names = Object.keys(KINDS).filter((name) => !only || only.includes(name));
  const failures: CaseReport[] = [];
  let done = 0;
  const run = (kinds: readonly string[], seed: string, into: DamageCounts): void => {
    done += 1;
    const report = runCase(district, kinds, seed, done % wholeEvery === 0);
    count(into, report);
    if (failed(report)) failures.push(report);
  };
  const byKind = Object.fromEntries(names.map((name) => [name, counts()]));
  for (const name of names) for (let seed = 1; seed <= seeds; seed += 1) run([name], String(seed), byKind[name]!);
  const chance = new Chance('pairs');
  const together = counts();
  for (let pair = 1; pair <= pairs; pair += 1) run([chance.pick(names), chance.pick(names)], String(pair), together);
  return { kinds: byKind, pairs: together, failures };
}

/** One line for a failure: what to do to see it again, and what is wrong. */
export const failureLine = ({ kinds, seed, whole, silent, lost }: CaseReport): string =>
  `${kinds.join(' + ')}, seed ${seed}${whole ? ', whole' : ''}: ${[...silent.map((text) => `SILENT ${text}`), ...lost.map((text) => `LOSS ${text}`)].slice(0, 4).join(' | ')}`;

/** The whole proof in one line. */
export function damageLine({ kinds, pairs }: DamageProof): string {
  const all = [...Object.values(kinds), pairs];
  const sum = (of: keyof DamageCounts) => all.reduce((total, one) => total + one[of], 0);
  const parts = (['right', 'named', 'healed', 'silent', 'lost'] as const).map((key) => `${key} ${sum(key)}`);
  return `damage: ${Object.keys(kinds).length} kinds and ${pairs.tried} pairs, ${sum('tried')} cases (${sum('whole')} through the menu): ${parts.join(', ')}`;
}
