import { type Cell, textOf } from '../../model';
import { isUnreadable } from '../absent';
import { yearIn } from '../dates';
import { isTotal } from '../groups';
import { findHeader, named, ofMark } from '../header';
import { countOf } from '../numbers';
import { MARK_KEYS, PercentTable } from '../percent-table';
import { sameMunicipality } from '../place-names';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, type SchoolFinder } from '../schools';
import { type Sheet, shownText } from '../sheet';
import { subjectOf } from '../subjects';

const COLUMNS = {
  year: named(/^год(?: |$)|^учебный год/),
  login: named(/^логин/),
  municipality: named(/^муниципал|^мо$|^район|^мсу$/),
  school: named(/^оо$|^оу$|^школа|образовательн|^название оо|^наименование оо|^организация/),
  grade: named(/^класс/),
  subject: named(/^предмет/),
  people: named(/^(?:кол-во|количество|число) участников|^участник/),
  m2: ofMark(2),
  m3: ofMark(3),
  m4: ofMark(4),
  m5: ofMark(5),
  six: named(/^(?:0|1|6)$/),
};

type Key = keyof typeof COLUMNS;

/** A table of a region's analyst: a line a school, subject, grade and year, percentages of each mark. */
export const vprFlatTable: Recogniser = {
  kind: 'vpr_marks',
  form: 'vpr',
  title: 'ВПР: таблица аналитика',
  bySheet: false,
  read(sheet, schools) {
    const header = findHeader(sheet, COLUMNS, ['year', 'school', 'grade', 'subject', 'people', ...MARK_KEYS]);
    if (!header || header.columns.six !== undefined) return null;
    const { columns, row: top } = header;
    const table = new PercentTable(
      sheet,
      top + 1,
      MARK_KEYS.map((mark) => columns[mark]!),
    );
    const cell = (row: number, key: Key): Cell | undefined => sheet.rows[row - 1]![(columns[key] ?? 0) - 1];
    const rows = sheet.rows.map((_, index) => index + 1).slice(top);
    const words = (row: number) => ({
      municipality: textOf(cell(row, 'municipality')),
      login: textOf(cell(row, 'login')),
      name: textOf(cell(row, 'school')),
    });
    const own = schools.ownMunicipality(rows.map(words).filter(({ municipality }) => municipality !== ''));
    return rows.flatMap((row) =>
      lineOf(row, (key) => cell(row, key), { table, schools, own, words: words(row), sheet }),
    );
  },
};

interface Around {
  readonly table: PercentTable;
  readonly schools: SchoolFinder;
  readonly own: string;
  readonly words: { readonly municipality: string; readonly login: string; readonly name: string };
  readonly sheet: Sheet;
}

function lineOf(row: number, at: (key: Key) => Cell | undefined, around: Around): Line[] {
  const { table, schools, own, words } = around;
  const text = shownText(at('school')) || shownText(at('login'));
  const n = countOf(at('people'));
  if (text === '' || (n === null && table.isEmpty(row))) return [];
  const elsewhere = words.municipality !== '' && own !== '' && !sameMunicipality(words.municipality, own);
  const answer = schools.find({ ...words, ours: !elsewhere && own !== '' });
  const byLogin = isSchool(answer) && words.login !== '';
  if (elsewhere && !byLogin) return [skipped(text, 'other_municipality', row)];
  if (!isSchool(answer))
    return [isTotal(at('school')) ? skipped(text, 'not_school_row', row) : refused(text, answer, row, words)];
  if (isUnreadable(at('people'))) return [refused(text, 'unreadable', row)];
  if (n === null || n === 0 || table.isEmpty(row)) return [];
  const marks = table.marks(row, n);
  if (typeof marks === 'string') return [refused(text, marks, row)];
  const year = yearIn(textOf(at('year')));
  const grade = Number(/\d{1,2}/.exec(textOf(at('grade')))?.[0] ?? Number.NaN);
  const subject = subjectOf(at('subject'));
  const key = [year, subject, grade];
  return [
    {
      is: 'counts',
      row,
      school: answer,
      key,
      text,
      counts: { year, school: answer.name, subject, grade, n, ...marks },
    },
  ];
}
