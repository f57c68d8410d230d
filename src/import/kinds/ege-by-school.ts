import { type Cell, isBlank, type KnownSchool, quoted, textOf } from '../../model';
import { isUnreadable } from '../absent';
import { yearIn } from '../dates';
import { isTotal } from '../groups';
import { numbersColumns } from '../header';
import { countOf, numberOf, toHundredths } from '../numbers';
import { sameMunicipality } from '../place-names';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, type SchoolFinder } from '../schools';
import { cellsAbove, type Sheet, shownText, widthOf, wordsOf } from '../sheet';
import { subjectOf } from '../subjects';

const METRICS = {
  n: /принял[ио] участие|участник|сдавал/,
  below_min: /порог|мин(?:имальн|и)?|не преодол/,
  high_80_99: /высокобал|80 ?- ?99|81 ?- ?99/,
  score_100: /(?:^| )100(?: |$)|сто балл|стобал/,
  avg: /средний/,
} as const;
type Metric = keyof typeof METRICS;

interface Exam {
  readonly subject: string;
  readonly columns: Partial<Record<Metric, number>>;
}

interface Layout {
  readonly year: number | null;
  /** The last row of the header. */
  readonly row: number;
  readonly municipality: number;
  readonly school: number;
  readonly graduates: number | null;
  readonly exams: readonly Exam[];
  readonly lost: readonly LostExam[];
}

/** Results that cannot be taken: `subject` is blank where nothing above its column says which it is. */
interface LostExam {
  readonly subject: string;
  readonly column: number;
}

/** The region's form of results of the ЕГЭ: a school a line, five columns a subject, the district named above its schools or on each line. */
export const egeBySchool: Recogniser = {
  kind: 'ege',
  form: 'ege',
  title: 'ЕГЭ: результаты по школам (форма региона)',
  bySheet: true,
  read(sheet, schools) {
    const layout = layoutOf(sheet);
    return layout && linesOf(sheet, layout, schools);
  },
  passedOver(sheet) {
    const layout = layoutOf(sheet);
    return layout ? lostExams(sheet, layout) : [];
  },
};

function layoutOf(sheet: Sheet): Layout | null {
  const index = sheet.spread.findIndex((cells) => {
    const words = cells.map(wordsOf);
    return words.some((cell) => METRICS.n.test(cell)) && words.some((cell) => METRICS.avg.test(cell));
  });
  if (index < 0) return null;
  const row = index + 1;
  const titles = [...cellsAbove(sheet, row)].map(({ cell }) => textOf(cell));
  if (titles.some((title) => /заявлени[яй]|на участие/i.test(title))) return null;
  if (!titles.some((title) => /ЕГЭ|единого государственного/i.test(title)) && !/ЕГЭ/.test(sheet.name)) return null;
  const { exams, lost } = examsOf(sheet, row);
  const before = Math.min(...exams.flatMap(({ columns }) => Object.values(columns)));
  const column = (words: RegExp): number | null => captionColumn(sheet, row, before, words);
  const school = column(/образовательн[а-я]+ организаци|школа|^оо$|^оу$|учреждени/);
  if (school === null || exams.length === 0) return null;
  const municipality = column(/муниципал|^мо$|район/) ?? 0;
  return { year: yearOf(sheet, row, titles), row, municipality, school, graduates: column(/выпускник/), exams, lost };
}

function captionColumn(sheet: Sheet, row: number, before: number, words: RegExp): number | null {
  for (let column = 1; column < before; column += 1) {
    for (let at = row; at > 0 && at > row - 4; at -= 1) {
      if (words.test(wordsOf(sheet.spread[at - 1]![column - 1]))) return column;
    }
  }
  return null;
}

/** Columns of each subject: its name stands above the first of them, merged or not. */
function examsOf(sheet: Sheet, row: number): { exams: Exam[]; lost: LostExam[] } {
  const exams: Exam[] = [];
  const nameless: number[] = [];
  for (let column = 1; column <= widthOf(sheet); column += 1) {
    const words = wordsOf(sheet.spread[row - 1]![column - 1]);
    const metric = (Object.keys(METRICS) as Metric[]).find((key) => METRICS[key].test(words));
    if (metric === undefined || /выпускник/.test(words)) continue;
    const above = sheet.spread[row - 2]?.[column - 1];
    const subject = subjectOf(above);
    const last = exams[exams.length - 1];
    if (last && (subject === '' || subject === last.subject) && last.columns[metric] === undefined) {
      last.columns[metric] = column;
    } else if (subject !== '') exams.push({ subject, columns: { [metric]: column } });
    else nameless.push(column);
  }
  const whole = exams.filter(({ columns }) => columns.n !== undefined);
  const rest = exams.filter((exam) => !whole.includes(exam));
  const first = ({ subject, columns }: Exam): LostExam => ({ subject, column: Math.min(...Object.values(columns)) });
  // Columns side by side are one exam's.
  const lost = nameless.filter((column) => !nameless.includes(column - 1)).map((column) => ({ subject: '', column }));
  return { exams: whole, lost: [...rest.map(first), ...lost] };
}

/** Said where there is anything to lose. */
const lostExams = ({ name, rows }: Sheet, { row, lost }: Layout): string[] =>
  lost
    .filter(({ column }) => rows.slice(row).some((cells) => numberOf(cells[column - 1]) !== null))
    .map(({ subject, column }) => {
      const why = subject === '' ? 'не назван предмет' : `нет графы «Приняло участие» у предмета ${quoted(subject)}`;
      return `лист ${quoted(name)}, столбец ${column}: ${why}, эти результаты не прочитаны; исправьте шапку в файле`;
    });

/** The title, the sheet's name and the header name the year; where they differ, as most of them do. */
function yearOf(sheet: Sheet, row: number, titles: readonly string[]): number | null {
  const header = sheet.spread[row - 1]!.map((cell) => textOf(cell)).filter((text) => /выпускник/i.test(text));
  const title = titles.find((text) => /результат|информаци/i.test(text) && yearIn(text) !== null) ?? '';
  const told = [yearIn(title), yearIn(sheet.name), yearIn(header[0] ?? '')].filter((year) => year !== null);
  return told.find((year, at) => told.indexOf(year) < at) ?? told[0] ?? null;
}

interface FileLine {
  readonly row: number;
  readonly municipality: string;
  readonly name: string;
  readonly group: Cell | null;
}

function linesOf(sheet: Sheet, layout: Layout, schools: SchoolFinder): Line[] {
  const found = fileLines(sheet, layout);
  const ofSchools = found.filter(({ group }) => group === null);
  const own = schools.ownMunicipality(ofSchools.filter(({ municipality }) => municipality !== ''));
  return found.flatMap(({ row, municipality, name, group }) => {
    if (group !== null) return [skipped(shownText(group), 'not_school_row', row)];
    const elsewhere = municipality !== '' && own !== '' && !sameMunicipality(municipality, own);
    if (elsewhere) return [skipped(shownText(`${name} (${municipality})`), 'other_municipality', row)];
    const text = shownText(name);
    const answer = schools.find({ name, ours: own !== '' && municipality !== '' });
    if (!isSchool(answer)) return [refused(text, answer, row, { name })];
    return layout.exams.flatMap((exam) => examLine(sheet, row, layout, exam, answer, text));
  });
}

/** Lines of the table: schools, each with the municipality it stands under, and lines about schools together. */
function fileLines(sheet: Sheet, { row: top, municipality, school, graduates, exams }: Layout): FileLine[] {
  const numbers = [...exams.flatMap(({ columns }) => Object.values(columns)), ...(graduates ? [graduates] : [])];
  let under = '';
  return sheet.rows.flatMap((cells, index): FileLine[] => {
    const row = index + 1;
    if (row <= top || numbersColumns(sheet, row)) return [];
    const [place, name] = [cells[municipality - 1], cells[school - 1]];
    const holds = numbers.some((column) => !isBlank(cells[column - 1]));
    if (isTotal(place) || isTotal(name))
      return [{ row, municipality: '', name: '', group: isBlank(place) ? name! : place! }];
    if (isBlank(name)) {
      const isPlace = !isBlank(place) && (holds || isMunicipality(place));
      if (isPlace) under = textOf(place);
      return isPlace ? [{ row, municipality: '', name: '', group: place! }] : [];
    }
    if (!isBlank(place)) under = textOf(place);
    return holds ? [{ row, municipality: under, name: textOf(name), group: null }] : [];
  });
}

const isMunicipality = (cell: Cell | undefined): boolean => /район|округ|^г(?:ород)? |^мо /.test(wordsOf(cell));

function examLine(
  sheet: Sheet,
  row: number,
  { year, graduates }: Layout,
  { subject, columns }: Exam,
  school: KnownSchool,
  text: string,
): Line[] {
  const cells = sheet.rows[row - 1]!;
  const at = (metric: Metric): Cell | undefined => cells[(columns[metric] ?? 0) - 1];
  const n = countOf(at('n'));
  // Where nobody took part the means are errors of division.
  if (n === 0 || (n === null && !isUnreadable(at('n')))) return [];
  if ((Object.keys(columns) as Metric[]).some((metric) => isUnreadable(at(metric))) || n === null)
    return [refused(shownText(`${text}: ${subject}`), 'unreadable', row)];
  const [below_min, high_80_99, score_100] = (['below_min', 'high_80_99', 'score_100'] as const).map(
    (metric) => countOf(at(metric)) ?? 0,
  ) as [number, number, number];
  const all = graduates === null ? null : countOf(cells[graduates - 1]);
  const mean = numberOf(at('avg'));
  if ((all !== null && n > all) || below_min + high_80_99 + score_100 > n)
    return [refused(shownText(`${text}: ${subject}`), 'counts_mismatch', row)];
  const avg = mean ? toHundredths(mean.value) : null;
  const counts = { year, school: school.name, subject, n, below_min, high_80_99, score_100, avg };
  return [{ is: 'counts', row, school, key: [year, subject], text, counts }];
}
