import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { demonstration } from '../../../src/local/demonstration';
import type { Figure } from '../../../src/model';
import { type Results, reportKinds } from '../../../src/pipeline';
import { programme } from '../../../src/programme';
import { paragraphs, readDocx, readParts, textOf } from '../../report/docx/read-docx';
import { Accounts } from '../../report/read-back/accounted';
import { countedIn } from '../../report/read-back/counted';
import { countByHand } from './uci-by-hand';

const ROOT = resolve(__dirname, '../../..');
const UCI = join(ROOT, 'test/fixtures/uci');
const MARKS = readFileSync(join(UCI, 'marks.csv'), 'utf8');
const SCHOOLS = readFileSync(join(UCI, 'schools.csv'), 'utf8');
const INDICATORS = ['pass-rate', 'quality-rate', 'fail-rate', 'sou', 'mean-mark'];

type Written = Results & {
  readonly documents: readonly {
    kind: string;
    edition: string;
    subject?: string;
    title: string;
    file: string;
    hash: string;
  }[];
};

interface Run {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
  readonly out: string;
}

/** Two at a time: each is a process of its own. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
let next = 0;

/** Runs the demo as `npm run demo -- …` does after building. */
function demo(...args: string[]): Promise<Run> {
  const lane = next++ % lanes.length;
  const run = lanes[lane]!.then(() => start(args));
  lanes[lane] = run;
  return run;
}

function start(args: readonly string[]): Promise<Run> {
  const out = join(mkdtempSync(join(tmpdir(), 'demo-')), 'out');
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'build/demo.cjs'), '--out', out, ...args], { cwd: tmpdir() });
    let said = '';
    let complained = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      complained += text;
    });
    child.on('close', (code) => done({ code, said, complained, out }));
  });
}

function folder(files: Record<string, string>): string {
  const made = mkdtempSync(join(tmpdir(), 'data-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

const resultsOf = ({ out }: Run): Written => JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Written;

const place = ({
  period,
  scope,
  school,
  group,
  slice,
  indicator,
}: Omit<Figure, 'numerator' | 'denominator' | 'value' | 'rows' | 'rowsLeftOut'>) =>
  JSON.stringify([period, scope, school ?? group ?? '', slice ?? {}, indicator]);

/** The five indicators of marks, by place; those without any row apart. */
function markFigures(results: Written): Map<string, Figure> {
  const own = results.results.filter((figure) => INDICATORS.includes(figure.indicator));
  const counted = own.filter((figure) => figure.denominator > 0 || figure.value !== null);
  return new Map(counted.map((figure) => [place(figure), figure]));
}

/** Both sides as «place: numerator / denominator», and the values within 1e-9. */
function expectFiguresOf(results: Written, marks: string, schools = SCHOOLS): void {
  const found = markFigures(results);
  const byHand = countByHand(marks, schools).filter(({ denominator }) => denominator > 0);
  const told = (figures: Iterable<Figure | ReturnType<typeof countByHand>[number]>) =>
    new Set([...figures].map((figure) => `${place(figure)}: ${figure.numerator} / ${figure.denominator}`));
  const [computed, counted] = [told(found.values()), told(byHand)];
  expect({
    onlyComputed: [...computed].filter((line) => !counted.has(line)).slice(0, 5),
    onlyCounted: [...counted].filter((line) => !computed.has(line)).slice(0, 5),
  }).toEqual({ onlyComputed: [], onlyCounted: [] });
  const far = byHand.filter((figure) => !(Math.abs(found.get(place(figure))!.value! - figure.value!) <= 1e-9));
  expect(far).toEqual([]);
}

/** marks.csv with some rows changed or added; rows count from 1. */
function marksWith(changes: Record<number, Record<string, string>>, added: readonly string[] = []): string {
  const [header, ...lines] = MARKS.trimEnd().split('\n');
  const keys = header!.split(',');
  const rows = lines.map((line, index) => {
    const cells = line.split(',');
    for (const [key, text] of Object.entries(changes[index + 1] ?? {})) cells[keys.indexOf(key)] = text;
    return cells.join(',');
  });
  return [header, ...rows, ...added, ''].join('\n');
}

const without = (csv: string, rows: readonly number[]): string =>
  csv
    .split('\n')
    .filter((_, index) => !rows.includes(index))
    .join('\n');

const uci = demo('--data', UCI);

describe('real marks of two real schools (UCI, CC BY 4.0)', () => {
  test('the demo runs to its end and tells where the files are, how long it took, how many calls', async () => {
    const { code, said, complained } = await uci;
    expect([code, complained]).toEqual([0, '']);
    for (const words of ['workbook.xlsx', 'results.json', '.docx', 'Время: ', 'обращений к службам Google: ']) {
      expect(said).toContain(words);
    }
  });

  test('every figure of the five indicators is the one counted by hand, and none is missing on either side', async () => {
    const results = resultsOf(await uci);
    expectFiguresOf(results, MARKS);
    expect(markFigures(results).size).toBeGreaterThan(150);
  });

  test('shares have the Wilson interval, exactly 0 at nobody and 100 at everybody', async () => {
    const z = 1.959963984540054;
    const shares = resultsOf(await uci).results.filter(({ low, value }) => value !== null && low !== undefined);
    expect(shares.length).toBeGreaterThan(100);
    for (const { numerator: k, denominator: n, low, high } of shares) {
      const p = k / n;
      const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
      const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
      if (k === 0) expect(low).toBe(0);
      else expect(low).toBeCloseTo(100 * (middle - half), 9);
      if (k === n) expect(high).toBe(100);
      else expect(high).toBeCloseTo(100 * (middle + half), 9);
    }
  });
});

describe('results.json', () => {
  test('has the keys that outside checks read, and figures that were carried beside them', async () => {
    const results = resultsOf(await uci);
    expect(Object.keys(results).sort()).toEqual([
      'carried',
      'documents',
      'identification',
      'issues',
      'periods',
      'registers',
      'results',
      'schools',
      'statuses',
      'targets',
    ]);
    expect(results.periods).toEqual([
      { key: '2022-Q4', closed: true },
      { key: '2023-Q1', closed: true },
      { key: '2023-Q2', closed: false },
    ]);
    expect(results.schools).toEqual([
      { key: 'gp', name: 'Gabriel Pereira', type: 'СОШ', group: 'ведущая' },
      { key: 'ms', name: 'Mousinho da Silveira', type: 'СОШ', group: 'участник' },
    ]);
    expect(Object.keys(results.identification[0]!).sort()).toEqual(
      [
        ...['period', 'school', 'group', 'tests', 'procedures', 'counted', 'lowResults', 'steady', 'falseAlarm'],
        ...['index', 'band', 'bandWithEqualWeights', 'adverseContext', 'label', 'expected'],
        ...['resilient', 'quadrant', 'peers', 'partner'],
      ].sort(),
    );
  });

  test('has figures of one shape', async () => {
    const wrong = resultsOf(await uci).results.filter((figure) => {
      const { scope, school, group, slice, value, reason, low, high } = figure;
      const owner = scope === 'school' ? school && !group : scope === 'group' ? group && !school : !school && !group;
      const cut = slice === undefined || ['subject', 'grade'].includes(Object.keys(slice).join());
      const told = value === null ? typeof reason === 'string' && reason !== '' : reason === undefined;
      const interval =
        low === undefined
          ? high === undefined
          : 0 <= low && low <= value! + 1e-9 && value! <= high! + 1e-9 && high! <= 100;
      const sums = [figure.numerator, figure.denominator, figure.rows, figure.rowsLeftOut].every(Number.isFinite);
      return (
        !(owner || scope === 'district') ||
        !cut ||
        !told ||
        !interval ||
        !sums ||
        !/^20\d\d-Q[1-4]$/.test(figure.period)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('has each figure once', async () => {
    const places = resultsOf(await uci).results.map(place);
    expect(new Set(places).size).toBe(places.length);
  });

  test('has issues with a place, an id and a Russian sentence', async () => {
    const { issues } = resultsOf(await uci);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue).toMatchObject({
        period: expect.stringMatching(/^20\d\d-Q[1-4]$/),
        school: expect.stringMatching(/^(gp|ms)$/),
        form: expect.stringMatching(/^(marks|classes|pupils|context)$/),
        row: expect.any(Number),
        id: expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
        severity: expect.stringMatching(/^(error|warning)$/),
        message: expect.stringMatching(/^Форма «.+\.$/),
      });
      expect(issue.message).not.toMatch(/undefined|null|NaN/);
    }
  });

  test('lists documents that are there and are real .docx files', async () => {
    const run = await uci;
    const { documents } = resultsOf(run);
    expect(documents).toHaveLength(1);
    for (const { kind, edition, title, file, hash } of documents) {
      expect([kind, edition]).toEqual(['district', 'служебная']);
      expect(title).toContain('II квартал 2023 г.');
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      const parts = await readParts(readFileSync(join(run.out, file)));
      expect(parts['word/document.xml']).toContain('Gabriel Pereira');
    }
    expect(readdirSync(join(run.out, 'reports'))).toHaveLength(1);
  });
});

describe('workbook.xlsx', () => {
  test('opens in another program, with a tab for each school and the consolidated ones', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join((await uci).out, 'workbook.xlsx'));
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Gabriel Pereira', 'Mousinho da Silveira', 'Показатели', 'Состояние']),
    );
    expect(names.every((name) => name.length <= 31)).toBe(true);
    const sheet = book.getWorksheet('Gabriel Pereira')!;
    expect(sheet.getCell('A1').value).toBe('head/school/gp/СОШ');
    expect(sheet.getColumn(1).hidden).toBe(true);
    const figures = book.getWorksheet('Показатели')!;
    const periods = new Set(
      figures
        .getColumn(1)
        .values.map(String)
        .filter((text) => /^20\d\d-Q\d$/.test(text)),
    );
    expect([...periods].sort()).toEqual(['2022-Q4', '2023-Q1', '2023-Q2']);
  });
});

describe('rows with wrong values', () => {
  // Row numbers of marks.csv: 1-8 are 2022-Q4, 9-16 2023-Q1, 17-24 2023-Q2.
  const lines = MARKS.trimEnd().split('\n');
  const wrong = marksWith(
    {
      3: { five: 'пять' },
      6: { two: '-1' },
      10: { three: '500' },
      18: { three: '' },
      19: { four: '2.5' },
      20: { grade: '' },
    },
    [lines[22]!, '2023-Q2,ms,,,,,,,,,,'],
  );
  const run = demo('--data', folder({ 'schools.csv': SCHOOLS, 'marks.csv': wrong }));

  test('are issues at the very row of the file', async () => {
    const found = resultsOf(await run).issues.filter(({ form, id }) => form === 'marks' && id !== 'row/not-started');
    const told = found.map(({ row, id, severity, field, period, school }) => [
      row,
      id,
      severity,
      field,
      period,
      school,
    ]);
    const [periodOf, schoolOf] = [0, 1].map((at) => (row: number) => lines[row]!.split(',')[at]) as [
      (row: number) => string,
      (row: number) => string,
    ];
    const wanted = (
      [
        [3, 'cell/not-a-number', 'error', 'five'],
        [6, 'cell/negative', 'error', 'two'],
        [10, 'row/sum-exceeds-whole', 'error', 'enrolled'],
        [18, 'cell/blank', 'warning', 'three'],
        [19, 'cell/date', 'error', 'four'],
        [20, 'cell/required', 'error', 'grade'],
        [22, 'row/duplicate', 'error', 'grade'],
        [25, 'row/duplicate', 'error', 'grade'],
      ] as const
    ).map(([row, ...rest]) => [row, ...rest, periodOf(row === 25 ? 22 : row), schoolOf(row === 25 ? 22 : row)]);
    expect(told).toEqual(expect.arrayContaining(wanted));
    expect(found.filter(({ severity }) => severity === 'error')).toHaveLength(7);
  });

  test('are named by that row in their sentences', async () => {
    for (const { row, message } of resultsOf(await run).issues) {
      if (row > 0) expect(message).toContain(`строка № ${row}.`);
    }
  });

  test('are left out of the figures, while the others count', async () => {
    const results = resultsOf(await run);
    expectFiguresOf(results, without(wrong, [3, 6, 10, 18, 19, 20, 22, 25, 26]));
    const district = results.results.filter(
      ({ indicator, scope, slice }) => indicator === 'pass-rate' && scope === 'district' && !slice,
    );
    expect(district.map(({ rows, rowsLeftOut }) => [rows, rowsLeftOut])).toEqual([
      [6, 2],
      [7, 1],
      [4, 5],
    ]);
  });

  test('of one quarter do not spoil the next one, although their cells are typed into again', async () => {
    // Every count of the first quarter is typed with a point, so that each cell becomes a date.
    const [header, ...rows] = lines;
    const spoilt = rows.map((line, index) => {
      const cells = line.split(',');
      return index < 8 ? [...cells.slice(0, 6), ...cells.slice(6).map((_, at) => `${at + 1}.5`)].join(',') : line;
    });
    const marks = [header, ...spoilt, ''].join('\n');
    const results = resultsOf(await demo('--data', folder({ 'schools.csv': SCHOOLS, 'marks.csv': marks })));
    expectFiguresOf(results, without(marks, [1, 2, 3, 4, 5, 6, 7, 8]));
  });
});

describe('what cannot be read', () => {
  const marksOf = (line: string) => ({ 'schools.csv': SCHOOLS, 'marks.csv': `${MARKS.split('\n')[0]}\n${line}\n` });
  const cases: [string, string[], RegExp][] = [
    ['no such folder', ['--data', '/nowhere/at/all'], /\/nowhere\/at\/all: такой папки нет/],
    ['no register', ['--data', folder({ 'marks.csv': MARKS })], /schools\.csv: файла нет/],
    ['no data', ['--data', folder({ 'schools.csv': SCHOOLS })], /нет ни одной строки данных/],
    [
      'an unknown column',
      ['--data', folder({ 'schools.csv': SCHOOLS, 'marks.csv': 'period,school,шесть\n' })],
      /marks\.csv, строка 1, столбец «шесть»/,
    ],
    [
      'a period that is none',
      ['--data', folder(marksOf('2022-Q5,gp,9,А,Физика,1,0,1,0,0,0,0'))],
      /marks\.csv, строка 2, столбец «period»/,
    ],
    [
      'an unknown school',
      ['--data', folder(marksOf('2022-Q4,xx,9,А,Физика,1,0,1,0,0,0,0'))],
      /marks\.csv, строка 2, столбец «school»/,
    ],
    ['a row too short', ['--data', folder(marksOf('2022-Q4,gp,9'))], /marks\.csv, строка 2/],
    ['a quote left open', ['--data', folder(marksOf('2022-Q4,gp,9,"А,Физика,1,0,1,0,0,0,0'))], /marks\.csv, строка \d/],
    ['an unknown report', ['--data', UCI, '--report', 'nonsense'], /--report nonsense: такого отчёта нет/],
    ['an unknown edition', ['--data', UCI, '--edition', 'nonsense'], /--edition nonsense/],
    [
      'an edition that the report has not',
      ['--data', UCI, '--report', 'staff', '--edition', 'публичная'],
      /--edition публичная: такой редакции у отчёта нет\. Есть: служебная/,
    ],
    ['a quarter that is none', ['--data', UCI, '--through', '2023'], /--through 2023: нужен квартал вида 2023-Q2/],
    [
      'a quarter before the data',
      ['--data', UCI, '--through', '2020-Q1'],
      /--through 2020-Q1: данные начинаются позже/,
    ],
    ['an option that is none', ['--datta', UCI], /Непонятно: «--datta»/],
    ['an option without its value', ['--data'], /После --data нужно значение/],
  ];
  const runs = new Map(cases.map(([name, args]) => [name, demo(...args)]));

  test.each(cases)('%s: one line that names it, exit code 1, nothing written', async (name, _, words) => {
    const { code, complained, said, out } = await runs.get(name)!;
    expect(code).toBe(1);
    expect(complained).toMatch(words);
    expect(complained.trimEnd()).not.toContain('\n');
    expect(said).toBe('');
    expect(existsSync(out)).toBe(false);
  });
});

describe('options', () => {
  const stopped = demo('--data', UCI, '--through', '2023-Q1', '--report', 'all');

  test('--through stops at a quarter, which stays open; later data are not there', async () => {
    const results = resultsOf(await stopped);
    expect(results.periods).toEqual([
      { key: '2022-Q4', closed: true },
      { key: '2023-Q1', closed: false },
    ]);
    expectFiguresOf(results, without(MARKS, [17, 18, 19, 20, 21, 22, 23, 24]));
    expect(results.documents[0]!.title).toContain('I квартал 2023 г.');
  });

  test('--report all builds every kind there is', async () => {
    const { documents } = resultsOf(await stopped);
    expect(documents.map(({ kind }) => kind)).toContain('district');
  });

  test('--help says what may be asked, and writes nothing', async () => {
    const { code, said, out } = await demo('--help');
    expect(code).toBe(0);
    expect(said).toContain('Использование: npm run demo');
    for (const option of ['data', 'out', 'report', 'edition', 'through', 'describe'])
      expect(said).toContain(`--${option}`);
    expect(existsSync(out)).toBe(false);
  });

  test('--describe prints requirements, forms and formulas in Russian, and writes nothing', async () => {
    const { code, said, out } = await demo('--describe');
    expect(code).toBe(0);
    for (const words of [
      'Успеваемость обучающихся',
      'Успешность по отметкам',
      'pass-rate',
      'quality-rate',
      'marks',
      'notAssessed',
      'Отметки',
      'O3.1: обеспечить реализацию программы → реестр plan «План программы», графа «Статус»; отчёт roadmap',
      'TI1b: качество 30 % в этих школах → вкладка «Целевые индикаторы», цель TI1b; показатель pupil-quality-rate',
      'R3.1а: школы с максимальным и стабильным улучшением → отчёт order-draft',
      'plan «План программы», строк приказа: 41',
      'overdue: Просрочено, дней (count, считается)',
      '× 100 %',
    ]) {
      expect(said).toContain(words);
    }
    expect(existsSync(out)).toBe(false);
  });

  const written = demo('--through', '2020-Q2', '--report', 'all');

  test('every number of every document is one that results.json, a register, a plan or the typed rows account for', async () => {
    const { out } = await written;
    const results = resultsOf(await written);
    const { rows } = demonstration(programme.forms, ['2020-Q1', '2020-Q2']);
    const accounts = new Accounts(results, countedIn(rows, results, '2020-Q2'));
    expect(new Set(results.documents.map(({ kind }) => kind)).size).toBe(reportKinds.length);
    for (const { subject, title, file } of results.documents) {
      const { body } = await readDocx(readFileSync(join(out, file)));
      const report = { body, period: '2020-Q2', subject };
      expect({ title, unaccounted: accounts.unaccounted(report) }).toEqual({ title, unaccounted: [] });
    }
  });

  test('without --data it is the demonstration district, which says that its figures are invented, the same each time', async () => {
    const [run, again] = await Promise.all([written, demo('--through', '2020-Q2')]);
    const [results, same] = [run, again].map((one) => JSON.stringify({ ...resultsOf(one), documents: [] }));
    expect(results === same).toBe(true);
    expect(resultsOf(run).documents.slice(0, 1)).toEqual(resultsOf(again).documents);
    expect([run.code, run.complained]).toEqual([0, '']);
    expect(run.said).toContain('все числа вымышлены');
    const { schools, documents, registers } = resultsOf(run);
    expect(schools).toHaveLength(7);
    const plan = new Map(registers.plan!.map((row) => [row.number, row]));
    expect(plan.size).toBe(41);
    expect(plan.get('1.1.4')).toMatchObject({ status: 'выполнено', doneOn: '2020-04-05', late: 5, overdue: null });
    expect(plan.get('1.1.5')).toMatchObject({ status: 'выполнено', doneOn: '2020-06-19' });
    const parts = await readParts(readFileSync(join(run.out, documents[0]!.file)));
    expect(parts['word/document.xml']).toContain('Учебные данные');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(run.out, 'workbook.xlsx'));
    const tabs = book.worksheets.filter(({ state }) => state !== 'veryHidden');
    const unmarked = tabs.filter((sheet) => !JSON.stringify(sheet.getRow(1).values).includes('Учебные данные'));
    expect(unmarked.map(({ name }) => name)).toEqual([]);
  });
});

test('a district with a school more than a year ago has not grown by it: the report names that school', async () => {
  const pupils = 'period,school,grade,letter,enrolled,assessed,excellent,good,oneThree,failing,notAssessed,notMastered';
  const data = folder({
    'schools.csv': 'key,name,type,group,partner\na,Школа А,СОШ,ведущая,\nb,Школа Б,СОШ,участник,a\n',
    'classes.csv': 'period,school,grade,letter,enrolled\n2022-Q2,b,5,А,100\n2023-Q2,a,5,А,100\n2023-Q2,b,5,А,100\n',
    'pupils.csv': [
      pupils,
      '2022-Q2,b,5,А,100,100,5,15,5,5,5,0',
      '2023-Q2,a,5,А,100,100,60,30,5,0,0,0',
      '2023-Q2,b,5,А,100,100,5,15,5,5,5,0',
    ].join('\n'),
  });
  const { out } = await demo('--data', data);
  const { documents } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Written;
  const { body } = await readDocx(readFileSync(join(out, documents[0]!.file)));
  const words = paragraphs(body)
    .map((each) => textOf(each).replaceAll('\u00a0', ' '))
    .join('\n');
  expect(words).toContain('не вошли: Район – Школа А (нет за II квартал 2022 г.)');
  expect(words).toContain('с учётом численности показатель существенно не изменился');
  expect(words).not.toMatch(/это (рост|снижение)/);
});

test('the fixtures are the counts that their README tells the source and licence of', () => {
  const readme = readFileSync(join(UCI, 'README.md'), 'utf8');
  expect(readme).toContain('P. Cortez, A. Silva');
  expect(readme).toContain('CC BY 4.0');
  expect(MARKS.trimEnd().split('\n')).toHaveLength(25);
});
