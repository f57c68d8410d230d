import { validateSchool } from '../../src/domain';
import type { Cell, Issue } from '../../src/model';
import { programme } from '../../src/programme';
import { MARKS_A, PERIOD, PUPILS_A, rawRows, SCHOOL } from '../build';

type Row = Readonly<Record<string, Cell>>;

/** What is found of one form beside the rows of others. */
function checked(form: string, rows: readonly Row[], others: Readonly<Record<string, readonly Row[]>> = {}) {
  const all = [...Object.entries(others).flatMap(([key, own]) => rawRows(key, ...own)), ...rawRows(form, ...rows)];
  return validateSchool(programme, SCHOOL, PERIOD, all).find((item) => item.form.key === form)!;
}

const said = ({ issues }: { issues: readonly Issue[] }): string[] =>
  issues.map(({ row, id, severity }) => `${row} ${severity === 'error' ? '!' : ''}${id}`);
/** Without what is said of the form as a whole. */
const ofRows = ({ issues }: { issues: readonly Issue[] }): string[] =>
  said({ issues: issues.filter(({ row }) => row > 0) });
const counted = ({ rows }: { rows: readonly { valid: boolean }[] }): boolean[] => rows.map(({ valid }) => valid);

/** The class list leaves out what is not looked at here; with and without it the same holds. */
const LISTS: readonly [string, readonly Row[]][] = [
  ['without a class list', []],
  [
    'beside a class list',
    [
      { grade: '5', letter: 'А', enrolled: 15 },
      { grade: '5', letter: 'Б', enrolled: 15 },
    ],
  ],
];

describe.each(LISTS)('%s', (_, classes) => {
  test('«5А» in the class beside «5» and «А» is the row entered twice', () => {
    const found = checked('marks', [MARKS_A, { ...MARKS_A, grade: '5А', letter: '' }], { classes });
    expect(ofRows(found)).toEqual(['1 !row/duplicate', '2 cell/unknown-grade', '2 !row/duplicate']);
    expect(counted(found)).toEqual([false, false]);
  });

  test('«А,Б» beside «А» would count the А twice: neither is counted', () => {
    const both = { ...MARKS_A, letter: 'А, Б', enrolled: 30, three: 22 };
    const found = checked('marks', [MARKS_A, both], { classes });
    expect(ofRows(found)).toEqual(['1 !row/overlap', '2 !row/overlap']);
    expect(counted(found)).toEqual([false, false]);
  });

  test('«А,Б» beside «В» is two rows', () => {
    const both = { ...MARKS_A, letter: 'А, Б', enrolled: 30, three: 22 };
    const found = checked('marks', [{ ...MARKS_A, letter: 'В' }, both], { classes });
    expect(counted(found)).toEqual([true, true]);
    expect(said(found).filter((line) => line.includes('!'))).toEqual([]);
  });
});

test('«А,Б» has as many pupils as both classes of the list, and both are answered by it', () => {
  const list = [
    { grade: '5', letter: 'А', enrolled: 15 },
    { grade: '5', letter: 'Б', enrolled: 9 },
  ];
  const both = { ...PUPILS_A, letter: 'А,Б', enrolled: 24, assessed: 24 };
  expect(said(checked('pupils', [both], { classes: list }))).toEqual([]);
  expect(said(checked('pupils', [{ ...both, enrolled: 23, assessed: 23 }], { classes: list }))).toEqual([
    '1 row/enrolled-differs',
  ]);
});

test('rows entered twice are said to be so and not also to overlap; the row that covers them counts alone', () => {
  const fifth = { ...MARKS_A, letter: '', enrolled: 15 };
  const found = checked('marks', [MARKS_A, MARKS_A, fifth]);
  expect(said(found)).toEqual(['1 !row/duplicate', '2 !row/duplicate']);
  expect(counted(found)).toEqual([false, false, true]);
});

describe('totals', () => {
  test.each([
    ['subject', 'Итого'],
    ['subject', 'Всего по школе'],
    ['subject', 'Итог по параллели'],
    ['letter', 'ИТОГО:'],
    ['letter', 'Bсего'],
    ['grade', '5-9 классы'],
    ['grade', 'по школе'],
  ])('in %s: «%s» is an error of its own, and the others are counted without it', (field, name) => {
    const found = checked('marks', [MARKS_A, { ...MARKS_A, [field]: name }]);
    expect(said(found)).toEqual(['2 !cell/total-row']);
    expect(counted(found)).toEqual([true, false]);
  });

  test.each(['Всеобщая история', 'Итоговое сочинение', 'Индивидуальный проект'])('«%s» is a subject', (subject) => {
    expect(said(checked('marks', [{ ...MARKS_A, subject }]))).toEqual([]);
  });
});

describe('a total that nothing names so', () => {
  const marksOf = (subject: string, five: number, four: number, three: number, two: number, grade = '5') => ({
    ...{ ...MARKS_A, subject, grade, five, four, three, two },
    enrolled: five + four + three + two,
  });
  const rows = [marksOf('Музыка', 1, 3, 4, 1), marksOf('Химия', 4, 2, 3, 0), marksOf('Физика', 2, 3, 5, 2)];
  const total = marksOf('Класс', 7, 8, 12, 3);
  const sumsOf = (...all: readonly Row[]) =>
    checked('marks', all)
      .issues.filter(({ id }) => id === 'row/sum-of-rows')
      .map(({ row, details, field }) => [row, details.count, field ?? details.of]);

  test('below its rows asks whether it is one, and is counted all the same', () => {
    const found = checked('marks', [...rows, total]);
    expect(said(found)).toEqual(['4 row/sum-of-rows']);
    expect(counted(found)).toEqual([true, true, true, true]);
    expect(sumsOf(...rows, total)).toEqual([[4, 3, 'above']]);
  });

  test('above its rows does, too', () => {
    expect(sumsOf(total, ...rows)).toEqual([[1, 3, 'below']]);
  });

  test('is one although a cell of it is wrong or others are blank', () => {
    expect(sumsOf(...rows, { ...total, enrolled: 15 })).toEqual([[4, 3, 'above']]);
    expect(sumsOf(...rows, { ...total, enrolled: '', exempt: '', notAssessed: '' })).toEqual([[4, 3, 'above']]);
    expect(sumsOf(...rows, { ...total, enrolled: 31, two: 4 })).toEqual([]);
  });

  test('of a class among other classes is found wherever it stands', () => {
    const [other, sixth] = [{ ...marksOf('Музыка', 2, 2, 2, 2), letter: 'Б' }, marksOf('Музыка', 3, 3, 3, 3, '6')];
    expect(sumsOf(rows[0]!, other, rows[1]!, total, sixth, rows[2]!)).toEqual([[4, 3, 'class']]);
  });

  test('of a subject in all classes is found wherever it stands', () => {
    const music = [marksOf('Музыка', 4, 2, 3, 0, '6'), marksOf('Музыка', 2, 3, 5, 2, '7')];
    const all = marksOf('Музыка', 7, 8, 12, 3, '8');
    expect(sumsOf(...rows, ...music, marksOf('Химия', 9, 1, 1, 1, '7'), all)).toEqual([[7, 3, 'subject']]);
  });

  test('of the whole school is found below the subtotals of its classes', () => {
    const sixth = [
      marksOf('Музыка', 3, 2, 2, 2, '6'),
      marksOf('Химия', 1, 1, 5, 1, '6'),
      marksOf('Физика', 2, 2, 3, 1, '6'),
    ];
    const school = marksOf('Вместе', 13, 13, 22, 7, '11');
    expect(sumsOf(...rows, total, ...sixth, marksOf('Класс', 6, 5, 10, 4, '6'), school)).toEqual([
      [4, 3, 'above'],
      [8, 3, 'above'],
      [9, 6, 'all'],
    ]);
  });

  test('is not what the larger rows beside two smaller ones make', () => {
    const two = marksOf('Класс', 5, 5, 7, 1);
    expect(sumsOf(marksOf('Химия', 9, 9, 9, 9), rows[0]!, rows[1]!, two, marksOf('Физика', 8, 8, 8, 8))).toEqual([]);
  });

  test('is found though rows of zeros or named totals stand among its rows; neither is counted with them', () => {
    const zeros = marksOf('Химия', 0, 0, 0, 0, '7');
    expect(sumsOf(rows[0]!, zeros, rows[1]!, rows[2]!, total)).toEqual([[5, 3, 'above']]);
    const named = marksOf('Итого', 5, 5, 7, 1);
    expect(sumsOf(rows[0]!, rows[1]!, named, rows[2]!, total)).toEqual([[5, 3, 'above']]);
  });

  test('may leave blank what its rows fill in', () => {
    expect(sumsOf(...rows, { ...total, three: '', two: '' })).toEqual([[4, 3, 'above']]);
  });

  test('of two rows of a class is none, whatever other classes there are', () => {
    const sixth = [marksOf('Музыка', 9, 8, 7, 6, '6'), marksOf('Химия', 1, 1, 1, 1, '7')];
    expect(sumsOf(rows[0]!, sixth[0]!, rows[1]!, sixth[1]!, marksOf('Класс', 5, 5, 7, 1))).toEqual([]);
  });

  test('is not looked for in two rows, in two numbers or in zeros', () => {
    expect(sumsOf(rows[0]!, rows[1]!, marksOf('Класс', 5, 5, 7, 1))).toEqual([]);
    const two = { enrolled: '', exempt: 0, four: 0, two: 0, notAssessed: 0 };
    expect(sumsOf(...[...rows, total].map((row) => ({ ...row, ...two, two: 1 })))).toEqual([]);
    expect(sumsOf(...[...rows, total].map((row) => ({ ...row, ...two })))).toEqual([]);
  });

  test('is found among thousands of rows in one pass', () => {
    const many = Array.from({ length: 3000 }, (_, index) => marksOf(`Курс ${index}`, 1, 2, 3, 1));
    const all = marksOf('Вместе', 3000, 6000, 9000, 3000);
    expect(sumsOf(...many, all)).toEqual([[3001, 3000, 'all']]);
  });
});

describe('a subject under another name', () => {
  test('is asked to take the word of the list and counts as that subject', () => {
    const found = checked('marks', [MARKS_A, { ...MARKS_A, subject: 'Физкультура' }]);
    expect(said(found)).toEqual(['2 cell/other-name']);
    expect(found.issues[0]!.details).toEqual({ found: 'Физкультура', word: 'Физическая культура' });
    expect(counted(found)).toEqual([true, true]);
  });

  test('beside the subject itself is the row entered twice', () => {
    const found = checked('marks', [
      { ...MARKS_A, subject: 'Русский язык' },
      { ...MARKS_A, subject: 'Русс яз' },
    ]);
    expect(said(found)).toEqual(['1 !row/duplicate', '2 cell/other-name', '2 !row/duplicate']);
  });

  test.each([
    ['Руский язык', 'Русский язык'],
    ['Матиматика', 'Математика'],
    ['Фискультура', 'Физическая культура'],
    ['Инфрматика и ИКТ', 'Информатика'],
    ['Обществозание', 'Обществознание'],
    ['Хмиия', 'Химия'],
  ])('«%s» was probably meant for «%s»', (subject, word) => {
    const found = checked('marks', [{ ...MARKS_A, subject }]);
    expect(said(found)).toEqual(['1 cell/misspelt']);
    expect(found.issues[0]!.details).toEqual({ found: subject, word });
  });

  test.each([
    'Краеведение',
    'Экология',
    'Родной язык',
    'Иностранный язык (немецкий)',
    'Право',
    'Экономика',
    'ОРКСЭ',
    'Геология',
  ])('is a subject of its own where it is far from all of the list: «%s»', (subject) => {
    expect(said(checked('marks', [{ ...MARKS_A, subject }]))).toEqual([]);
  });
});

describe('words of error values', () => {
  const WORDS = [
    '#Н/Д',
    '#REF!',
    '#ССЫЛКА!',
    '#ЗНАЧ!',
    '#DIV/0!',
    '#ДЕЛ/0!',
    '#BEZUG!',
    'Loading...',
    'Загрузка…',
    '####',
  ];

  test.each(WORDS)('«%s» is no subject, no letter and no number', (word) => {
    for (const field of ['subject', 'letter', 'five']) {
      const found = checked('marks', [{ ...MARKS_A, [field]: word }]);
      expect(said(found)).toContain('1 !cell/formula-error');
      expect(counted(found)).toEqual([false]);
    }
  });

  test.each(['нет', '№ 5', 'Ошибки и их исправление'])('«%s» is none of them', (word) => {
    expect(said(checked('marks', [{ ...MARKS_A, subject: word }]))).not.toContain('1 !cell/formula-error');
  });
});

describe('a class of the list', () => {
  const list = [
    { grade: '5', letter: 'А', enrolled: 15 },
    { grade: '6', letter: 'Б', enrolled: 9 },
  ];
  const explained = (explanation: string) => {
    const [first, second] = rawRows('pupils', PUPILS_A, { grade: '6', letter: 'Б' });
    const rows = [...rawRows('classes', ...list), first!, { ...second!, explanation }];
    return said(validateSchool(programme, SCHOOL, PERIOD, rows).find((item) => item.form.key === 'pupils')!);
  };

  test('with a row that says why there are no data is not missing', () => {
    expect(explained('карантин').filter((line) => line.includes('missing-classes'))).toEqual([]);
  });

  test('with a row that says nothing beside its name is missing', () => {
    expect(explained('')).toContain('0 form/missing-classes');
  });
});

test('each of three rows entered in one another is out, and so is the one that holds them', () => {
  const rows = ['1-4', '2-3', '3'].map((grade) => ({ grade, enrolled: 9 }));
  const found = checked('classes', rows);
  expect(counted(found)).toEqual([false, false, false]);
  expect(found.issues.filter(({ id }) => id === 'row/overlap').map(({ row, details }) => [row, details.rows])).toEqual([
    [1, '3'],
    [2, '3'],
    [3, '2'],
  ]);
});
