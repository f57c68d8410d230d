import { periodResults } from '../../src/domain';
import { defineCheck, type Figure, type Grid, NBSP, type PeriodKey, type School } from '../../src/model';
import {
  type Consolidation,
  checkTab,
  consolidate,
  exportResults,
  isUnread,
  mixedForms,
  publishedRows,
  remarksOf,
  rowsOfPeriod,
  storedPeriods,
} from '../../src/pipeline';
import { printsOf } from '../../src/pipeline/tab-prints';
import {
  BOX_COLUMN,
  HEAD,
  keyedDesign,
  periodsTab,
  readSettings,
  rowsTable,
  schoolTabDesign,
  settingsDesign,
  stampOf,
  type TabStatus,
  tableDesign,
} from '../../src/workbook';
import {
  applied,
  CLASS_A,
  contextRow,
  copyOf,
  factsFor,
  formOf,
  frozen,
  gridOf,
  MARKS_A,
  PERIOD,
  PUPILS_A,
  publishedTab,
  readTab,
  type TypedRow,
  typeInto,
} from '../build';
import { programme } from '../four-forms';

const [FIRST, SECOND, THIRD] = programme.schools as [School, School, School];
const AT = '2023-07-11T03:10';
/** Handed in at a moment, with what stands there. */
const handedIn =
  (at: string) =>
  (grid: Grid): TabStatus => ({
    state: 'submitted',
    at,
    by: 'school',
    prints: printsOf(checkTab(programme, readTab(grid))),
  });

const settingsOf = (period: PeriodKey = PERIOD) => {
  const { values, ...read } = readSettings(programme, gridOf(settingsDesign(programme, period)));
  return { ...read, values: { ...values, 'deadline-q2': '7 июля' } };
};

function tabOf(
  school: School,
  rows: Readonly<Record<string, readonly TypedRow[]>>,
  statusOf?: (grid: Grid) => TabStatus,
  period = PERIOD,
): Grid {
  const contents = { school, period, facts: factsFor() };
  const typed = (blank: Grid): Grid =>
    Object.entries(rows).reduce((grid, [form, own]) => typeInto(grid, form, own), blank);
  const draft = typed(gridOf(schoolTabDesign(programme, contents)));
  return statusOf ? typed(gridOf(schoolTabDesign(programme, { ...contents, status: statusOf(draft) }))) : draft;
}

const take = (...tabs: [School, Grid | null][]): Consolidation =>
  consolidate(
    frozen({
      programme,
      settings: settingsOf(),
      tabs: tabs.map(([school, grid]) => ({ school, grid: grid && copyOf(grid) })),
      at: AT,
    }),
  );

const tableRows = ({ publish }: Consolidation, key: string) => publish.find(({ table }) => table.key === key)!.rows;
const figure = ({ results }: Consolidation, indicator: string, school?: string): Figure =>
  results.figures.find(
    (item) =>
      item.indicator === indicator && !item.slice && (school ? item.school === school : item.scope === 'district'),
  )!;

const FULL = {
  classes: [CLASS_A],
  marks: [MARKS_A],
  pupils: [PUPILS_A],
  context: [{ ...contextRow('5', 15), letter: 'А' }],
};

describe('a damaged tab', () => {
  const damaged = tabOf(FIRST, FULL);
  damaged.splice(readTab(damaged).blocks.get('marks')!.endRow - 1, 1);
  const result = take([FIRST, damaged], [SECOND, tabOf(SECOND, FULL)], [THIRD, tabOf(THIRD, FULL)]);

  test('stops its own school only, and says where and what', () => {
    expect(Object.keys(result.trouble)).toEqual([FIRST.key]);
    expect(result.trouble[FIRST.key]).toMatch(/^строка \d+, форма «Отметки»: нет последней строки формы/);
  });

  test('gives no rows at all, so that no half of a school is counted', () => {
    expect(tableRows(result, 'rows/marks').map((row) => row.school)).toEqual([SECOND.key, THIRD.key]);
    expect(tableRows(result, 'rows/classes').map((row) => row.school)).toEqual([SECOND.key, THIRD.key]);
    expect(figure(result, 'pass-rate', FIRST.key).value).toBeNull();
    expect(figure(result, 'pass-rate')).toMatchObject({ rows: 2, denominator: 30 });
  });

  test('is named in «Состояние» and is not written to', () => {
    const [row] = tableRows(result, 'status');
    expect(row).toMatchObject({ school: FIRST.key, status: 'вкладка не прочитана', errors: '' });
    expect(row!.trouble).toBe(result.trouble[FIRST.key]);
    expect(result.remarks.map(({ tab }) => tab)).not.toContain(`school/${FIRST.key}`);
  });
});

test.each<[string, Grid | null, RegExp]>([
  ['a tab that is not there', null, /вкладки школы нет/],
  ['a tab of another school', tabOf(SECOND, FULL), /шапка другой школы/],
  ['a tab of another period', tabOf(FIRST, FULL, undefined, '2023-Q1'), /в другом периоде \(2023-Q1\)/],
])('%s stops that school with a reason', (_, grid, words) => {
  const result = take([FIRST, grid], [THIRD, tabOf(THIRD, FULL)]);
  expect(result.trouble[FIRST.key]).toMatch(words);
  expect(Object.keys(result.trouble)).toEqual([FIRST.key]);
  expect(figure(result, 'pass-rate').rows).toBe(1);
});

test('a consolidation knows that none of its tabs could be read', () => {
  expect(isUnread(take([FIRST, null], [SECOND, tabOf(SECOND, FULL, undefined, '2023-Q1')]))).toBe(true);
  expect(isUnread(take([FIRST, null], [SECOND, tabOf(SECOND, FULL)]))).toBe(false);
});

test('the type of a school is what the register says', () => {
  const tenth = tabOf(FIRST, { marks: [{ ...MARKS_A, grade: '10' }] });
  const ids = (type: string) => take([{ ...FIRST, type }, tenth]).results.issues.map(({ id }) => id);
  expect(ids('ООШ')).toContain('row/grade-not-taught');
  expect(ids('СОШ')).not.toContain('row/grade-not-taught');
});

describe('what is published', () => {
  const bad = { ...MARKS_A, subject: 'Химия', five: 9 };
  const result = take(
    [FIRST, tabOf(FIRST, { ...FULL, marks: [MARKS_A, bad] }, handedIn('2023-07-10T09:15'))],
    [SECOND, tabOf(SECOND, FULL, handedIn('2023-07-07T18:00'))],
    [THIRD, tabOf(THIRD, {})],
  );

  test('every row as typed, with its remark and whether it counts', () => {
    const rows = tableRows(result, 'rows/marks').filter((row) => row.school === FIRST.key);
    expect(rows.map((row) => [row['field:subject'], row['field:five'], row.counted])).toEqual([
      ['Математика', 2, 'да'],
      ['Химия', 9, 'нет'],
    ]);
    expect(rows[1]!.remark).toMatch(/^✖ Ошибка/);
  });

  test('one line of «Состояние» for each school of the register, in its order', () => {
    expect(tableRows(result, 'status').map((row) => row.school)).toEqual([FIRST.key, SECOND.key, THIRD.key]);
    expect(tableRows(result, 'status')[0]).toMatchObject({
      errors: 1,
      status: `сдано 10${NBSP}июля в 09:15`,
    });
    expect(tableRows(result, 'status')[2]).toMatchObject({ status: 'не сдано', 'form:marks': '○ не начато' });
    const states = Object.entries(result.statuses).map(([school, { state }]) => [school, state]);
    expect(states).toEqual([
      [FIRST.key, 'submitted'],
      [SECOND.key, 'submitted'],
      [THIRD.key, 'draft'],
    ]);
  });

  test('whether a school was in time: by the day that Настройки names', () => {
    expect(tableRows(result, 'status').map((row) => row.timeliness)).toEqual([
      'позже срока на 3 дн.',
      'в срок',
      'не сдано, срок 07.07.2023',
    ]);
  });

  test('totals of schools, groups and the district; slices of the district and groups', () => {
    const rows = tableRows(result, 'figures');
    expect(rows.some((row) => row.scope === 'школа' && row.slice !== '')).toBe(false);
    expect(rows.some((row) => row.scope === 'район' && row.slice === 'Математика')).toBe(true);
    expect(new Set(rows.map((row) => row.scope))).toEqual(new Set(['школа', 'группа', 'район']));
  });

  test('the state of each school as data beside its words', () => {
    expect(tableRows(result, 'status').map((row) => row.state)).toEqual(['submitted', 'submitted', 'draft']);
  });

  test('remarks and the words of the head only where they changed', () => {
    const grid = tabOf(FIRST, { ...FULL, marks: [MARKS_A, bad] });
    const blank = tabOf(THIRD, {});
    const written = take([FIRST, grid], [THIRD, blank]).remarks;
    const of = (key: string) => written.filter(({ tab }) => tab === `school/${key}`);
    expect([of(FIRST.key).length, of(THIRD.key).length]).toEqual([2, 1]);
    expect(take([FIRST, applied(grid, of(FIRST.key))], [THIRD, applied(blank, of(THIRD.key))]).remarks).toEqual([]);
  });
});

test('the status of a tab decides nothing: every row without an error counts', () => {
  const draft = take([FIRST, tabOf(FIRST, FULL)]);
  const handed = take([FIRST, tabOf(FIRST, FULL, handedIn('2023-07-05T10:00'))]);
  expect(draft.results.figures).toEqual(handed.results.figures);
});

describe('a tab that was changed after it had been handed in', () => {
  const handed = tabOf(FIRST, FULL, handedIn('2023-07-05T10:00'));
  const changed = typeInto(handed, 'marks', [{ ...MARKS_A, five: 3, four: 4 }]);
  const result = take([FIRST, changed], [SECOND, tabOf(SECOND, FULL, handedIn('2023-07-05T10:00'))]);

  test('is a draft again, and it is said whose and which form', () => {
    expect(result.dropped).toEqual([
      `${FIRST.name}: изменено после сдачи («Отметки» – изменены строки: 5 А Математика), отметка «Сдать» снята.`,
    ]);
    expect(result.statuses[FIRST.key]).toEqual({ state: 'draft', at: AT, by: 'school', changed: ['marks'] });
    expect(result.statuses[SECOND.key]!.state).toBe('submitted');
    expect(tableRows(result, 'status')[0]).toMatchObject({
      status: 'изменено после сдачи – сдайте ещё раз',
      timeliness: 'не сдано, срок 07.07.2023',
    });
  });

  test('shows it: the tick is taken away and the status says so; a second run has nothing more to say', () => {
    const after = applied(
      changed,
      result.remarks.filter(({ tab }) => tab === `school/${FIRST.key}`),
    );
    expect(readTab(after).status).toEqual(result.statuses[FIRST.key]);
    expect(after[HEAD.submit - 1]![BOX_COLUMN - 1]).toBe(false);
    const again = take([FIRST, after]);
    expect([again.dropped, again.remarks]).toEqual([[], []]);
  });

  test('counts all the same', () => {
    expect(figure(result, 'pass-rate')).toMatchObject({ rows: 2, denominator: 30 });
  });
});

test('an unseen change is remarked, and what was handed in is no longer so', () => {
  const grid = tabOf(FIRST, FULL);
  const seen = applied(grid, take([FIRST, grid]).remarks);
  const swapped = typeInto(seen, 'marks', [{ ...MARKS_A, five: MARKS_A.four, four: MARKS_A.five }]);
  expect(take([FIRST, swapped]).results.issues.map(({ id }) => id)).toContain('row/changed-unseen');
});

test('the same patches come of one tab alone', () => {
  const tab = { school: FIRST, grid: tabOf(FIRST, { ...FULL, marks: [{ ...MARKS_A, five: 9 }] }) };
  expect(remarksOf(programme, PERIOD, { at: AT }, tab)).toEqual(take([FIRST, tab.grid]).remarks);
  expect(remarksOf(programme, '2023-Q1', { at: AT }, tab)).toEqual([]);
  expect(remarksOf(programme, PERIOD, { at: AT }, { ...tab, grid: null })).toEqual([]);
});

describe('stored and read again', () => {
  const rows = {
    ...FULL,
    marks: [
      MARKS_A,
      { ...MARKS_A, subject: 'Химия', five: 'нет' },
      { ...MARKS_A, subject: '=Физика', five: new Date(2023, 4, 12) },
      { ...MARKS_A, grade: '1–4', letter: '', subject: 'Музыка' },
    ],
  };
  const result = take([FIRST, tabOf(FIRST, rows)], [SECOND, tabOf(SECOND, FULL)]);

  const stored: Record<string, Grid> = Object.fromEntries(
    programme.forms.map((form) => {
      const request = result.publish.find(({ table }) => table.key === rowsTable(form).key)!;
      return [form.key, publishedTab(gridOf(tableDesign(request.table)), request)];
    }),
  );
  const periods = storedPeriods(programme, {
    settings: settingsOf(),
    schools: [FIRST, SECOND],
    periods: gridOf(keyedDesign(periodsTab)),
    status: [],
    at: AT,
    rows: stored,
  });

  test('the rows give the same figures and the same remarks', () => {
    const [open] = periods;
    expect(open!.results.figures).toEqual(result.results.figures);
    expect(open!.results.issues).toEqual(result.results.issues);
    expect([open!.key, open!.closed, open!.when]).toEqual([PERIOD, false, AT]);
  });

  test('what is published of a school is what is read back from its tabs', () => {
    const published = publishedRows(programme, result.publish);
    const readBack = programme.forms.flatMap((form) => rowsOfPeriod(form, stored[form.key]!, PERIOD));
    expect([...published.values()].flat()).toEqual(
      [FIRST, SECOND].flatMap(({ key }) => readBack.filter(({ school }) => school === key)),
    );
  });

  test('the rows of a period are those of that period', () => {
    expect(rowsOfPeriod(formOf('marks'), stored.marks!, PERIOD)).toHaveLength(5);
    expect(rowsOfPeriod(formOf('marks'), stored.marks!, '2023-Q1')).toEqual([]);
  });

  test('a tab that is not as the run published it is noticed', () => {
    const tabs = Object.fromEntries(result.publish.map(({ table, rows: all }) => [table.key, stampOf(all)]));
    const mixed = (grids: Record<string, Grid>) => mixedForms(programme, grids, { period: PERIOD, tabs });
    expect(mixed(stored)).toEqual([]);
    expect(mixed({ ...stored, marks: gridOf(tableDesign(rowsTable(formOf('marks')))) })).toEqual([formOf('marks')]);
    const typed = copyOf(stored.marks!);
    typed[4]![7] = 1;
    expect(mixed({ ...stored, marks: typed })).toEqual([formOf('marks')]);
  });

  test('what a remark says has no say in what a row means: nonsense there changes nothing but the words', () => {
    const nonsense = Object.fromEntries(
      Object.entries(stored).map(([form, grid]) => {
        const column = grid[1]!.indexOf('remark');
        const spoilt = grid.map((cells, row) =>
          cells.map((cell, index) =>
            row > 2 && index === column && cell !== '' ? 'введено в процентах, сдвинуты' : cell,
          ),
        );
        return [form, spoilt];
      }),
    );
    const [open] = storedPeriods(programme, {
      settings: settingsOf(),
      schools: [FIRST, SECOND],
      periods: gridOf(keyedDesign(periodsTab)),
      status: [],
      at: AT,
      rows: nonsense,
    });
    expect(open!.results.figures).toEqual(result.results.figures);
    expect(open!.results.issues).toEqual(result.results.issues);
  });

  test('the export says of each school when it handed in, how late, and how much of each form is there', () => {
    const tabs = [
      { school: FIRST, grid: tabOf(FIRST, { ...FULL, pupils: [] }, handedIn('2023-07-10T09:15')) },
      { school: SECOND, grid: tabOf(SECOND, FULL, handedIn('2023-07-07T18:00')) },
      { school: THIRD, grid: null },
    ];
    const run = consolidate({ programme, settings: settingsOf(), tabs, at: AT });
    const request = run.publish.find(({ table }) => table.key === 'status')!;
    const stored = storedPeriods(programme, {
      settings: settingsOf(),
      schools: tabs.map(({ school }) => school),
      periods: gridOf(keyedDesign(periodsTab)),
      status: publishedTab(gridOf(tableDesign(request.table)), request),
      at: AT,
      rows: {},
    });
    const [first, second, third] = exportResults(programme, [FIRST, SECOND, THIRD], stored, {}).statuses;
    expect(first).toMatchObject({ period: PERIOD, school: FIRST.key, state: 'submitted', at: '2023-07-10T09:15' });
    expect([first!.lateDays, second!.lateDays, third!.lateDays]).toEqual([3, 0, null]);
    expect(second).toMatchObject({ errors: 0, forms: { marks: { filled: 6, expected: 6 } } });
    expect(first!.forms.pupils!.filled).toBe(0);
    expect(first!.forms.pupils!.expected).toBeGreaterThan(0);
    expect(third).toEqual({
      ...{ period: PERIOD, school: THIRD.key, state: 'unread', at: '' },
      ...{ lateDays: null, errors: null, unexplained: null, forms: {} },
    });
  });

  test('the export has a Russian sentence for every remark and no suppressed figure', () => {
    const exported = exportResults(programme, [FIRST, SECOND], periods, {});
    expect(exported.results).toHaveLength(result.results.figures.length);
    expect(exported.periods).toEqual([{ key: PERIOD, closed: false }]);
    for (const issue of exported.issues) {
      expect(issue.message).toMatch(/^Форма «[^»]+»/);
      expect(issue).not.toHaveProperty('details');
    }
    expect(exported.issues.length).toBeGreaterThan(0);
  });
});

test('a consolidation checks every form of every school once', () => {
  const looked: string[] = [];
  const watching = defineCheck({
    id: 'form/watching',
    needs: 'form',
    severity: 'warning',
    find({ school, form }) {
      looked.push(`${school.key} ${form.key}`);
      return [];
    },
    words: () => '',
    cases: [],
  });
  const tabs = [
    { school: FIRST, grid: tabOf(FIRST, FULL) },
    { school: SECOND, grid: tabOf(SECOND, FULL) },
  ];
  const watched = { ...programme, checks: [watching] };
  const result = consolidate({ programme: watched, settings: settingsOf(), tabs, at: AT });
  expect(figure(result, 'pass-rate')).toMatchObject({ denominator: 30 });
  expect(looked).toEqual([FIRST, SECOND].flatMap(({ key }) => programme.forms.map((form) => `${key} ${form.key}`)));
});

describe('results of a period', () => {
  const context = { period: '2023-Q3', schools: [FIRST], settings: {} };

  test('hold no figures of a form that nobody is asked for and nobody gave', () => {
    const keys = new Set(periodResults(programme, [], context).figures.map(({ indicator }) => indicator));
    expect(keys.has('pass-rate')).toBe(false);
    expect(keys.has('context-index')).toBe(true);
  });

  test('hold them when somebody gave it all the same', () => {
    const row = { period: '2023-Q3', school: FIRST.key, form: 'marks', row: 1, cells: MARKS_A, explanation: '' };
    const { figures } = periodResults(programme, [row], context);
    expect(
      figures.find(({ indicator, scope, slice }) => indicator === 'pass-rate' && scope === 'district' && !slice),
    ).toMatchObject({ denominator: 15 });
  });

  test('leave out rows of a school that the register does not have', () => {
    const row = { period: '2023-Q3', school: 'foreign', form: 'marks', row: 1, cells: MARKS_A, explanation: '' };
    expect(periodResults(programme, [row], context).figures.some(({ indicator }) => indicator === 'pass-rate')).toBe(
      false,
    );
  });
});
