import { type Cell, isBlank, type KnownSchool, textOf } from '../../model';
import { wasAbsent } from '../absent';
import { contradiction, type Doubt, lackingNumbers, numbersOf, unproven } from '../doubts';
import { namesSchool } from '../groups';
import { findHeader, type Header, named } from '../header';
import { numberOf } from '../numbers';
import { type Line, type Recogniser, refused } from '../recogniser';
import { isSchool, type SchoolFinder } from '../schools';
import { type Sheet, shownText, wordsOf } from '../sheet';
import { isTitled, workOf } from '../vpr-title';

const COLUMNS = {
  login: named(/^(?:оо|логин)$/),
  school: named(/^(?:название|наименование) оо$/),
  pupil: named(/^код участника/),
  variant: named(/^вариант$/),
  mark: named(/^отметка$/),
  journal: named(/^отметка по журналу/),
};
type Key = keyof typeof COLUMNS;

const headerOf = (sheet: Sheet) => findHeader(sheet, COLUMNS, ['login', 'pupil', 'variant', 'mark']);

const MARKS = [2, 3, 4, 5];

/** ФИС ОКО, individual results: a line a pupil by a code, of which only marks by school come out of here. */
export const vprIndividual: Recogniser = {
  kind: 'vpr_marks',
  form: 'vpr',
  title: 'ВПР: индивидуальные результаты с отметками (ФИС ОКО, Ф1)',
  bySheet: true,
  note: 'no personal data may leave the parser; only counts per school',
  doubts(sheet, before) {
    const [lacking] = lackingNumbers([numbersIn(sheet)], before && numbersIn(before));
    return [...(lacking ? [lacking] : []), ...shortGroups(sheet, headerOf(sheet)!)];
  },
  read(sheet, schools) {
    const header = headerOf(sheet);
    if (!header || !isTitled(sheet, header.row, /впр|индивидуальные результаты/i)) return null;
    const { row: top, columns } = header;
    const at = (row: number, key: Key): Cell | undefined => sheet.rows[row - 1]?.[(columns[key] ?? 0) - 1];
    const { year, subject, grade } = workOf(sheet, top);
    const { bySchool, left } = pupilsOf(sheet, top, at, schools);
    const compares = columns.journal !== undefined;
    const lines = [...bySchool].map(([school, pupils]): Line => {
      const counts = { year, school: school.name, subject, grade, n: pupils.length, ...marksOf(pupils) };
      const beside = compares ? comparedOf(pupils) : {};
      return { is: 'counts', school, key: [year, subject, grade], text: school.name, counts, beside };
    });
    return [...lines, ...left];
  },
};

/** The lines that have the code of a pupil. */
function numbersIn(sheet: Sheet): number[] {
  const header = headerOf(sheet)!;
  const lines = sheet.rows.slice(header.row).filter((cells) => !isBlank(cells[header.columns.pupil! - 1]));
  return numbersOf(sheet, header, lines);
}

const GROUP = /(?:кол-во|количество|число) участников\D*(\d+)/;
const LOGIN = /(?:edu|sch)\d{4,}/i;

/** How many pupils a line tells of: «Кол-во участников: 89». */
interface Group {
  readonly row: number;
  readonly said: number;
  readonly ofSchool: boolean;
}

/**
 * The line above the pupils of a school says how many follow; where pupils come first, it is the line below them. Lines of
 * a district or of classes stand among those of schools: what they say may be said of lines elsewhere.
 */
function shortGroups(sheet: Sheet, { row: top, columns }: Header<Key>): Doubt[] {
  const lines = sheet.rows.slice(top).flatMap((cells, index): (Group | 'pupil')[] => {
    const said = cells.map((cell) => GROUP.exec(wordsOf(cell))?.[1]).find((count) => count !== undefined);
    const ofSchool = cells.some((cell) => namesSchool(cell) || LOGIN.test(textOf(cell)));
    if (said !== undefined) return [{ row: top + 1 + index, said: Number(said), ofSchool }];
    return isBlank(cells[columns.pupil! - 1]) ? [] : ['pupil'];
  });
  const below = lines[0] !== 'pupil';
  if (!below) lines.reverse();
  const doubts = lines.flatMap((group, index): Doubt[] => {
    if (group === 'pupil') return [];
    const rest = lines.slice(index + 1);
    const next = rest.findIndex((line) => line !== 'pupil' && (line.ofSchool || !group.ofSchool));
    const pupils = rest.slice(0, next < 0 ? rest.length : next).filter((line) => line === 'pupil').length;
    if (pupils >= group.said || (pupils === 0 && !group.ofSchool)) return [];
    const doubt = below && group.ofSchool && pupils > 0 ? contradiction : unproven;
    const where = below ? 'под ней' : 'над ней';
    return [doubt(`строка ${group.row}: участников ${group.said}, а строк ${where} ${pupils}`)];
  });
  return below ? doubts : doubts.reverse();
}

interface Pupil {
  readonly mark: number;
  /** Null where the journal has none. */
  readonly journal: number | null;
}

function pupilsOf(
  sheet: Sheet,
  top: number,
  at: (row: number, key: Key) => Cell | undefined,
  schools: SchoolFinder,
): { bySchool: Map<KnownSchool, Pupil[]>; left: Line[] } {
  const bySchool = new Map<KnownSchool, Pupil[]>();
  const left: Line[] = [];
  for (let row = top + 1; row <= sheet.rows.length; row += 1) {
    const mark = markOf(at(row, 'mark'));
    // Whoever was absent has scores of 0 all the same; a line without a pupil is about none.
    if (wasAbsent(at(row, 'mark')) || /отсутств/.test(wordsOf(at(row, 'variant')))) continue;
    if (mark === null && isBlank(at(row, 'pupil'))) continue;
    const words = { login: textOf(at(row, 'login')), name: textOf(at(row, 'school')), ours: true };
    const answer = schools.find(words);
    if (!isSchool(answer)) left.push(refused(shownText(words.name || words.login), answer, row, words));
    else if (mark === null) left.push(refused(`${answer.name}: отметка не прочитана`, 'unreadable', row));
    else bySchool.set(answer, [...(bySchool.get(answer) ?? []), { mark, journal: markOf(at(row, 'journal')) }]);
  }
  return { bySchool, left };
}

function markOf(cell: Cell | undefined): number | null {
  const mark = numberOf(cell)?.value ?? 0;
  return MARKS.includes(mark) ? mark : null;
}

const marksOf = (pupils: readonly Pupil[]): Record<string, number> =>
  Object.fromEntries(MARKS.map((mark) => [`m${mark}`, pupils.filter((pupil) => pupil.mark === mark).length]));

/** Only of those whom the journal gives a mark, too. */
function comparedOf(pupils: readonly Pupil[]): Record<string, number> {
  const among = (fits: (mark: number, journal: number) => boolean): number =>
    pupils.filter(({ mark, journal }) => journal !== null && fits(mark, journal)).length;
  return {
    lower: among((mark, journal) => mark < journal),
    same: among((mark, journal) => mark === journal),
    higher: among((mark, journal) => mark > journal),
  };
}
