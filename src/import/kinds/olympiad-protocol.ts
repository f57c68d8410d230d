import { type Cell, isBlank, type KnownSchool, textOf } from '../../model';
import { isNothing, wasAbsent } from '../absent';
import { dayIn, schoolYear, schoolYearIn, schoolYearOf, yearIn } from '../dates';
import { lackingNumbers, numbersOf } from '../doubts';
import { namesSchool } from '../groups';
import { type Captions, findHeader, type Header, named } from '../header';
import { numberOf } from '../numbers';
import { type Line, type Recogniser, refused } from '../recogniser';
import { isSchool, type SchoolFinder } from '../schools';
import { cellsAbove, labelled, type Sheet, shownText, wordsOf } from '../sheet';
import { subjectOf } from '../subjects';

/** Part scores (theory, practice) are none of the result. */
const isResult = (captions: Captions): boolean =>
  captions.some((words) => /^(?:итоговый балл|балл|результат|итог|сумма баллов|общий балл)[^(]*$/.test(words)) &&
  !captions.some((words) => /\(|предварит|максимальн|процент/.test(words));

const COLUMNS = {
  school: named(/^(?:образовательн|школа|оу$|оо$|учреждени|наименование оо|место обучения|полное название)/),
  subject: named(/^предмет/),
  code: named(/^(?:код|шифр|id)/),
  score: isResult,
  status: named(/^(?:статус|тип диплома|результат участия|степень)/),
  prize: named(/^приз[её]р$/),
  stage: named(/^этап/),
  year: named(/^(?:год|учебный год)$/),
};
type Key = keyof typeof COLUMNS;

const STAGES: readonly (readonly [RegExp, string])[] = [
  [/заключит|^зэ$|всероссийский этап/, 'заключительный'],
  [/регион|^рэ$/, 'региональный'],
  [/муниц|^мэ$/, 'муниципальный'],
  [/школьн[а-я]* (?:этап|тур|уров)|^школьный$|^шэ$/, 'школьный'],
];

const stageIn = (cell: Cell | undefined): string | null => {
  const words = wordsOf(cell);
  return STAGES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
};

/** ВсОШ: a line a participant, with names; only counts by school come out of here. */
export const olympiadProtocol: Recogniser = {
  kind: 'vsosh',
  form: 'achievements',
  title: 'ВсОШ: протоколы олимпиады',
  bySheet: true,
  summed: true,
  note: 'names, codes never leave the parser',
  read(sheet, schools) {
    const header = findHeader(sheet, COLUMNS, ['school', 'status']);
    if (!header || !isOlympiad(sheet, header)) return null;
    // A list of winners says nothing of who took part.
    if (header.columns.score === undefined && header.columns.stage === undefined) return null;
    return linesOf(sheet, header, schools);
  },
  doubts(sheet, before) {
    const [lacking] = lackingNumbers([numbersIn(sheet)], before && numbersIn(before));
    return lacking ? [lacking] : [];
  },
  about(sheets) {
    const stages = new Set(sheets.map(stageOf).filter((stage) => stage !== null));
    return stages.size === 1 ? { stage: [...stages][0] } : {};
  },
};

const isOlympiad = (sheet: Sheet, { top, columns }: Header<Key>): boolean =>
  columns.stage !== undefined || [...cellsAbove(sheet, top)].some(({ cell }) => /олимпиад|всош/.test(wordsOf(cell)));

function stageOf(sheet: Sheet): string | null {
  const header = findHeader(sheet, COLUMNS, ['school', 'status']);
  if (!header) return null;
  const above = [...cellsAbove(sheet, header.top)].map(({ cell }) => stageIn(cell)).find((stage) => stage !== null);
  if (above) return above;
  const column = header.columns.stage;
  const told = sheet.rows.slice(header.row).map((cells) => (column ? stageIn(cells[column - 1]) : null));
  const stages = new Set(told.filter((stage) => stage !== null));
  return stages.size === 1 ? [...stages][0]! : null;
}

/** A participant's line names a school and more: what stands below the table is signatures and dates. */
function numbersIn(sheet: Sheet): number[] {
  const header = findHeader(sheet, COLUMNS, ['school', 'status'])!;
  const school = header.columns.school! - 1;
  const lines = sheet.rows
    .slice(header.row)
    .filter((cells) => !isBlank(cells[school]) && cells.filter((cell) => !isBlank(cell)).length > 2);
  return numbersOf(sheet, header, lines);
}

interface Sums {
  readonly school: KnownSchool;
  readonly year: string | null;
  readonly subject: string;
  readonly stage: string | null;
  participants: number;
  winners: number;
  prizers: number;
}

type Part = 'winners' | 'prizers' | 'others';

/** What a line counts as; null for whoever did not take part. */
function partOf(at: (key: Key) => Cell | undefined, hasScore: boolean): Part | 'unreadable' | null {
  const status = wordsOf(at('status'));
  if (!isNothing(at('status')) && wasAbsent(at('status'))) return null;
  if (hasScore && wasAbsent(at('score'))) return null;
  if (hasScore && numberOf(at('score')) === null) return 'unreadable';
  if (/^побед/.test(status)) return 'winners';
  return /^призе?р/.test(status) || (/^да$|^призе?р|^\+$/.test(wordsOf(at('prize'))) && !/^побед/.test(status))
    ? 'prizers'
    : 'others';
}

function linesOf(sheet: Sheet, header: Header<Key>, schools: SchoolFinder): Line[] {
  const ofSheet = aboutSheet(sheet, header.top);
  const sums = new Map<string, Sums>();
  const left: Line[] = [];
  const seen = new Set<string>();
  for (let row = header.row + 1; row <= sheet.rows.length; row += 1) {
    const cells = sheet.rows[row - 1]!;
    const at = (key: Key): Cell | undefined => cells[(header.columns[key] ?? 0) - 1];
    const name = textOf(at('school'));
    const part = partOf(at, header.columns.score !== undefined);
    if (part === null || isSecond(at('code'), cells, seen)) continue;
    if (name === '') {
      if (textOf(at('code')) !== '') left.push(refused('школа не названа', 'unreadable', row));
      continue;
    }
    const answer = schools.find({ name, ours: true });
    if (!isSchool(answer)) {
      // Where columns have slipped, a name may stand here.
      const text = namesSchool(name) ? shownText(name) : 'школа не названа';
      left.push(refused(text, answer, row, { name }));
      continue;
    }
    if (part === 'unreadable') {
      left.push(refused(`${answer.name}: балл не прочитан`, 'unreadable', row));
      continue;
    }
    const stage = stageIn(at('stage')) ?? ofSheet.stage;
    const year = yearOf(textOf(at('year')), stage) ?? ofSheet.year;
    const subject = subjectOf(at('subject')) || ofSheet.subject;
    const key = JSON.stringify([answer.key, subject, stage, year]);
    const sum = sums.get(key) ?? { school: answer, year, subject, stage, participants: 0, winners: 0, prizers: 0 };
    sum.participants += 1;
    if (part !== 'others') sum[part] += 1;
    sums.set(key, sum);
  }
  const several = new Set([...sums.values()].map(({ stage }) => stage)).size > 1;
  return [...[...sums.values()].map((sum) => countsOf(sum, several)), ...left];
}

/** The same participant on two lines that agree in everything is one. */
function isSecond(code: Cell | undefined, cells: readonly Cell[], seen: Set<string>): boolean {
  if (textOf(code) === '') return false;
  const line = cells.map((cell) => textOf(cell)).join('\u0001');
  if (seen.has(line)) return true;
  seen.add(line);
  return false;
}

function aboutSheet(sheet: Sheet, above: number): { subject: string; year: string | null; stage: string | null } {
  const cells = [...cellsAbove(sheet, above)].map(({ cell }) => cell);
  const stage = cells.map(stageIn).find((found) => found !== null) ?? null;
  const olympiad = labelled(sheet, above, /^олимпиада/i)?.text.split(/\s[—–-]\s/)[0] ?? '';
  const subject = labelled(sheet, above, /^предмет/i)?.text ?? olympiad;
  const year = cells.map((cell) => schoolYearIn(textOf(cell))).find((found) => found !== null);
  const single = cells.map((cell) => yearOf(textOf(cell), stage)).find((found) => found !== null);
  return { subject: subjectOf(subject || sheet.name), year: year ?? single ?? null, stage };
}

/** The school year an olympiad belongs to: its first two stages are held in autumn, the others after the New Year. */
function yearOf(text: string, stage: string | null): string | null {
  const day = dayIn(text);
  const year = yearIn(text);
  if (schoolYearIn(text) !== null) return schoolYearIn(text);
  if (day !== null) return schoolYearOf(day);
  if (year === null) return null;
  return schoolYear(stage === 'региональный' || stage === 'заключительный' ? year - 1 : year);
}

function countsOf({ school, year, subject, stage, participants, winners, prizers }: Sums, several: boolean): Line {
  const counts = {
    ...{ year, school: school.name, subject },
    ...(several ? { stage } : {}),
    ...{ participants, winners, prizers },
  };
  return { is: 'counts', school, key: [year, subject, stage], text: school.name, counts, beside: { stage } };
}
