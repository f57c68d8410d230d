import { join } from 'node:path';
import { runCuts } from './proof/cuts';
import { failureLine, runDamage } from './proof/damage';
import { runInterleavings } from './proof/interleavings';
import { runTyped } from './proof/typed';

const SEEDS = 200;
const PAIRS = 2000;
const SCHEDULES = 10_000;
const SHOWN = 20;

const dist = join(__dirname, '../dist');
const failures: string[] = [];

/** Runs one part of the proof, prints its line and how long it took. */
function part(name: string, run: () => { line: string; failures: readonly string[] }): void {
  const started = Date.now();
  const result = run();
  console.log(`${name}: ${result.line} (${Math.round((Date.now() - started) / 1000)} s)`);
  for (const failure of result.failures.slice(0, SHOWN)) console.log(`  ${failure}`);
  failures.push(...result.failures);
}

part('typed inputs', () => {
  const { tried, wrong } = runTyped({ dist });
  return { line: `${tried} spellings, ${wrong.length} wrong`, failures: wrong };
});

part('cuts', () => {
  const result = runCuts({ dist });
  const { points, doubles, refused, lost, mixed, different, leftovers } = result;
  const line = `${points} cut points, ${doubles} second cuts, ${refused} refused until recovery; lost ${lost}, mixed ${mixed}, different ${different}, leftovers ${leftovers}`;
  return { line, failures: result.failures };
});

part('at once', () => {
  const result = runInterleavings({ schedules: SCHEDULES, dist });
  const { schedules, refused, lost, mixed, duplicates, disordered } = result;
  const line = `${schedules} schedules, ${refused} edits refused by a closing; lost ${lost}, mixed ${mixed}, duplicates ${duplicates}, disordered ${disordered}`;
  return { line, failures: result.failures };
});

part('damage', () => {
  const { kinds, pairs, failures: failed } = runDamage({ seeds: SEEDS, pairs: PAIRS, dist });
  const sum = (of: (counts: typeof pairs) => number) =>
    Object.values(kinds).reduce((total, counts) => total + of(counts), of(pairs));
  const line = `${Object.keys(kinds).length} kinds × ${SEEDS} seeds and ${pairs.tried} pairs: right ${sum((c) => c.right)}, named ${sum((c) => c.named)}, healed ${sum((c) => c.healed)}; silent ${sum((c) => c.silent)}, lost ${sum((c) => c.lost)}`;
  return { line, failures: failed.map(failureLine) };
});

console.log(failures.length === 0 ? 'proof: 0 losses, 0 silently wrong figures' : `proof: ${failures.length} failures`);
if (failures.length > 0) process.exitCode = 1;
