import { wordsOf } from '../../src/domain';
import { checks } from '../../src/domain/checks';
import { issueSentence, layoutSentence, remarkOf, uncheckedSentence } from '../../src/messages';
import type { Check, Form, Issue, Programme } from '../../src/model';
import { pastedWords } from '../../src/pipeline/pasted-words';
import { programme } from '../../src/programme';
import { foundInCase } from '../domain/checks/found-in-case';
import { sample } from '../domain/sample';

const LONGEST = 200;
const WORDS = 'Основы духовно-нравственной культуры народов России (второй год обучения, по выбору семьи)';
/** «Исправьте», «введите», «проверьте» … */
const ADVICE = /[а-яё]+(?:йте|ьте|ите)(?:сь)?(?![а-яё])/i;

/** The values of a finding as the longest words and the largest numbers make them. */
const longer = (value: string | number): string | number => {
  if (typeof value === 'number') return Number.isInteger(value) && value > 1 ? value * 100 + 1 : value;
  return /[а-яё]/i.test(value) ? `${value}, ${WORDS}, ${WORDS}` : value;
};
const lengthened = ({ details, ...issue }: Issue): Issue => ({
  ...issue,
  row: 3253,
  details: Object.fromEntries(Object.entries(details).map(([key, value]) => [key, longer(value)])),
});

/** The column of the same kind with the longest title. */
function longestLike({ fields }: Form, kind: string | undefined): string | undefined {
  const titles = Object.entries(fields).filter(([, field]) => field.kind === kind);
  return titles.sort(([, a], [, b]) => b.title.length - a.title.length)[0]?.[0];
}

/** Where a check of every form may say it: in each form that has such a column. */
function placesOf(of: Programme, check: Check, issue: Issue): Issue[] {
  const own = of.forms.find(({ key }) => key === issue.form)!;
  if (check.form !== undefined || issue.details.rule !== undefined) return [issue];
  if (issue.field === undefined) return programme.forms.map(({ key }) => ({ ...issue, form: key }));
  return programme.forms.flatMap((form) => {
    const field = longestLike(form, own.fields[issue.field!]?.kind);
    return field === undefined ? [] : [{ ...issue, form: form.key, field }];
  });
}

interface Said {
  readonly check: string;
  readonly text: string;
}

function sentencesOf(of: Programme, check: Check): Said[] {
  const found = check.cases.flatMap((example) => foundInCase(of, check, example)).map(lengthened);
  return found
    .flatMap((issue) => placesOf(of, check, issue))
    .map((issue) => {
      const among = programme.forms.some(({ key }) => key === issue.form) && issue.details.rule === undefined;
      const told = among ? programme : of;
      const form = told.forms.find(({ key }) => key === issue.form);
      return { check: check.id, text: issueSentence(issue, form, wordsOf(told)(issue)) };
    });
}

const said = [
  ...checks.flatMap((check) => sentencesOf(sample, check)),
  ...programme.checks.flatMap((check) => sentencesOf(programme, check)),
];

test('what checks find is told in 200 characters, however long the words and the numbers are', () => {
  expect(new Set(said.map(({ check }) => check)).size).toBeGreaterThan(70);
  expect(said.filter(({ text }) => text.length > LONGEST)).toEqual([]);
});

test('whatever is found, it is said what to do', () => {
  expect(said.filter(({ text }) => !ADVICE.test(text))).toEqual([]);
});

test('a row with every cell blank names some of its columns', () => {
  for (const form of programme.forms) {
    const blank = Object.keys(form.fields).map(
      (field): Issue => ({
        ...{ period: '2023-Q2', school: 's1', form: form.key, row: 1, field },
        ...{ id: 'cell/blank', severity: 'warning', details: {} },
      }),
    );
    const remark = remarkOf(blank, { form, words: wordsOf(programme) });
    expect(remark.length).toBeLessThanOrEqual(LONGEST);
    expect(remark).toMatch(ADVICE);
  }
});

const TROUBLES = [
  ...['tab/stray-row', 'block/shifted', 'block/out-of-order', 'block/no-end', 'block/key-twice', 'block/no-key'],
  ...['block/header-differs', 'block/outside-fields', 'tab/unrecognised', 'tab/no-head', 'tab/older-version'],
];

test('so is what keeps a tab from being read', () => {
  const longest = [...programme.forms].sort((a, b) => b.title.length - a.title.length)[0]!;
  for (const id of TROUBLES) {
    const problem = { id, row: 1234, form: longest.key, found: WORDS.slice(0, 40) };
    expect(layoutSentence(problem, programme.forms).length).toBeLessThanOrEqual(LONGEST);
    const told = uncheckedSentence([problem, problem, problem], programme.forms);
    expect([id, told.length <= LONGEST || told]).toEqual([id, true]);
    expect(told).toMatch(ADVICE);
  }
});

test('and what became of a pasted table', () => {
  for (const form of programme.forms)
    for (const [unknown, lost] of [[Array(9).fill(WORDS), []] as const, [[], Array(9).fill(WORDS)] as const]) {
      const told = pastedWords({ form, rows: 1234, unknown, lost });
      expect(told.length <= LONGEST || told).toBe(true);
      expect(told).toMatch(ADVICE);
    }
});
