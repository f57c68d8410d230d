import type { RawRow, ReportDocument, Run } from '../../../src/model';
import { counted, PublicEditions, people, Reader, type Withheld } from '../public-reader';
import { TrainingDistrict } from '../training-district';
import { type Printed, printedOf } from './printed';

const PERIODS = ['2022-Q4', '2023-Q4'];
const SMALL = 'gudachi';

/** One school has a single class, of three; the same of what it says of its pupils as a whole. */
function ofThree(row: RawRow): RawRow {
  if (row.school !== SMALL || row.form !== 'pupils') return row;
  const failing = row.period === PERIODS[0] ? 0 : 1;
  const cells = { assessed: 3, excellent: 0, good: 1, oneThree: 1, failing, notAssessed: 0 };
  const none = { assessed: 0, excellent: 0, good: 0, oneThree: 0, failing: 0, notAssessed: 0 };
  return { ...row, cells: { ...row.cells, ...(row.cells.grade === '5' ? cells : none) } };
}

const editions = new PublicEditions(new TrainingDistrict([...PERIODS], ofThree), PERIODS);
const printed = new Map<string, Printed[]>();
const read = (documents: readonly ReportDocument[]): Promise<Printed[]> => Promise.all(documents.map(printedOf));
beforeAll(async () => {
  for (const period of PERIODS) printed.set(period, await read(editions.documents(period)));
});
const all = (): Printed[] => [...printed.values()].flat();

const isFew = (count: number, bound: number): boolean => count > 0 && count < bound;

/** What a run lets everybody read of few people. */
function fewIn({ text, figure, shows = 'value' }: Run): string[] {
  const indicator = figure && counted(figure);
  if (!figure || !indicator || !/\d/.test(text)) return [];
  const [part, whole] = [people(indicator, indicator.numerator), people(indicator, indicator.denominator)];
  const { numerator, denominator } = figure;
  const isTold = shows !== 'whole' && indicator.kind === 'share' && part;
  const few = [
    ...(whole && isFew(denominator, 10) ? [`всего ${denominator}`] : []),
    ...(isTold && isFew(numerator, 5) ? [`часть ${numerator}`] : []),
    ...(isTold && isFew(denominator - numerator, 5) ? [`остаток ${denominator - numerator}`] : []),
  ];
  return few.map((words) => `${figure.indicator} ${figure.school ?? figure.group ?? ''}: ${text}: ${words}`);
}

test('the small school is in the figures: there is something to be hidden in both periods', () => {
  for (const period of PERIODS) {
    const own = editions.secretsOf(period).filter(({ title }) => title.includes(`${SMALL}||pupil-pass-rate`));
    expect(own.map(({ title }) => title).join()).toContain('всего 3');
  }
});

test('no printed cell and no printed sentence tells of a school, a class or a part of few children', () => {
  expect(all().flatMap(({ runs }) => runs).length).toBeGreaterThan(200);
  expect(all().flatMap(({ runs }) => runs.flatMap(fewIn))).toEqual([]);
});

test('of the class of three nothing is printed, in any document', () => {
  const cells = all().flatMap((document) => document.cells);
  const own = cells.filter(({ runs }) =>
    runs.some(({ figure }) => figure?.school === SMALL && figure.indicator.startsWith('pupil-')),
  );
  expect(own.length).toBeGreaterThan(4);
  expect(own.filter(({ text }) => /\d/.test(text))).toEqual([]);
});

test('the mark of what is not published means nothing else below the same table', () => {
  const texts = all().map(({ text }) => text);
  expect(texts.join()).toContain('* Не публикуется');
  expect(texts.filter((text) => text.includes('* Малая численность'))).toEqual([]);
});

test('a column of people has no number below five in any row', () => {
  const ofPeople = /чел\.|Обучающихся|Участников|Человек|^n$/;
  const few = all().flatMap(({ cells }) =>
    cells.filter(
      ({ column, text, runs }) =>
        ofPeople.test(column.replaceAll('\u00ad', '')) &&
        !column.startsWith('Откл') &&
        runs.every(({ figure }) => !figure || counted(figure) !== null) &&
        /^[1-4]$/.test(text.trim()),
    ),
  );
  expect(few.map(({ caption, column, text }) => `${caption}: ${column}: ${text}`)).toEqual([]);
});

test('no sentence of any public document counts fewer than five of people', () => {
  const few = /(?:^|[^\d,.])[1-4]\sиз\s[\d\s]+(?:обучающ|работник|педагог|участ|чел|родител|выпускник)/;
  expect(all().filter(({ text }) => few.test(text))).toEqual([]);
});

test('who reads the files of both periods, adds and subtracts finds no small number', () => {
  const reader = new Reader(editions, PERIODS, (period) => printed.get(period)!.flatMap(({ runs }) => runs));
  expect([reader.found(), reader.narrowed()]).toEqual([[], []]);
});

test('where only the small numbers themselves are hidden, the files give them away', async () => {
  const broken: Withheld = ({ numerator, denominator }, shows = 'value') =>
    isFew(denominator, 10) || (shows !== 'whole' && (isFew(numerator, 5) || isFew(denominator - numerator, 5)));
  const runs = new Map<string, Run[]>();
  for (const period of PERIODS)
    runs.set(
      period,
      (await read(editions.documents(period, broken))).flatMap((document) => document.runs),
    );
  expect(new Reader(editions, PERIODS, (period) => runs.get(period)!).found().length).toBeGreaterThan(0);
});
