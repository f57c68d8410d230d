import { type Cell, isBlank, type KnownSchool, textOf } from '../../model';
import { isUnreadable } from '../absent';
import { dayIn, schoolYearIn, schoolYearOf } from '../dates';
import { isTotal } from '../groups';
import { alsoTaught, findHeader, named, ofMark } from '../header';
import { inCyrillic } from '../letters';
import { countOf } from '../numbers';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { schoolAbove } from '../school-above';
import { isSchool, type SchoolFinder } from '../schools';
import { cellsAbove, labelled, type Sheet, shownText, wordsOf } from '../sheet';
import { subjectOf } from '../subjects';
import { sumsByGrade } from './sums-by-grade';

const COLUMNS = {
  school: named(/^(?:оо|оу|школа|образовательн[а-я]+ .*|наименование оо)$/),
  cls: named(/^класс/),
  subject: named(/^предмет/),
  period: named(/^период/),
  n: named(/^(?:кол-во|количество|число|всего)(?:$| ?(?:уч(?!аст)|обуч|детей|человек))/),
  m5: ofMark(5, 'people'),
  m4: ofMark(4, 'people'),
  m3: ofMark(3, 'people'),
  m2: ofMark(2, 'people'),
  not_attested: named(/^н ?\/ ?а$|^не аттест/),
  exempt: named(/^осв/),
  no_mark: named(/^нет (?:оцен|отмет)/),
  passed: named(/^зч$|^зач/),
  failed: named(/^нз$|^незач/),
};
type Key = keyof typeof COLUMNS;

const COUNTED = ['m5', 'm4', 'm3', 'm2', 'not_attested', 'exempt', 'no_mark'] as const;
/** Neither has a place of its own in our forms, but both are pupils. */
const ALSO_PUPILS = ['passed', 'failed'] as const;

/** An electronic journal's marks by class and subject; percentages and means in it are left, the counts tell them. */
export const journalMarks: Recogniser = {
  kind: 'journal_marks',
  form: 'marks',
  title: 'Журнал: итоги успеваемости по классам и предметам',
  bySheet: false,
  columns: [
    { key: 'cls', title: 'Класс', required: true },
    { key: 'subject', title: 'Предмет', required: true },
    { key: 'n', title: 'Всего учеников', required: true },
    { key: 'm5', title: '«5», чел.', required: true },
    { key: 'm4', title: '«4», чел.', required: true },
    { key: 'm3', title: '«3», чел.', required: true },
    { key: 'm2', title: '«2», чел.', required: true },
    { key: 'not_attested', title: 'Не аттестованы', required: false },
    { key: 'exempt', title: 'Освобождены', required: false },
    { key: 'no_mark', title: 'Без отметки', required: false },
  ],
  read(sheet, schools, taught) {
    const header = findHeader(sheet, alsoTaught(COLUMNS, taught), ['n', 'm5', 'm4', 'm3', 'm2']);
    if (!header) return null;
    // A sheet of one class names it above the table; a table of several schools is none of those.
    const ofSheet = labelled(sheet, header.top, /^класс(?!н)[^:]*/i)?.text ?? '';
    if (header.columns.cls === undefined && (classOf(ofSheet) === null || header.columns.school !== undefined))
      return null;
    const subject = labelled(sheet, header.top, /^предмет/i)?.text ?? '';
    if (header.columns.subject === undefined && subject === '') return null;
    const at = (row: number, key: Key): Cell | undefined => {
      if (key === 'cls' && header.columns.cls === undefined) return ofSheet;
      return sheet.spread[row - 1]?.[(header.columns[key] ?? 0) - 1];
    };
    const report = reportOf(sheet, header.top, subject);
    const first = header.row + 1;
    if (header.columns.school !== undefined)
      return linesOf(sheet, first, at, report, (name) => schools.find({ name, ours: true }));
    const school = schoolAbove(sheet, header.top, schools);
    if (!isSchool(school.answer)) return [refused(school.text, school.answer, school.row, school.said)];
    const { answer } = school;
    return linesOf(sheet, first, at, report, () => answer);
  },
  about: (_, records) => ({ sum_by_grade: sumsByGrade(records) }),
};

interface Report {
  readonly year: string | null;
  readonly period: string;
  readonly subject: string;
}

function reportOf(sheet: Sheet, above: number, subject: string): Report {
  const texts = [...cellsAbove(sheet, above)].map(({ cell }) => textOf(cell));
  const year = texts.map(schoolYearIn).find((found) => found !== null);
  const made = texts.map((text) => dayIn(text)).find((day) => day !== null);
  const period = labelled(sheet, above, /^(?:отч[её]тный )?период/i)?.text;
  return { year: year ?? (made ? schoolYearOf(made) : null), period: inCyrillic(period ?? ''), subject };
}

type Answer = ReturnType<SchoolFinder['find']>;

function linesOf(
  sheet: Sheet,
  first: number,
  at: (row: number, key: Key) => Cell | undefined,
  report: Report,
  schoolOf: (name: string) => Answer,
): Line[] {
  const lines: Line[] = [];
  let named: Cell | undefined;
  for (let row = first; row <= sheet.rows.length; row += 1) {
    const cls = at(row, 'cls');
    const holds = COUNTED.some((key) => countOf(at(row, key)) !== null) || countOf(at(row, 'n')) !== null;
    if (isGroupOfClasses(cls)) {
      lines.push(skipped(shownText(cls), 'not_school_row', row));
      named = undefined;
    } else if (isTotal(at(row, 'subject'))) lines.push(skipped(shownText(at(row, 'subject')), 'not_school_row', row));
    else if (holds) {
      // Without merged cells the class stands on its first line alone.
      if (!isBlank(cls)) named = cls;
      const answer = schoolOf(textOf(at(row, 'school')));
      const made = classOf(named);
      if (made) lines.push(...lineOf(row, (key) => at(row, key), made, report, answer));
      else if (named !== undefined && !isBlank(at(row, 'subject')) && countOf(at(row, 'n')) !== null)
        lines.push(refused('класс не прочитан', 'unreadable', row));
    }
  }
  return lines;
}

const isGroupOfClasses = (cell: Cell | undefined): boolean =>
  isTotal(cell) || /^\d* ?параллель|^школа$|^по школе|^уровень|звено$|общее образование$/.test(wordsOf(cell));

/** «5 "А"», «5-а», «5а класс» are «5А»; null where no class is named. */
function classOf(cell: Cell | undefined): { readonly cls: string; readonly grade: number } | null {
  const found = /^(\d{1,2})[\s-]*([а-яa-z]?)(?:[\s(]|$)/.exec(wordsOf(cell).replace(/ ?класс.*$/, ''));
  const grade = Number(found?.[1]);
  if (!found || grade < 1 || grade > 12) return null;
  return { grade, cls: `${grade}${found[2]!.toUpperCase()}` };
}

function lineOf(
  row: number,
  at: (key: Key) => Cell | undefined,
  { cls, grade }: { readonly cls: string; readonly grade: number },
  report: Report,
  school: Answer,
): Line[] {
  const subject = subjectOf(at('subject')) || report.subject;
  if (!isSchool(school)) return [refused(shownText(at('school')), school, row, { name: textOf(at('school')) })];
  if ([...COUNTED, ...ALSO_PUPILS, 'n' as const].some((key) => isUnreadable(at(key))))
    return [refused(shownText(`${cls} ${subject}`), 'unreadable', row)];
  const n = countOf(at('n'));
  const pupils = Object.fromEntries(COUNTED.map((key) => [key, countOf(at(key)) ?? 0])) as Record<string, number>;
  const sum = [...COUNTED, ...ALSO_PUPILS].reduce((all, key) => all + (countOf(at(key)) ?? 0), 0);
  if (n === null || n === 0) return sum === 0 ? [] : [refused(`${cls} ${subject}: ${sum}`, 'counts_mismatch', row)];
  if (sum !== n) return [refused(`${cls} ${subject}: ${sum} из ${n}`, 'counts_mismatch', row)];
  const period = textOf(at('period')) || report.period;
  return [countsOf(row, school, { year: report.year, period, school: school.name, subject, cls, grade, n, ...pupils })];
}

const countsOf = (
  row: number,
  school: KnownSchool,
  counts: Readonly<Record<string, string | number | null>>,
): Line => ({
  is: 'counts',
  row,
  school,
  key: [counts.year!, counts.period!, counts.subject!, counts.cls!],
  text: shownText(`${counts.cls} ${counts.subject}`),
  counts,
  // Where columns have slipped, a name may stand here.
  beside: { period: PERIOD.test(String(counts.period)) ? counts.period! : '' },
});

const PERIOD = /^(?:за )?[\dIVХXIа-я-]* ?(?:учебный )?(?:четверть|полугодие|триместр|семестр|год)\W*$/i;
