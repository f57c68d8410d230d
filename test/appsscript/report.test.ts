import type { Figure, School } from '../../src/model';
import type { Results } from '../../src/pipeline';
import { type Element, findAll, paragraphs, readDocx, textOf } from '../report/docx/read-docx';
import { accountOf, type Cells, District, goodRows } from './district';

interface Built {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  readonly hash: string;
  readonly words: string;
}

const school = (key: string, name: string, type: string, group: string): School => ({
  key,
  name,
  type,
  group,
  partner: '',
});
const SCHOOLS = [
  school('one', 'МОБУ СОШ №1', 'СОШ', 'ведущая'),
  school('two', 'МОБУ СОШ №2', 'СОШ', 'участник'),
  school('small', 'МОКУ Малая ООШ', 'ООШ', 'участник'),
  school('tiny', 'МОКУ Крошечная ООШ', 'ООШ', 'участник'),
];

/** A class of `all` with its marks in one subject and its results. */
const klass = (all: number, good: number, failing: number): Record<string, Cells[]> => ({
  classes: [{ grade: '7', letter: '', enrolled: String(all) }],
  marks: [
    {
      ...{
        grade: '7',
        letter: '',
        subject: 'Физика',
        enrolled: String(all),
        exempt: '0',
        five: String(good),
        four: '0',
      },
      ...{ three: String(all - good - failing), two: String(failing), notAssessed: '0' },
    },
  ],
  pupils: [
    {
      ...{ grade: '7', letter: '', enrolled: String(all), assessed: String(all), excellent: String(good), good: '0' },
      ...{ oneThree: '0', failing: String(failing), notAssessed: '0', notMastered: '0' },
    },
  ],
});

const PERIODS = ['2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'];
const LAST = '2023-Q2';

/** Five quarters of four schools, the last one open and consolidated. */
function fiveQuarters(): District {
  const district = District.ready({ schools: SCHOOLS, period: PERIODS[0]!, at: '2022-06-25T10:00:00+09:00' });
  const days = ['2022-06-25', '2022-09-25', '2022-12-25', '2023-03-25', '2023-06-25'];
  PERIODS.forEach((period, index) => {
    district.move(`${days[index]}T10:00:00+09:00`);
    const due = period.endsWith('Q3')
      ? (['classes', 'context'] as const)
      : (['classes', 'marks', 'pupils', 'context'] as const);
    for (const form of due) {
      district.replace('one', form, goodRows(index)[form]);
      district.replace('two', form, goodRows(4 - index)[form]);
    }
    if (!period.endsWith('Q3')) {
      for (const [key, rows] of [
        ['small', klass(7, 2 + (index % 3), 1)],
        ['tiny', klass(index === 4 ? 6 : 3, 1, index % 2)],
      ] as const) {
        for (const form of ['classes', 'marks', 'pupils'] as const) district.replace(key, form, rows[form]!);
      }
    }
    district.click('consolidateWorkbook');
    if (period !== LAST) district.runtime.run('closePeriod', [period]);
  });
  return district;
}

const district = fiveQuarters();
const build = (of: District, kind = 'district', period = LAST, edition = 'служебная') =>
  of.runtime.run('buildReport', [kind, period, edition]) as Built;

const DRIVE_WRITES = ['Drive.Files.create', 'Drive.Files.update'];
const driveWrites = (of: District) =>
  DRIVE_WRITES.reduce((sum, name) => sum + (of.runtime.calls.byMethod[name] ?? 0), 0);

describe('building a report', () => {
  const built = district.copy();
  const first = build(built);

  test('makes one Google Doc and tells where it is', () => {
    expect(built.runtime.files).toHaveLength(1);
    expect(built.runtime.files[0]).toMatchObject({
      id: first.id,
      name: first.title,
      mimeType: 'application/vnd.google-apps.document',
    });
    expect(first.url).toBe(`https://docs.google.com/document/d/${first.id}/edit`);
    expect(first.title).toBe('Аналитическая справка, учебный год 2022/23 (II квартал 2023 г.)');
    expect([first.kind, first.words]).toEqual(['district', 'Отчёт создан.']);
  });

  test('is remembered under the key of version 0.1.0, so that its documents are found', () => {
    const properties = built.runtime.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService;
    const memory = properties.getDocumentProperties().getProperty('report:district:2023-Q2:служебная');
    expect(JSON.parse(memory!).written.id).toBe(first.id);
  });

  test('again, on another day, changes nothing: same document, same hash, no write to Drive', () => {
    const copy = built.copy();
    copy.move('2023-06-30T18:00:00+09:00');
    const again = build(copy);
    expect([again.id, again.hash]).toEqual([first.id, first.hash]);
    expect(again.words).toContain('не изменился');
    expect(driveWrites(copy)).toBe(0);
  });

  test('again after the same data were consolidated once more on the same day changes nothing', () => {
    const copy = built.copy();
    copy.click('consolidateWorkbook');
    copy.runtime.calls.reset();
    expect(build(copy).id).toBe(first.id);
    expect(driveWrites(copy)).toBe(0);
  });

  test('of changed data updates the same document', () => {
    const copy = built.copy();
    copy.enter('one', 'pupils', 1, 'failing', '4');
    copy.click('consolidateWorkbook');
    const before = copy.runtime.files[0]!.bytes;
    const again = build(copy);
    expect(again.id).toBe(first.id);
    expect(again.hash).not.toBe(first.hash);
    expect(again.words).toContain('обновлён в том же документе');
    expect(copy.runtime.files).toHaveLength(1);
    expect(copy.runtime.files[0]!.bytes.equals(before)).toBe(false);
  });

  test('of another quarter is another document', () => {
    const copy = built.copy();
    const other = build(copy, 'district', '2022-Q4');
    expect(other.id).not.toBe(first.id);
    expect(copy.runtime.files).toHaveLength(2);
    expect(build(copy).id).toBe(first.id);
  });

  test('from the menu is noted in Журнал and linked', () => {
    const copy = built.copy();
    const { title, message } = copy.click('buildDistrictReport');
    expect(title).toBe('Отчёт готов');
    expect(message).toContain(`href="${first.url}"`);
    expect(copy.values('Журнал').at(-1)!.map(String).join()).toContain('Отчёт построен');
  });

  test('from the menu, right after a closing, offers that of the quarter just closed', () => {
    const copy = built.copy();
    copy.runtime.run('closePeriod', [LAST]);
    copy.runtime.answers.push('YES');
    expect(copy.click('buildDistrictReport').message).toContain('II квартал 2023');
    expect(JSON.stringify(copy.runtime.shown)).toContain('За III квартал 2023 г. данных ещё нет');
  });

  test('when Drive fails says so in Russian and is made by the next click, once', () => {
    const copy = district.copy();
    copy.onCall = ({ method, phase }) => {
      if (method === 'Drive.Files.create' && phase === 'before')
        throw Object.assign(new Error('Service error: Drive'), { name: 'Exception' });
    };
    const { title, message } = copy.click('buildDistrictReport');
    expect([title, message]).toEqual(['Не выполнено', expect.not.stringMatching(/Service|Drive/)]);
    copy.onCall = undefined;
    expect(copy.click('buildDistrictReport').title).toBe('Отчёт готов');
    expect(copy.runtime.files).toHaveLength(1);
  });
});

describe('what is refused, in Russian', () => {
  test.each([
    ['an unknown kind', ['class-teacher', LAST, 'служебная'], /^Отчёта «class-teacher» нет\. Есть: /],
    ['a kind that only objects have', ['constructor', LAST, 'служебная'], /^Отчёта «constructor» нет\. Есть: /],
    ['a period without data', ['district', '2024-Q1', 'служебная'], /^Данных за I квартал 2024 г\. нет/],
    ['a period that is none', ['district', 'июнь', 'служебная'], /^Данных за «июнь» нет/],
    ['an unknown edition', ['district', LAST, 'черновая'], /редакци/],
  ] as const)('%s', (_, args, words) => {
    const copy = district.copy();
    let said = '';
    try {
      copy.runtime.run('buildReport', [...args]);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(words);
    expect(copy.runtime.files).toEqual([]);
  });

  describe('a closed quarter whose data somebody has changed', () => {
    const CLOSED = '2022-Q4';
    const TAB = 'Сводные данные. Отметки';
    const first = (of: District) => of.values(TAB).findIndex((cells) => cells[0] === CLOSED) + 1;
    const count = (of: District) => of.values(TAB).filter((cells) => cells[0] === CLOSED).length;
    const column = (of: District, key: string) => of.values(TAB)[1]!.indexOf(key) + 1;

    test.each<[string, string, (of: District) => void]>([
      ['a number', TAB, (of) => void of.sheet(TAB).getRange(first(of), column(of, 'field:five')).setValue(14)],
      ['a row that is gone', TAB, (of) => void of.sheet(TAB).deleteRow(first(of))],
      [
        'its snapshot',
        'Периоды',
        (of) => {
          const row = of.values('Периоды').findIndex((cells) => cells[0] === CLOSED) + 1;
          const at = of.values('Периоды')[row - 1]!.findIndex((cell) => String(cell).startsWith('{')) + 1;
          const cell = of.sheet('Периоды').getRange(row, at);
          cell.setValue(String(cell.getValue()).replace('Л. А. Попова', 'Л. А. Попов'));
        },
      ],
    ])('is refused by what was changed: %s', (_, tab, change) => {
      const copy = district.copy();
      change(copy);
      const words = new RegExp(`^Данные закрытых периодов изменены: «${tab}».*2022-Q4`);
      expect(() => build(copy, 'district', CLOSED)).toThrow(words);
      expect(copy.runtime.files).toEqual([]);
      expect(build(copy).title).toContain('II квартал 2023 г.');
    });

    test('is not meant by rows that were only sorted', () => {
      const copy = district.copy();
      const area = copy.sheet(TAB).getRange(first(copy), 1, count(copy), copy.sheet(TAB).getLastColumn());
      area.setValues([...area.getValues()].reverse());
      expect(build(copy, 'district', CLOSED).hash).toBe(build(district.copy(), 'district', CLOSED).hash);
    });
  });

  test('a school', () => {
    const as = { user: accountOf('one') };
    expect(() => district.copy().runtime.run('buildReport', ['district', LAST, 'служебная'], as)).toThrow(
      'Authorization',
    );
  });
});

// From here on: the document itself, read back with a reader that shares nothing with the writer.

interface ReadTable {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Text as a reader sees it: no-break spaces are spaces. */
const seen = (element: Element): string => textOf(element).replaceAll('\u00a0', ' ');

function tablesOf(body: Element): ReadTable[] {
  const tables: ReadTable[] = [];
  let caption = '';
  for (const child of body.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:p' && seen(child) !== '') caption = seen(child);
    if (child.name !== 'w:tbl') continue;
    const rows = findAll(child, 'w:tr').map((row) => findAll(row, 'w:tc').map(seen));
    // Two texts on one line, such as date and place, are a table without lines.
    const isRuled = findAll(child, 'w:insideH').some(({ attributes }) => attributes['w:val'] === 'single');
    if (isRuled) tables.push({ caption, header: rows[0]!, rows: rows.slice(1) });
  }
  return tables;
}

async function read(of: District, period = LAST) {
  const copy = of.copy();
  const { id } = build(copy, 'district', period);
  const file = copy.runtime.files.find((each) => each.id === id)!;
  const { body } = await readDocx(Uint8Array.from(file.bytes));
  return { body, tables: tablesOf(body), text: paragraphs(body).map(seen), results: copy.results() };
}

/** Exact: sums are whole numbers, so a value is a fraction and is rounded half away from zero as one. */
function rounded(top: bigint, bottom: bigint, digits: number): string {
  const power = 10n ** BigInt(digits);
  const size = top < 0n ? -top : top;
  const tenths = (2n * size * power + bottom) / (2n * bottom);
  const whole = String(tenths / power).replace(/\B(?=(\d{3})+$)/g, ' ');
  const sign = top < 0n && tenths > 0n ? '−' : '';
  return `${sign}${whole}${digits > 0 ? `,${String(tenths % power).padStart(digits, '0')}` : ''}`;
}

const SCALES: Record<string, bigint> = { sou: 1n, 'mean-mark': 1n };
const scaleOf = (indicator: string): bigint => SCALES[indicator] ?? 100n;
const isShare = (indicator: string): boolean => scaleOf(indicator) === 100n;

function shownValue(figure: Figure | undefined, indicator: string): string {
  if (!figure || figure.value === null) return 'н/д';
  const { numerator, denominator } = figure;
  if (isShare(indicator) && denominator < 5) return `${numerator} из ${denominator}`;
  if (denominator < 5) return '–';
  const digits = indicator === 'mean-mark' ? 2 : 1;
  const number = rounded(scaleOf(indicator) * BigInt(numerator), BigInt(denominator), digits);
  return number + (isShare(indicator) && denominator < 10 ? '*' : '');
}

function shownChange(later: Figure | undefined, earlier: Figure | undefined): string {
  if (!later || !earlier || later.value === null || earlier.value === null) return '–';
  // A percentage of fewer than five says nothing, now or then.
  if (later.denominator < 5 || earlier.denominator < 5) return '–';
  const [a, b, c, d] = [later.numerator, later.denominator, earlier.numerator, earlier.denominator].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const text = rounded(100n * (a * d - c * b), b * d, 1);
  return /^−|^0,0$/.test(text) ? text : `+${text}`;
}

const GROUPS: Record<string, string> = { 'Школы – участницы программы': 'участник', 'Ведущие школы': 'ведущая' };

/** Whose figure a table's row tells. */
function ownerOf(title: string): Partial<Figure> | null {
  const found = SCHOOLS.find(({ name }) => name === title);
  if (found) return { scope: 'school', school: found.key };
  if (title in GROUPS) return { scope: 'group', group: GROUPS[title]! };
  if (title === 'Район' || title === 'Все предметы') return { scope: 'district' };
  return { scope: 'district', slice: { subject: title } };
}

function lookUp(results: Results, period: string, indicator: string, owner: Partial<Figure>): Figure | undefined {
  return results.results.find(
    (figure) =>
      figure.period === period &&
      figure.indicator === indicator &&
      figure.scope === owner.scope &&
      figure.school === owner.school &&
      figure.group === owner.group &&
      JSON.stringify(figure.slice) === JSON.stringify(owner.slice),
  );
}

type Shown = 'n' | 'value' | 'change' | 'rest' | 'rest before' | 'part' | 'before';

/** What each column of a table shows, left to right after the first. */
const COLUMNS: Record<string, readonly [title: RegExp, what: Shown, indicator: string][]> = {
  'Итоги обучающихся по школам': [
    [/Подлежат аттестации/, 'n', 'pupil-pass-rate'],
    [/Успе.вают/, 'value', 'pupil-pass-rate'],
    [/Не успе.вают/, 'rest', 'pupil-pass-rate'],
    [/Год назад, чел/, 'rest before', 'pupil-pass-rate'],
    [/На «4» и «5»/, 'value', 'pupil-quality-rate'],
    [/Год назад, %/, 'before', 'pupil-quality-rate'],
    [/С одной «3»/, 'part', 'reserve-rate'],
  ],
  'Отметки по школам': [
    [/^Отметок$/, 'n', 'pass-rate'],
    [/Успешность по отметкам/, 'value', 'pass-rate'],
    [/^Доля «4» и «5», %$/, 'value', 'quality-rate'],
    [/Изменение доли/, 'change', 'quality-rate'],
    [/СОУ/, 'value', 'sou'],
    [/Средний балл/, 'value', 'mean-mark'],
  ],
};
COLUMNS['Отметки по предметам'] = COLUMNS['Отметки по школам']!;

const tableOf = (tables: readonly ReadTable[], words: string): ReadTable => {
  const table = tables.find(({ caption }) => caption.includes(words));
  if (!table) throw new Error(`no table ${words}`);
  return table;
};

describe.each([
  [LAST, '2022-Q2'],
  ['2023-Q1', '', '2022-Q2'],
  ['2022-Q2', ''],
])('the figures of the report for %s', (period, compared, lastYear = period) => {
  const document = read(district, period);

  test.each(Object.keys(COLUMNS))('in the table «%s» are those of results, rounded half up', async (words) => {
    const { tables, results } = await document;
    const { header, rows } = tableOf(tables, words);
    const columns = COLUMNS[words]!;
    expect(header).toHaveLength(columns.length + 1);
    columns.forEach(([title], index) => {
      expect(header[index + 1]).toMatch(title);
    });
    const wanted = rows.map(([title]) => [
      title,
      ...columns.map(([, what, indicator]) => {
        const owner = ownerOf(title!)!;
        const figure = lookUp(results, period, indicator, owner);
        if (what === 'change') return shownChange(figure, lookUp(results, compared, indicator, owner));
        if (what === 'value') return shownValue(figure, indicator);
        if (what === 'before') {
          const before = lookUp(results, compared, indicator, owner);
          return before?.value == null ? '–' : shownValue(before, indicator);
        }
        if (what === 'rest before') {
          const before = lookUp(results, compared, indicator, owner);
          return before?.value == null ? '–' : String(before.denominator - before.numerator);
        }
        if (figure?.value == null) return 'н/д';
        if (what === 'rest') return String(figure.denominator - figure.numerator);
        if (what === 'part') return String(figure.numerator);
        return rounded(BigInt(figure.denominator), 1n, 0);
      }),
    ]);
    expect(rows).toEqual(wanted);
  });

  test('tell every school, group, subject and the district', async () => {
    const { tables } = await document;
    const owners = [...SCHOOLS.map(({ name }) => name), 'Школы – участницы программы', 'Ведущие школы', 'Район'];
    for (const words of ['Итоги обучающихся по школам', 'Отметки по школам']) {
      expect(tableOf(tables, words).rows.map(([title]) => title)).toEqual(owners);
    }
    const subjects = ['Алгебра', 'Математика', 'Русский язык', 'Физика', 'Все предметы'];
    expect(tableOf(tables, 'Отметки по предметам').rows.map(([title]) => title)).toEqual(subjects);
  });

  test('against the plan are those of the last school year, judged by the value before rounding', async () => {
    const { tables, results } = await document;
    const keys: Record<string, string> = {
      'Успеваемость обучающихся': 'pupil-pass-rate',
      'Качество знаний обучающихся': 'pupil-quality-rate',
    };
    let whose = '';
    const rows = tableOf(tables, 'план и факт').rows.flatMap(([title = '', ...cells]) => {
      // Whom the lines below it bind stands in a row of its own.
      if (cells.length === 0) whose = title;
      const key = keys[title.replace(/ \(II кв\. 2022 г\.\)$/, '')];
      return key === undefined ? [] : [{ key, whose, cells }];
    });
    expect(rows).toHaveLength(2);
    for (const { key, whose, cells } of rows) {
      const [, , fact, n, , , outcome] = cells;
      const figure = lookUp(results, lastYear, key, ownerOf(whose)!)!;
      expect([fact, n]).toEqual([shownValue(figure, key), String(figure.denominator)]);
      const plan = key === 'pupil-pass-rate' ? 100 : 30;
      expect(outcome).toBe(figure.numerator * 100 >= plan * figure.denominator ? 'достигнуто' : 'не достигнуто');
    }
  });

  test('of pupils add up: class sets, children, those of a year ago', async () => {
    const { tables } = await document;
    const { rows } = tableOf(tables, 'Контингент');
    const numbers = rows.map((row) => row.slice(2, 4).map((cell) => Number(cell.replaceAll(' ', ''))));
    const total = numbers.at(-1)!;
    expect(total).toEqual([0, 1].map((at) => numbers.slice(0, -1).reduce((sum, row) => sum + row[at]!, 0)));
    expect(rows[0]!.slice(2, 4)).toEqual(['2', '36']);
    expect(rows[0]!.slice(4)).toEqual([...(compared === '' ? ['–', '–'] : ['36', '0']), 'полные']);
  });
});

describe('the words of the report', () => {
  const document = read(district);

  test('tables are numbered from 1 on, without a gap, each under its caption', async () => {
    const { tables } = await document;
    expect(tables.length).toBeGreaterThanOrEqual(5);
    expect(tables.map(({ caption }) => /^Таблица (\d+) – \S/.exec(caption)?.[1])).toEqual(
      tables.map((_, index) => String(index + 1)),
    );
  });

  test('every table that is spoken of is there', async () => {
    const { text, tables } = await document;
    const named = [...text.join('\n').matchAll(/\(таблица (\d+)\)/g)].map(([, number]) => Number(number));
    expect(named.length).toBeGreaterThan(0);
    expect(Math.max(...named)).toBeLessThanOrEqual(tables.length);
  });

  test('headings are numbered from 1 on, those of the appendix by themselves', async () => {
    const { body } = await document;
    const headings = paragraphs(body).filter((each) =>
      findAll(each, 'w:pStyle').some((style) => /Heading1/.test(style.attributes['w:val'] ?? '')),
    );
    const numbers = headings.map((each) => /^((?:Приложение )?\d+)\. /.exec(seen(each))?.[1]);
    const appendix = numbers.findIndex((number) => number?.startsWith('Приложение'));
    expect(numbers).toEqual(
      headings.map((_, index) => (index < appendix ? String(index + 1) : `Приложение ${index - appendix + 1}`)),
    );
  });

  test('are Russian: no English word, only the letters of formulas and Roman numerals', async () => {
    const { text } = await document;
    const latin = text.join('\n').match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
    expect([...new Set(latin)].filter((word) => !/^(?:[IVX]+|[nN]\d?)$/.test(word))).toEqual([]);
  });

  test('have no «undefined», no double space, no ASCII quotes, no hyphen for a dash, no space before a stop', async () => {
    const { text } = await document;
    const slips = [/undefined|null|NaN|\[object/, / {2}/, /["']/, / - /, / [,.;:](?!\d)/, /\.\./, /\(\)/, /^\s|\s$/];
    expect(text.filter((words) => slips.some((slip) => slip.test(words)))).toEqual([]);
  });

  test('say who made it, for whom, of what data and when', async () => {
    const all = (await document).text.join('\n');
    for (const words of [
      'АНАЛИТИЧЕСКАЯ СПРАВКА',
      'Магдагачинского района',
      '25 июня 2023 г.',
      '№ 341',
      'Директор МБУ «ИМЦ»',
      'С. А. Беличко',
      'Исполнитель: МБУ «ИМЦ»',
    ]) {
      expect(all).toContain(words);
    }
    expect(all).toContain('период открыт');
  });

  test('name no single teacher or pupil and no e-mail', async () => {
    expect((await document).text.join('\n')).not.toMatch(/@|СНИЛС|\+7/);
  });

  test('of a closed quarter say that it is closed, and are the same whatever came later', async () => {
    const { text } = await read(district, '2022-Q4');
    expect(text.join('\n')).toContain('период закрыт');
    const later = district.copy();
    later.runtime.edit('Школы', 'B4', 'Гимназия');
    later.set('signatory-name', 'Н. О. Вая');
    later.paste('one', 'marks', goodRows(2).marks);
    later.click('setUpWorkbook');
    later.click('consolidateWorkbook');
    expect((await read(later, '2022-Q4')).text).toEqual(text);
  });

  test('call a change «рост» only where its interval leaves 0 out', async () => {
    const { text } = await document;
    for (const sentence of text.filter((each) => /это (рост|снижение)/.test(each))) {
      expect(sentence).toMatch(/на \d/);
    }
    expect(text.filter((each) => /с учётом численности/.test(each)).length).toBeGreaterThan(0);
  });
});

test('a school that gave nothing is said to have given nothing', async () => {
  const silent = District.ready({ schools: SCHOOLS });
  silent.fill('one');
  silent.click('consolidateWorkbook');
  const { text, tables } = await read(silent);
  expect(text.join('\n')).toContain('Данные не представили: МОБУ СОШ №2, МОКУ Малая ООШ, МОКУ Крошечная ООШ');
  const row = tableOf(tables, 'Отметки по школам').rows.find(([title]) => title === 'МОБУ СОШ №2');
  expect(row!.slice(1)).toEqual(['н/д', 'н/д', 'н/д', '–', 'н/д', 'н/д']);
});

test('a report over no school is none: it is refused in words', () => {
  const empty = District.ready({ schools: SCHOOLS });
  empty.click('consolidateWorkbook');
  expect(() => build(empty)).toThrow(
    'За II квартал 2023 г. ни одна школа не представила данных: отчёт строить не о чем. Дождитесь данных школ и нажмите «Собрать свод».',
  );
});
