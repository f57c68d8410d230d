import { type Cell, type KnownSchool, textOf } from '../../model';
import { dayAbove } from '../dates';
import { isTotal, namesSchool } from '../groups';
import { findHeader, named, numbersColumns, type Wanted } from '../header';
import { looseCountOf } from '../numbers';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, type SchoolFinder } from '../schools';
import { cellsAbove, makeSheet, type Sheet, shownText, widthOf } from '../sheet';
import { isTitled } from '../vpr-title';

const COUNTED = {
  pupils: named(
    /^(?:всего|численность|количество|кол-во|число|контингент)(?: (?:обуч|уча|учен|детей)[а-я-]*)?(?: в оо| в школе)?$|^обучающихся$/,
  ),
  large_families: named(/многодет/),
  single_parent: named(/неполн/),
  low_income: named(/малообесп|малоимущ|низк[а-я]+ доход/),
  guardianship: named(/опек|попечит/),
  disabled: named(/инвалид/, /родител/),
  ovz: named(/(?:^| )овз|ограничен/),
  pdn: named(/(?:^|[ (])пдн/),
};
type Counted = keyof typeof COUNTED;
const COUNTED_KEYS = Object.keys(COUNTED) as Counted[];

const SCHOOL: Wanted = named(/^(?:оо|оу|школа|наименование.*|образовательн.*|учреждение|название.*)$/);
const COLUMNS = { school: SCHOOL, ...COUNTED };
type Key = keyof typeof COLUMNS;

/** Social passport of the district's schools, a school a line or a column. */
export const socialPassport: Recogniser = {
  kind: 'social_staff',
  form: 'context',
  title: 'Социальный паспорт школ',
  bySheet: true,
  read(sheet, schools) {
    if (!isTitled(sheet, TITLE_WITHIN, /социальн[а-я]+\s+паспорт|соц\.?\s*паспорт/i)) return null;
    return read(sheet, schools, true) ?? read(turned(sheet), schools, false);
  },
};

const TITLE_WITHIN = 12;
const FEWEST = 3;

function read(sheet: Sheet, schools: SchoolFinder, inRows: boolean): Line[] | null {
  const header = findHeader(sheet, COLUMNS, ['school', 'pupils']) ?? withoutCaption(sheet, schools);
  if (!header || COUNTED_KEYS.filter((key) => header.columns[key] !== undefined).length < FEWEST) return null;
  const date = dayAbove(cellsAbove(sheet, inRows ? header.top : sheet.rows.length + 1));
  return sheet.rows.flatMap((cells, index) => {
    const row = index + 1;
    if (row <= header.row || numbersColumns(sheet, row)) return [];
    const at = (key: Key): Cell | undefined => cells[(header.columns[key] ?? 0) - 1];
    return lineOf(at, schools, date, inRows ? row : undefined);
  });
}

/** The column of schools may have no caption of its own. */
function withoutCaption(sheet: Sheet, schools: SchoolFinder) {
  const header = findHeader(sheet, COLUMNS, ['pupils', 'ovz']);
  if (!header || header.columns.school !== undefined) return null;
  const below = sheet.rows.slice(header.row);
  const known = (column: number): number =>
    below.filter((cells) => isSchool(schools.find({ name: textOf(cells[column - 1]), ours: true }))).length;
  for (let school = 1; school <= Math.min(widthOf(sheet), 3); school += 1) {
    if (known(school) > 0) return { ...header, columns: { ...header.columns, school } };
  }
  return null;
}

function lineOf(
  at: (key: Key) => Cell | undefined,
  schools: SchoolFinder,
  date: string | null,
  row: number | undefined,
): Line[] {
  const text = shownText(at('school'));
  const numbers = COUNTED_KEYS.map((key) => [key, looseCountOf(at(key))] as const);
  const empty = numbers.every(([, count]) => count === null);
  if (text === '' || empty) return [];
  if (isTotal(at('school'))) return [skipped(text, 'not_school_row', row)];
  const answer = schools.find({ name: textOf(at('school')), ours: true });
  if (isSchool(answer)) return [countsOf(answer, date, Object.fromEntries(numbers), text, row)];
  return namesSchool(at('school')) || answer === 'ambiguous_school'
    ? [refused(text, answer, row, { name: textOf(at('school')) })]
    : [refused('школа не указана', answer, row)];
}

const countsOf = (
  school: KnownSchool,
  date: string | null,
  numbers: Readonly<Record<string, number | null>>,
  text: string,
  row: number | undefined,
): Line => ({
  is: 'counts',
  ...(row === undefined ? {} : { row }),
  school,
  key: ['passport', date],
  text,
  counts: { school: school.name, date, ...numbers },
});

/** Rows as columns and columns as rows. */
function turned(sheet: Sheet): Sheet {
  const rows = Array.from({ length: widthOf(sheet) }, (_, column) => sheet.rows.map((row) => row[column] ?? ''));
  return makeSheet(sheet.name, rows, []);
}
