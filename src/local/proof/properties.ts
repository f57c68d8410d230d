import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOwn, type Share } from './share';

/** Every test that draws its cases imports this in the place of fast-check. */
const SEEDED = 'test/seeded.cjs';
const SEEDS = 20;
/** In milliseconds; far from what a test with so many draws takes. */
const TIMEOUT = '3600000';

export interface PropertiesProof {
  readonly seeds: number;
  readonly tests: number;
  readonly failures: readonly string[];
}

interface Told {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What jest tells of the tests of properties, each drawn with all these seeds. */
function toldWith(seeds: readonly number[]): Told {
  const folder = mkdtempSync(join(tmpdir(), 'properties-'));
  try {
    const file = join(folder, 'told.json');
    const args = ['-i', '--findRelatedTests', SEEDED, '--json', '--outputFile', file, '--testTimeout', TIMEOUT];
    const env = { ...process.env, SEEDS_OF_PROPERTIES: seeds.join() };
    const { stderr } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...args], { env });
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      throw new Error(`jest told nothing of seeds ${seeds.join()}: ${String(stderr).slice(0, 500)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failuresIn = ({ testResults }: Told): string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that cannot even be run has no tests to tell of.
    if (assertionResults.length === 0) return [`${name}: ${message.slice(0, 300)}`];
    return failed.map(({ fullName, failureMessages }) => `${fullName} – ${failureMessages.join(' ').slice(0, 300)}`);
  });

/** Runs the tests whose cases are drawn, with other draws than those of `npm test`. */
export function runProperties(share: Share): PropertiesProof {
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1).filter((seed) => isOwn(seed, share));
  const told = toldWith(seeds);
  return {
    seeds: seeds.length,
    tests: told.numPassedTests + told.numFailedTests,
    failures: failuresIn(told),
  };
}
