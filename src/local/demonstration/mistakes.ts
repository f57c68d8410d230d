import type { Cells } from './district';

/** A slip of the kind schools really make, put in on purpose so that the demonstration has remarks to show. */
export interface Mistake {
  readonly period: string;
  readonly school: string;
  readonly form: string;
  /** Which row: its cells by field key. */
  readonly row: Cells;
  readonly what: string;
  readonly make: (cells: Cells) => Cells[];
}

const LAST = '2023-Q4';

export const MISTAKES: readonly Mistake[] = [
  // Two threes counted twice: the marks come to more than the class list.
  {
    period: LAST,
    school: 'kuznetsovo',
    form: 'marks',
    row: { grade: '7', subject: 'Алгебра' },
    what: 'сумма отметок больше списка класса',
    make: (cells) => [{ ...cells, three: String(Number(cells.three) + 2) }],
  },
  // The row was pasted a second time.
  {
    period: LAST,
    school: 'kuznetsovo',
    form: 'marks',
    row: { grade: '9', subject: 'География' },
    what: 'строка введена дважды',
    make: (cells) => [cells, cells],
  },
  // A cell was skipped; the other marks do not add up to the class list, so it cannot be taken for 0.
  {
    period: LAST,
    school: 'magdagachi-3',
    form: 'marks',
    row: { grade: '6', subject: 'История' },
    what: 'пропущена ячейка',
    make: (cells) => [{ ...cells, three: '' }],
  },
  // A point inside a whole number: a Russian workbook takes what was typed for the 12th of May.
  {
    period: LAST,
    school: 'daktuy',
    form: 'coverage',
    row: { level: '5-9' },
    what: 'вместо числа введено 12.5',
    make: (cells) => [{ ...cells, consultations: '12.5' }],
  },
  // Found by nobody before the period was closed: two more than the class list.
  {
    period: '2020-Q2',
    school: 'tolbuzino',
    form: 'marks',
    row: { grade: '8', subject: 'Физика' },
    what: 'сумма отметок больше списка класса, период закрыт',
    make: (cells) => [{ ...cells, three: String(Number(cells.three) + 2) }],
  },
  {
    period: '2021-Q4',
    school: 'magdagachi-3',
    form: 'pupils',
    row: { grade: '6' },
    what: 'групп обучающихся больше, чем аттестуемых, период закрыт',
    make: (cells) => [{ ...cells, good: String(Number(cells.good) + 20) }],
  },
  {
    period: '2022-Q3',
    school: 'gudachi',
    form: 'staff',
    row: { category: 'учителя' },
    what: 'высшее и среднее профессиональное – больше людей, период закрыт',
    make: (cells) => [{ ...cells, vocational: String(Number(cells.vocational) + 1) }],
  },
];

/** The mistake a row carries, if any. */
export const mistakeIn = (period: string, school: string, form: string, cells: Cells): Mistake | undefined =>
  MISTAKES.find(
    (mistake) =>
      mistake.period === period &&
      mistake.school === school &&
      mistake.form === form &&
      Object.entries(mistake.row).every(([key, text]) => cells[key] === text),
  );
