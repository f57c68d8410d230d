import { otherAddOn } from '../../src/local/other-add-on';
import type { ReportContents } from '../../src/model';
import { District, schoolsOf } from './district';

interface Built {
  readonly id: string;
  readonly kind: string;
  readonly subject?: string;
  readonly title: string;
  readonly words: string;
}

const PERIOD = '2023-Q2';
const SCHOOLS = schoolsOf(7);

const dist = otherAddOn({ 'report/kinds': 'test/appsscript/other-kinds/kinds.ts' });
const district = District.ready({ schools: SCHOOLS, period: PERIOD, dist });
SCHOOLS.forEach(({ key }, index) => {
  if (key !== 's7') district.fill(key, index);
});
district.click('consolidateWorkbook');

const { runtime } = district;
const possible = () =>
  runtime.run('listReports', [PERIOD]) as { kind: string; title: string; edition: string; subject?: string }[];
const build = (kind: string, subject?: string): Built =>
  runtime.run('buildReport', [kind, PERIOD, 'служебная', ...(subject === undefined ? [] : [subject])]) as Built;
const cards = (): Built[] => SCHOOLS.map(({ key }) => build('school-card', key));
const driveCalls = (): number =>
  Object.entries(runtime.calls.byMethod).reduce((sum, [name, n]) => sum + (name.startsWith('Drive.') ? n : 0), 0);
const memories = (): string[] =>
  (runtime.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService)
    .getDocumentProperties()
    .getKeys()
    .filter((key) => key.startsWith('report:'))
    .sort();

describe('a kind of report that only the test knows, with a document for each school', () => {
  test('is listed with its subjects, beside the other reports', () => {
    const open = possible().filter(({ edition }) => edition === 'публичная');
    expect(open.map(({ kind, subject }) => `${kind} ${subject ?? '–'}`)).toEqual([
      'district –',
      ...SCHOOLS.map(({ key }) => `school ${key}`),
      'final –',
    ]);
    const own = possible().filter(({ edition }) => edition === 'служебная');
    expect(own.map(({ kind, subject }) => `${kind} ${subject ?? '–'}`)).toEqual([
      'district –',
      ...SCHOOLS.map(({ key }) => `school ${key}`),
      'staff –',
      'roadmap –',
      'submission –',
      ...SCHOOLS.map(({ key }) => `submission ${key}`),
      'final –',
      'order-draft –',
      'effectiveness –',
      'evidence –',
      ...SCHOOLS.map(({ key }) => `school-card ${key}`),
    ]);
  });

  const first = cards();
  const whole = build('district');

  test('makes seven documents, each of its own school and with its own memory', () => {
    expect(new Set(first.map(({ id }) => id)).size).toBe(7);
    expect(first.map(({ subject }) => subject)).toEqual(SCHOOLS.map(({ key }) => key));
    first.forEach(({ title }, index) => {
      expect(title).toContain(`Карточка школы, ${SCHOOLS[index]!.name}, учебный год 2022/23 (II квартал 2023 г.)`);
    });
    expect(memories()).toEqual(
      [
        'report:district:2023-Q2:служебная',
        ...SCHOOLS.map(({ key }) => `report:school-card:2023-Q2:служебная:${key}`),
      ].sort(),
    );
    expect(runtime.files).toHaveLength(8);
  });

  test('of unchanged data leaves each as it is', () => {
    const again = cards();
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(again.every(({ words }) => words.includes('не изменился'))).toBe(true);
  });

  test('of changed data is updated in place, each in its own document', () => {
    district.enter('s2', 'pupils', 1, 'good', '9');
    district.enter('s2', 'pupils', 1, 'failing', '1');
    district.click('consolidateWorkbook');
    const again = cards();
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    // The district stands in every card but that of the school without data.
    const words = SCHOOLS.map(({ key }) => (key === 's7' ? 'не изменился' : 'обновлён в том же документе'));
    expect(again.map((card) => card.words)).toEqual(words.map((part) => expect.stringContaining(part)));
    expect(build('district').id).toBe(whole.id);
    expect(runtime.files).toHaveLength(8);
  });

  test('edited by a person in one document leaves the others to be updated', () => {
    runtime.advance(3_600_000);
    runtime.editDocument(first[2]!.id);
    runtime.advance(60_000);
    district.enter('s2', 'pupils', 1, 'good', '8');
    district.click('consolidateWorkbook');
    const again = cards();
    expect(again.map(({ id }, index) => id === first[index]!.id)).toEqual([true, true, false, true, true, true, true]);
  });

  test('says so where the school has given nothing, and refuses who is unknown', () => {
    expect(build('school-card', 's7').title).toContain('Школа №7');
    expect(() => build('school-card')).toThrow(/^Укажите, о ком отчёт «Карточка школы»\. Есть: s1, /);
    expect(() => build('school-card', 's99')).toThrow(/^Укажите, о ком/);
    expect(() => build('district', 's1')).toThrow('Отчёт «Аналитическая справка» один на весь район.');
  });

  test('costs at most four calls of Drive for each document', () => {
    runtime.calls.reset();
    district.enter('s1', 'pupils', 1, 'good', '8');
    district.click('consolidateWorkbook');
    runtime.calls.reset();
    build('school-card', 's1');
    expect(driveCalls()).toBeLessThanOrEqual(4);
    expect(driveCalls()).toBeGreaterThan(0);
  });

  test('for everybody there is a document of its own beside that of the office', () => {
    const open = runtime.run('buildReport', ['district', PERIOD, 'публичная']) as Built;
    expect(open.id).not.toBe(whole.id);
    expect(open.title).toContain('Аналитическая справка, для сайта, учебный год 2022/23 (II квартал 2023 г.)');
    expect(memories()).toContain('report:district:2023-Q2:публичная');
  });
});

describe('the panel «Отчёт»', () => {
  const panel = <T>(action: string, ...args: unknown[]): T => {
    const answer = runtime.run('panelCall', ['report', action, args]) as { done: T } | { refused: string };
    if ('refused' in answer) throw new Error(answer.refused);
    return answer.done;
  };

  test('shows who has not handed in, the schools to choose from, the documents there are', () => {
    const { periods, kinds } = panel<ReportContents>('load');
    const [open] = periods;
    expect(open).toMatchObject({ key: PERIOD, title: 'II квартал 2023 г.' });
    expect(open!.missing[0]).toBe('Период открыт: на отчёте будет «ПРЕДВАРИТЕЛЬНО», издание для сайта ждёт закрытия.');
    expect(open!.missing[1]).toMatch(/^Не сдали: /);
    expect(kinds.find(({ key }) => key === 'school')!.subjects).toHaveLength(SCHOOLS.length);
    expect(open!.documents.map(({ title }) => title)).toContain('Аналитическая справка');
  });

  test('builds a card once, and remembers it', () => {
    const request = { kind: 'school', period: PERIOD, edition: 'служебная', subject: 's2' };
    const { built } = panel<{ built: { title: string; url: string } }>('build', request);
    expect(built.title).toContain(`Карточка школы, ${SCHOOLS[1]!.name}`);
    expect(panel<{ built: { words: string } }>('build', request).built.words).toContain('не изменился');
    expect(panel<ReportContents>('load').periods[0]!.documents).toContainEqual({
      title: `Карточка школы, ${SCHOOLS[1]!.name}`,
      url: built.url,
    });
  });
});
