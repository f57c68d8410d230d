import type { ImportDone, ImportFound, ImportRequest, KnownSchool, PanelAnswer, SentCounts } from '../../src/model';
import { readMemory } from '../../src/workbook';
import { a1, accountOf, District, linesOf } from './district';

const journal = (school: string, cls: string, subject: string, [n, m5, m4, m3, m2]: number[]): SentCounts => ({
  kind: 'journal_marks',
  school,
  counts: {
    ...{ year: '2022/2023', period: 'Учебный год', subject, cls, grade: Number.parseInt(cls, 10) },
    ...{ n: n!, m5: m5!, m4: m4!, m3: m3!, m2: m2!, not_attested: 0, exempt: 0, no_mark: 0 },
  },
});
const CHEMISTRY = journal('s1', '8Б', 'Химия', [10, 1, 4, 4, 1]);

const full = District.ready();
full.fill('s1');

function call<T>(district: District, action: string, args: unknown[], user?: string): T {
  const answer = district.runtime.run('panelCall', ['import', action, args], user ? { user } : {}) as PanelAnswer<T>;
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
}
const compare = (district: District, ...sent: SentCounts[]) => call<ImportFound>(district, 'compare', [sent, false]);
const put = (district: District, request: Partial<ImportRequest>) =>
  call<ImportDone>(district, 'put', [
    { sent: [CHEMISTRY], aliases: [], replace: [], open: [], assumesOpen: false, ...request },
  ]);

function rowOf(district: District, subject: string): number {
  for (let n = 1; n < 30; n += 1) if (district.field('s1', 'marks', n, 'subject') === subject) return n;
  throw new Error(`no row ${subject}`);
}
const twos = (district: District) => district.field('s1', 'marks', rowOf(district, 'Химия'), 'two');

test('the panel opens with the open period and the schools as other systems name them', () => {
  const contents = call<{ period: string; schools: KnownSchool[] }>(full, 'load', []);
  expect(contents.period).toBe('II квартал 2023 г.');
  expect(contents.schools.map(({ key }) => key)).toEqual(['s1', 's2']);
});

test('to compare changes nothing: it tells what would be written', () => {
  const district = full.copy();
  const before = JSON.stringify([...linesOf(district.runtime.book)]);
  const many = Array.from({ length: 30 }, (_, index) =>
    journal('s1', `${1 + (index % 9)}Я`, 'Физика', [10, 1, 4, 4, 1]),
  );
  expect(compare(district, CHEMISTRY).put).toEqual([{ school: 's1', form: 'Отметки', rows: 1 }]);
  expect(compare(district, ...many.slice(0, 9)).put).toEqual([{ school: 's1', form: 'Отметки', rows: 9 }]);
  expect(JSON.stringify([...linesOf(district.runtime.book)])).toBe(before);
});

test('what a school has typed otherwise is shown side by side and stays; decided for the file it is replaced, and what was there is kept', () => {
  const district = full.copy();
  put(district, {});
  district.enter('s1', 'marks', rowOf(district, 'Химия'), 'two', '2');
  const [difference] = compare(district, CHEMISTRY).differences;
  expect(difference).toMatchObject({ school: 's1', form: 'Отметки', name: '8 Б Химия' });
  expect(difference!.fields).toEqual([expect.objectContaining({ field: 'two', standing: '2', given: '1' })]);
  expect(put(district, {}).differences).toHaveLength(1);
  expect(twos(district)).toBe(2);
  const done = put(district, { replace: [difference!.id] });
  expect(done.replaced).toEqual([difference]);
  expect(twos(district)).toBe(1);
  const place = district.at('s1', 'marks', rowOf(district, 'Химия'), 'two');
  expect(district.sheet(district.tab('s1')).getRange(place).getNote()).toMatch(/^Внесено районом .*\. Было: .*2$/);
  expect(district.values('Журнал').flat().map(String).join()).toMatch(/Заменено: .*на вкладке 2, в файле 1/);
});

test('an answer about what has changed since is no answer: the number typed meanwhile stays', () => {
  const district = full.copy();
  put(district, {});
  district.enter('s1', 'marks', rowOf(district, 'Химия'), 'two', '2');
  const [difference] = compare(district, CHEMISTRY).differences;
  district.enter('s1', 'marks', rowOf(district, 'Химия'), 'two', '3');
  expect(put(district, { replace: [difference!.id] }).differences).toHaveLength(1);
  expect(twos(district)).toBe(3);
});

test('a row remembers what the district has put there, through edits and sorts: whoever changes it is asked why', () => {
  const district = full.copy();
  put(district, {});
  const n = rowOf(district, 'Химия');
  const memory = () => readMemory(String(district.value(district.tab('s1'), a1(district.row('s1', 'marks', n), 2))));
  expect(memory()?.district).toMatchObject({ enrolled: 10, five: 1, two: 1 });
  expect(district.remark('s1', 'marks', n)).not.toContain('район внёс');
  district.enter('s1', 'marks', n, 'two', '0');
  district.enter('s1', 'marks', n, 'three', '5');
  expect(district.remark('s1', 'marks', n)).toMatch(/район внёс из файла 1, на вкладке 0/);
  district.enter('s1', 'marks', n, 'two', '1');
  district.enter('s1', 'marks', n, 'three', '4');
  expect(district.remark('s1', 'marks', n)).not.toContain('район внёс');
  expect(memory()?.district).toMatchObject({ two: 1 });
});

test('how other systems call a school is kept in «Школы», once; a person’s name is not', () => {
  const district = full.copy();
  const aliases = [
    { school: 's1', by: 'login', value: 'edu990077' },
    { school: 's1', by: 'code', value: '990077' },
    { school: 's1', by: 'name', value: 'МОБУ СОШ у реки' },
    { school: 's2', by: 'name', value: 'Выдумкин Невзаправд' },
  ] as const;
  expect(put(district, { aliases }).remembered).toHaveLength(3);
  put(district, { aliases });
  const [first, second] = district.runtime.run('knownSchools', []) as KnownSchool[];
  expect(first).toMatchObject({ login: 'edu990077', code: '990077', names: ['МОБУ СОШ у реки'] });
  expect(second!.names).toEqual([]);
  const other = put(district, { aliases: [{ school: 's1', by: 'code', value: '990078' }] });
  expect(other.remembered.join()).toContain('не записано');
});

test('nobody but a coordinator may compare or write', () => {
  const district = full.copy();
  const school = accountOf('s1');
  district.runtime.grant(school);
  expect(() => call(district, 'compare', [[CHEMISTRY]], school)).toThrow('Это делает координатор');
  expect(() => call(district, 'put', [{ sent: [CHEMISTRY] }], school)).toThrow('Это делает координатор');
});

test('a form that nobody asks for in the period is named; opened only when it is said, it comes into sight', () => {
  const district = District.ready();
  const due = 'Что и когда сдаётся';
  const line = district.values(due).findIndex(([form, , group]) => form === 'context' && group === 'ведущая');
  district
    .sheet(due)
    .getRange(line + 1, 6)
    .setValue('нет');
  district.click('consolidateWorkbook');
  const isInSight = () =>
    !district.state(district.tab('s1')).hiddenRows.has(district.rowOf(district.tab('s1'), 'context/title') - 1);
  const counts = { date: '2023-05-01', pupils: 100, guardianship: 2 };
  const sent: SentCounts[] = [{ kind: 'social_staff', school: 's1', counts }];
  const notDue = [{ school: 's1', key: 'context', form: 'Паспорт', rows: 1 }];
  expect(compare(district, ...sent)).toMatchObject({ put: [], notDue });
  expect(put(district, { sent })).toMatchObject({ put: [], notDue });
  expect(isInSight()).toBe(false);
  expect(put(district, { sent, open: ['context'] })).toMatchObject({ put: [{ rows: 1 }], notDue: [] });
  expect(district.field('s1', 'context', 1, 'enrolled')).toBe(100);
  expect(isInSight()).toBe(true);
});

test('counts of which nobody says the period wait until it is said that they are of the open one', () => {
  const district = full.copy();
  const sent = [{ ...CHEMISTRY, counts: { ...CHEMISTRY.counts, year: null, period: '' } }];
  expect(compare(district, ...sent)).toMatchObject({ put: [], undated: 1, refused: [] });
  expect(put(district, { sent })).toMatchObject({ put: [], undated: 1 });
  expect(put(district, { sent, assumesOpen: true })).toMatchObject({ put: [{ rows: 1 }], undated: 0 });
  expect(twos(district)).toBe(1);
});
