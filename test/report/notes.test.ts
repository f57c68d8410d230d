import type { Change, Figure } from '../../src/model';
import { PARTICIPANT } from '../../src/programme/groups';
import { composeReport, type ReportData, type ReportKind, reportKinds } from '../../src/report';
import { brief } from '../../src/report/parts/brief';
import { notPublished } from '../../src/report/parts/not-published';
import { resultsBySchool } from '../../src/report/parts/pupil-results';
import { requisites } from '../../src/report/parts/requisites';
import { dataOf, SCHOOLS, share } from './data';

const KIND: ReportKind = {
  key: 'trial',
  title: 'Проба',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [requisites, resultsBySchool, brief],
};

const text = (content: unknown): string =>
  (typeof content === 'string' ? content : (content as { text: string }[]).map((run) => run.text).join('')).replace(
    /\u00a0/g,
    ' ',
  );

const wordsOf = (data: ReportData): string[] =>
  composeReport(KIND, data, null).blocks.flatMap((block) => {
    if (block.kind === 'table' || block.kind === 'chart') return [text(block.note ?? '')];
    if (block.kind === 'list') return block.items.map(text);
    return block.kind === 'two-sides' || block.kind === 'page' ? [] : [text(block.content)];
  });

const KEYS = ['pupil-pass-rate', 'pupil-quality-rate'];
const figuresOf = (counts: Readonly<Record<string, readonly [number, number]>>, more: Partial<Figure> = {}): Figure[] =>
  KEYS.flatMap((indicator) => [
    share({ indicator }, 60, 100),
    share({ indicator, scope: 'group', group: PARTICIPANT }, 20, 40),
    ...Object.entries(counts).map(([school, [k, n]]) => share({ indicator, scope: 'school', school, ...more }, k, n)),
  ]);

const BOTH = figuresOf({ one: [40, 60], two: [20, 40] });
const change = (more: Partial<Change>): Change => ({ difference: 3, earlierCount: 90, verdict: 'рост', ...more });

/** The district's change is what is given; that of others is none. */
const changed = (more: Partial<Change>, figures: readonly Figure[] = BOTH): string =>
  wordsOf(
    dataOf(figures, {
      comparisons: { pupils: '2022-Q2' },
      changeOf: ({ scope }) => (scope === 'school' ? null : change(more)),
    }),
  ).join('\n');

test('a table without a year before says that no change is given', () => {
  expect(wordsOf(dataOf(BOTH)).join('\n')).toContain(
    'Изменение не приводится: данных за тот же квартал прошлого учебного года нет.',
  );
});

test('a district of the same schools is simply compared', () => {
  expect(changed({})).not.toContain('не вошли');
  expect(changed({})).not.toContain('не сравнивается');
});

test('a school that was not there a year ago is named, below the table and in the conclusion', () => {
  const words = changed({ over: { both: 1, absentBefore: ['one'], absentNow: [] } });
  expect(words).toContain('не вошли: Школы – участницы программы, Район – Школа №1 (нет за II квартал 2022 г.).');
  expect(words).toContain('не сравнивается: состав школ другой (Школа №1)');
});

test('where no school is in both years nothing is called higher or lower', () => {
  const over = { both: 0, absentBefore: ['one'], absentNow: ['two'] };
  const words = changed({ difference: null, earlierCount: 0, verdict: null, over });
  expect(words).toContain('не сравнивается: состав школ другой (Школа №1, Школа №2)');
  expect(words).not.toMatch(/[^а-я](выше|ниже|рост)[^а-я]/);
});

test('a school without the form, or with rows left out, is said under the table that it is missing from', () => {
  const first = figuresOf({ one: [40, 60] }, { rowsLeftOut: 2 });
  expect(wordsOf(dataOf(first)).join('\n')).toContain(
    'Нет данных: Школа №2. Учтены не все строки: Школа №1 (без 2 строк).',
  );
});

describe('the first page', () => {
  const collection = (submitted: boolean | null) => [
    { ...dataOf([]).collection[0]!, submitted: true },
    { ...dataOf([]).collection[1]!, submitted },
  ];

  test('says how many schools have handed in and who has not, while the quarter is open', () => {
    const words = wordsOf(dataOf(BOTH, { collection: collection(false) }));
    expect(words).toContain('ПРЕДВАРИТЕЛЬНО: период открыт');
    expect(words).toContain('Сдали 1 из 2 школ; в работе – Школа №2.');
  });

  test('says whose data the figures are made of, where not all schools count', () => {
    const counted = { rule: 'сданные', schools: ['one'], of: 2 };
    expect(wordsOf(dataOf(BOTH, { counted }))).toContain('Показатели – только по сданным вкладкам: 1 из 2.');
    expect(wordsOf(dataOf(BOTH)).join()).not.toContain('только по');
  });

  test('and every page behind its text says that an open quarter is preliminary, of each kind of report', () => {
    for (const kind of reportKinds) {
      const marked = [false, true].map(
        (closed) => composeReport(kind, dataOf(BOTH, { closed }), kind.subjects(dataOf(BOTH))[0]!).watermark,
      );
      expect([kind.key, ...marked]).toEqual([kind.key, 'ПРЕДВАРИТЕЛЬНО', undefined]);
    }
  });

  test('of a closed quarter is not preliminary', () => {
    const words = wordsOf(dataOf(BOTH, { closed: true, collection: collection(true) }));
    expect(words).toContain(`Сдали ${SCHOOLS.length} из 2 школ.`);
    expect(words.join()).not.toContain('ПРЕДВАРИТЕЛЬНО');
  });

  test('of a public edition says that it waits for the closing, and no longer once the quarter is closed', () => {
    const open = wordsOf(dataOf(BOTH, { edition: 'публичная' }));
    expect(open).toContain('(для размещения на сайте после закрытия периода)');
    expect(open).toContain('До закрытия периода на сайте не размещать');
    const closed = wordsOf(dataOf(BOTH, { edition: 'публичная', closed: true }));
    expect(closed).toContain('(для размещения на сайте)');
    expect(closed.join()).not.toMatch(/до закрытия/i);
  });

  test('and its appendix why', () => {
    const why = (closed: boolean) => JSON.stringify(notPublished.blocks(dataOf([], { closed }), null, KIND));
    expect(why(false)).toContain('Период открыт, издание проверочное.');
    expect(why(true)).not.toContain('Период открыт');
  });

  test('of a quarter that version 0.1.0 closed says nothing of what it did not keep', () => {
    expect(wordsOf(dataOf(BOTH, { closed: true, collection: collection(null) })).join()).not.toContain('Сдали');
  });
});
