import { type Cell, textOf } from '../../model';
import { dayAbove } from '../dates';
import { type Captions, findHeader, named, type Wanted } from '../header';
import { countOf } from '../numbers';
import { type Line, type Recogniser, refused } from '../recogniser';
import { schoolAbove } from '../school-above';
import { isSchool } from '../schools';
import { cellsAbove, type Sheet, wordsOf } from '../sheet';
import { isTitled } from '../vpr-title';

const lowest =
  (words: RegExp, but?: RegExp): Wanted =>
  (captions: Captions) => {
    const caption = captions[captions.length - 1] ?? '';
    return words.test(caption) && !but?.test(caption);
  };

const COLUMNS = {
  label: named(/^наименование показател/),
  total: named(/^всего/),
  higher: lowest(/высш/, /педагог|категор|квалификац/),
  highest: lowest(/высш[а-я]+(?: квалификационн[а-я]+)? категор|^высш(?:ая|ую)$/),
  first: lowest(/перв[а-я]+(?: квалификационн[а-я]+)? категор|^перв(?:ая|ую)$/),
};

const ROWS = {
  staff: /^численность работников/,
  pedagogical: /педагогические работники/,
  teachers: /(?:^|: ?| )учителя(?: |$)/,
} as const;
type RowKey = keyof typeof ROWS;

/** ОО-1, section 3.1, of one school: rows are found by their words, as their numbers differ from year to year. */
export const staffReport: Recogniser = {
  kind: 'social_staff',
  form: 'staff',
  title: 'Кадры: ОО-1, раздел 3.1',
  bySheet: true,
  read(sheet, schools) {
    const header = findHeader(sheet, COLUMNS, ['label', 'total', 'higher', 'highest', 'first']);
    if (!header || !isTitled(sheet, header.top, /ОО-1|персонал|работник/i)) return null;
    const { label, total, higher, highest, first } = header.columns;
    const rows = rowsOf(sheet, header.row, label!);
    if (rows.teachers === undefined) return null;
    const school = schoolAbove(sheet, header.top, schools);
    if (!isSchool(school.answer)) return [refused(school.text, school.answer, school.row, school.said)];
    const at = (key: RowKey, column: number | undefined): number | null => {
      const cells: readonly Cell[] = sheet.rows[(rows[key] ?? 0) - 1] ?? [];
      return countOf(cells[(column ?? 0) - 1]);
    };
    const date = dayAbove(cellsAbove(sheet, header.top));
    const counts = {
      school: school.answer.name,
      date,
      staff_total: at('staff', total),
      ped_total: at('pedagogical', total),
      teachers: at('teachers', total),
      teachers_higher_ed: at('teachers', higher),
      teachers_highest_category: at('teachers', highest),
      teachers_first_category: at('teachers', first),
    };
    const line: Line = { is: 'counts', school: school.answer, key: ['staff', date], text: textOf(school.text), counts };
    return [line];
  },
};

function rowsOf(sheet: Sheet, above: number, label: number): Partial<Record<RowKey, number>> {
  const found: Partial<Record<RowKey, number>> = {};
  sheet.rows.forEach((cells, index) => {
    const words = wordsOf(cells[label - 1]);
    if (index < above || words === '') return;
    const key = (Object.keys(ROWS) as RowKey[]).find((row) => found[row] === undefined && ROWS[row].test(words));
    if (key !== undefined) found[key] = index + 1;
  });
  return found;
}
