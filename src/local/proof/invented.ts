import type { School } from '../../model';
import type { DataRow, Dataset } from '../demo/dataset';

/** The closed quarter and the open one of every prepared workbook. */
export const CLOSED = '2023-Q1';
export const OPEN = '2023-Q2';

type Cells = Record<string, string>;

const schoolsOf = (count: number): School[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `s${index + 1}`,
    name: `Школа №${index + 1}`,
    type: index % 3 === 2 ? 'ООШ' : 'СОШ',
    group: index % 2 === 0 ? 'ведущая' : 'участник',
    partner: '',
  }));

/** A few rows of every form, right in themselves; the numbers tell schools and quarters apart. */
export function inventedDistrict(count: number): Dataset {
  const schools = schoolsOf(count);
  const rows: DataRow[] = [];
  for (const period of [CLOSED, OPEN]) {
    schools.forEach(({ key }, index) => {
      const forms = rowsOf(index + (period === OPEN ? 3 : 0));
      for (const [form, list] of Object.entries(forms)) {
        for (const cells of list) rows.push({ period, school: key, form, row: rows.length + 1, cells });
      }
    });
  }
  return { schools, rows, registers: {}, periods: [CLOSED, OPEN], notes: [], training: true };
}

function rowsOf(shift: number): Record<string, Cells[]> {
  const few = shift % 5;
  const [large, small] = [20 + shift, 16 + shift];
  return {
    classes: [
      { grade: '5', letter: 'А', enrolled: String(large) },
      { grade: '9', letter: '', enrolled: String(small) },
    ],
    marks: [
      marksRow('5', 'А', 'Математика', large, 4 + few),
      marksRow('5', 'А', 'Русский язык', large, 3 + few),
      marksRow('9', '', 'Алгебра', small, 2 + few),
      marksRow('9', '', 'Русский язык', small, 3 + few),
    ],
    pupils: [pupilsRow('5', 'А', large, 5 + few), pupilsRow('9', '', small, 3 + few)],
    context: [contextRow('5', 'А', large, 3 + few), contextRow('9', '', small, 2 + few)],
  };
}

const marksRow = (grade: string, letter: string, subject: string, all: number, five: number): Cells => ({
  ...{ grade, letter, subject, enrolled: String(all), exempt: '0', five: String(five), four: '4' },
  ...{ three: String(all - five - 7), two: '2', notAssessed: '1' },
});

const pupilsRow = (grade: string, letter: string, all: number, good: number): Cells => ({
  ...{ grade, letter, enrolled: String(all), assessed: String(all), excellent: '2', good: String(good) },
  ...{ oneThree: '1', failing: '2', notAssessed: '1', notMastered: '1' },
});

const contextRow = (grade: string, letter: string, all: number, incomplete: number): Cells => ({
  ...{ grade, letter, enrolled: String(all), incompleteFamilies: String(incomplete), lowIncome: '4' },
  ...{ largeFamilies: '2', guardianship: '1', higherEducationParent: '7', unemployedParents: '1' },
  ...{ registered: '0', disabilities: '1', nonNativeRussian: '0', transported: '2' },
});
