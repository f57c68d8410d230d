import { wordsOf } from '../../../src/domain';
import type { Issue } from '../../../src/model';
import { programme } from '../../../src/programme';
import { classMistakes } from './classes';
import { issuesOn, SCHOOL_KEYS, type Tab, tabOf } from './clean-tab';
import { contextMistakes } from './context';
import { markMistakes } from './marks';
import type { Mistake } from './mistake';
import { pupilMistakes } from './pupils';
import { schoolLifeMistakes } from './school-life';
import { staffMistakes } from './staff';
import { transitionMistakes } from './transition';
import { workMistakes } from './works';

const MISTAKES: readonly Mistake[] = [
  ...classMistakes,
  ...markMistakes,
  ...pupilMistakes,
  ...contextMistakes,
  ...workMistakes,
  ...staffMistakes,
  ...schoolLifeMistakes,
  ...transitionMistakes,
];

const words = wordsOf(programme);
const nameOf = ({ form, what }: Mistake): string => `${form}: ${what}`;

/** What is said of a sum names all its fields. */
function names({ form, field, details }: Issue, asked: readonly string[]): boolean {
  if (field === undefined || asked.includes(field)) return true;
  const rule = programme.forms.find(({ key }) => key === form)!.sums.find(({ id }) => id === details.rule);
  return rule !== undefined && [...Object.keys(rule.parts), rule.whole].some((key) => asked.includes(key));
}

function findingsOf({ school, period, form, make, at, fields }: Mistake): Issue[] {
  const clean = tabOf(school, period);
  const lines = make(clean[form] ?? []);
  const typed: Tab = { ...clean, [form]: lines };
  const isThere = ({ row }: Issue): boolean => at(lines[row - 1] ?? {});
  return issuesOn(typed, school, period).filter(
    (issue) => issue.form === form && isThere(issue) && names(issue, fields),
  );
}

test('each of the mistakes changes what stands there', () => {
  const linesOf = ({ school, period, form }: Mistake) => tabOf(school, period)[form] ?? [];
  const idle = MISTAKES.filter((one) => JSON.stringify(one.make(linesOf(one))) === JSON.stringify(linesOf(one)));
  expect(idle.map(nameOf)).toEqual([]);
});

const LEAST = 0.95;

test('of the mistakes that schools make nearly all are found, in the right row and field', () => {
  const missed = MISTAKES.filter((mistake) => findingsOf(mistake).length === 0).map(nameOf);
  expect(MISTAKES.length).toBeGreaterThan(200);
  expect(new Set(MISTAKES.map(({ form }) => form)).size).toBe(programme.forms.length);
  const found = 1 - missed.length / MISTAKES.length;
  expect({ missed, isEnough: found >= LEAST }).toEqual({ missed, isEnough: true });
});

const MOST_FALSE = 3;
const PERIODS = ['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'] as const;

test.each(SCHOOL_KEYS)('a clean tab of %s is asked about next to nothing', (school) => {
  for (const period of PERIODS) {
    const said = issuesOn(tabOf(school, period), school, period);
    expect(said.filter(({ severity }) => severity === 'error').map(words)).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(MOST_FALSE);
  }
});
