import { textOf } from '../../model';
import { isUnreadable } from '../absent';
import { elsewhere, isGroup, namesSchool } from '../groups';
import { findHeader, named, ofMark } from '../header';
import { countOf } from '../numbers';
import { MARK_KEYS, PercentTable } from '../percent-table';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, loginDigits, type SchoolFinder } from '../schools';
import { type Sheet, shownText } from '../sheet';
import { isTitled, type Work, workOf } from '../vpr-title';

const COLUMNS = {
  group: named(/^группы? участников/),
  schools: named(/^(?:кол-во|количество|число) оо$/),
  people: named(/^(?:кол-во|количество|число) участников/),
  m2: ofMark(2),
  m3: ofMark(3),
  m4: ofMark(4),
  m5: ofMark(5),
  six: named(/^(?:0|1|6)$/),
};

type Columns = Readonly<Partial<Record<keyof typeof COLUMNS, number>>>;

/** ФИС ОКО, «Статистика по отметкам»: percentages of each mark, a school a line under the groups it belongs to. */
export const vprStatistics: Recogniser = {
  kind: 'vpr_marks',
  form: 'vpr',
  title: 'ВПР: статистика по отметкам (ФИС ОКО)',
  bySheet: true,
  read(sheet, schools) {
    const header = findHeader(sheet, COLUMNS, ['group', 'people', ...MARK_KEYS]);
    // Where 0, 1 or 6 stand beside them, the numbers over the columns are scores.
    if (!header || header.columns.six !== undefined) return null;
    if (!isTitled(sheet, header.row, /статистика\s+по\s+отметкам|впр/i)) return null;
    const work = workOf(sheet, header.row);
    const columns = header.columns;
    const table = new PercentTable(
      sheet,
      header.row + 1,
      MARK_KEYS.map((mark) => columns[mark]!),
    );
    const others = elsewhere(
      sheet.rows.map((cells, index) => (index < header.row ? '' : cells[columns.group! - 1])),
      schools,
    );
    return sheet.rows.flatMap((_, index) =>
      index < header.row ? [] : lineOf(sheet, index + 1, columns, table, work, schools, others[index]!),
    );
  },
};

function lineOf(
  sheet: Sheet,
  row: number,
  columns: Columns,
  table: PercentTable,
  work: Work,
  schools: SchoolFinder,
  isElsewhere: boolean,
): Line[] {
  const at = (key: keyof typeof COLUMNS) => sheet.rows[row - 1]![(columns[key] ?? 0) - 1];
  const group = at('group');
  const text = shownText(group);
  const n = countOf(at('people'));
  if (text === '' || (n === null && table.isEmpty(row) && !isGroup(group))) return [];
  const answer = schools.find({ name: textOf(group) });
  if (!isSchool(answer)) {
    const ofSchool = loginDigits(textOf(group)) !== '' || namesSchool(group);
    if (!ofSchool && (isGroup(group) || countOf(at('schools')) !== null)) return [skipped(text, 'not_school_row', row)];
    return [
      isElsewhere ? skipped(text, 'other_municipality', row) : refused(text, answer, row, { name: textOf(group) }),
    ];
  }
  if (isUnreadable(at('people'))) return [refused(text, 'unreadable', row)];
  if (n === null || n === 0 || table.isEmpty(row)) return [];
  const marks = table.marks(row, n);
  if (typeof marks === 'string') return [refused(text, marks, row)];
  const { year, subject, grade } = work;
  return [
    {
      is: 'counts',
      row,
      school: answer,
      key: [year, subject, grade],
      text,
      counts: { year, school: answer.name, subject, grade, n, ...marks },
    },
  ];
}
