import type { School } from '../../model';
import type { DataRow, Dataset } from '../demo/dataset';

export const PERIOD = '2023-Q2';

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
const MARKS = { enrolled: 15, exempt: 0, five: 2, four: 5, three: 7, two: 1, notAssessed: 0 };
const NUMBERS = Object.fromEntries(Object.entries(MARKS).map(([field, value]) => [field, String(value)]));

const marksRow = (index: number): Record<string, string> => ({
  grade: String((Math.floor(index / SUBJECTS.length) % 11) + 1),
  letter: 'АБ'[Math.floor(index / SUBJECTS.length / 11)] ?? '',
  subject: SUBJECTS[index % SUBJECTS.length]!,
  ...NUMBERS,
});

/** A district of `count` schools, each with `rows` rows of marks: invented, only for measuring. */
export function measuredDistrict(count: number, rows: number): Dataset {
  const schools = Array.from({ length: count }, (_, index): School => {
    const group = index % 2 ? 'участник' : 'ведущая';
    return { key: `school-${index + 1}`, name: `Школа ${index + 1}`, type: 'СОШ', group, partner: '' };
  });
  const data = schools.flatMap(({ key }, school) =>
    Array.from({ length: rows }, (_, index): DataRow => {
      const row = school * rows + index + 1;
      return { period: PERIOD, school: key, form: 'marks', row, cells: marksRow(index) };
    }),
  );
  return { schools, rows: data, periods: [PERIOD], notes: [], training: true };
}
