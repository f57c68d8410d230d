import type { Programme, School } from '../../model';
import type { DataRow, Dataset } from '../demo/dataset';
import { inventedForms } from './invented-forms';

export const PERIOD = '2023-Q2';

type Cells = Readonly<Record<string, string>>;

const SUBJECTS = [
  'Русский язык',
  'Математика',
  'История',
  'География',
  'Биология',
  'Физика',
  'Химия',
  'Литература',
  'Алгебра',
  'Геометрия',
];
/** From the second on: the first one gets no marks. */
const GRADES = 10;
const LETTERS = 'АБВГДЕЖЗИК';

const typed = (numbers: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(numbers).map(([field, value]) => [field, String(value)]));

const MARKS = typed({ enrolled: 15, exempt: 0, five: 2, four: 5, three: 7, two: 1, notAssessed: 0 });
const PUPILS = typed({
  enrolled: 15,
  assessed: 15,
  excellent: 1,
  good: 5,
  oneThree: 2,
  failing: 1,
  notAssessed: 0,
  notMastered: 0,
});

const classOf = (index: number): Cells => ({
  grade: String((index % GRADES) + 2),
  letter: LETTERS[Math.floor(index / GRADES)]!,
});
const each = (length: number, row: (index: number) => Cells): Cells[] =>
  Array.from({ length }, (_, index) => row(index));

/** A quarter of one school as typed: `rows` rows of marks, everything else as in a school of as many classes. */
function rowsOf(programme: Programme, rows: number): [form: string, rows: readonly Cells[]][] {
  const classes = Math.ceil(rows / SUBJECTS.length);
  return programme.forms.map(({ key, fields }) => {
    const zeros = Object.fromEntries(Object.keys(fields).map((field) => [field, '0']));
    const invented = inventedForms.find(({ form }) => form.key === key);
    const ninths = Object.fromEntries(Object.keys(fields).map((field) => [field, field === 'total' ? '90' : '10']));
    if (invented) return [key, invented.kinds.map((kind) => ({ ...ninths, kind }))];
    switch (key) {
      case 'classes':
        return [key, each(classes, (index) => ({ ...classOf(index), enrolled: '15' }))];
      case 'pupils':
        return [key, each(classes, (index) => ({ ...classOf(index), ...PUPILS }))];
      case 'context':
        return [key, each(classes, (index) => ({ ...zeros, ...classOf(index), enrolled: '15' }))];
      case 'marks':
        return [key, each(rows, marksRow)];
      default:
        throw new Error(`the rows of ${key} are not said here`);
    }
  });
}

const marksRow = (index: number): Cells => ({
  ...classOf(Math.floor(index / SUBJECTS.length)),
  subject: SUBJECTS[index % SUBJECTS.length]!,
  ...MARKS,
});

/** A district of `count` schools, each with `rows` rows of marks: invented, only for measuring. */
export function measuredDistrict(programme: Programme, count: number, rows: number): Dataset {
  const schools = Array.from({ length: count }, (_, index): School => {
    const group = index % 2 ? 'участник' : 'ведущая';
    return { key: `school-${index + 1}`, name: `Школа ${index + 1}`, type: 'СОШ', group, partner: '' };
  });
  const quarter = rowsOf(programme, rows);
  const data = schools.flatMap(({ key }) =>
    quarter.flatMap(([form, all]) =>
      all.map((cells, index): DataRow => ({ period: PERIOD, school: key, form, row: index + 1, cells })),
    ),
  );
  return { schools, rows: data, registers: {}, periods: [PERIOD], notes: [], training: true };
}
