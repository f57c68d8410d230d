import {
  again,
  andSign,
  andWords,
  cells,
  changed,
  columnsExchanged,
  plus,
  rows,
  totalOf,
  twice,
  withZero,
} from './mistake';

const place = { form: 'marks', school: 'magdagachi-3', period: '2023-Q4' } as const;
const small = { ...place, school: 'gudachi' } as const;
const year = { ...place, school: 'magdagachi-1', period: '2023-Q2' } as const;
const third = { ...place, period: '2023-Q1' } as const;
const at = { grade: '7', subject: 'География' };

export const markMistakes = [
  ...cells(place, [
    ['a digit typed twice', at, 'three', twice],
    ['a sum off by one', at, 'three', plus(1)],
    ['a sum one below', at, 'three', plus(-1)],
    ['н/а forgotten', at, 'four', plus(-2)],
    ['a percentage in place of a count', at, 'five', '45%'],
    ['a percentage without its sign', at, 'three', '65'],
    ['a share in place of a count', at, 'four', '0,35'],
    ['a mean mark in place of a count', at, 'four', '3,7'],
    ['words behind the number', at, 'four', andWords],
    ['a star behind the number', at, 'four', andSign],
    ['a number in words', at, 'two', 'два'],
    ['a dash for nobody', at, 'two', '-'],
    ['a long dash for nobody', at, 'two', '—'],
    ['«нет» for nobody', at, 'two', 'нет'],
    ['«н/д»', at, 'two', 'н/д'],
    ['two numbers in a cell', at, 'two', '1+1'],
    ['a date', at, 'two', '1/2'],
    ['a point', at, 'three', '1.5'],
    ['a negative number', at, 'two', '-1'],
    ['a blank among marks that do not add up', at, 'three', ''],
    ['the number of another class', at, 'enrolled', '18'],
    ['more exempt than there are', at, 'exempt', '30'],
    ['the letter O for a nought', at, 'two', 'О'],
    ['a formula that fails', at, 'four', '#ССЫЛКА!'],
    ['a misspelt subject', { grade: '7', subject: 'Геометрия' }, 'subject', 'Геометрея'],
    ['another name of a subject', { grade: '7', subject: 'Геометрия' }, 'subject', 'Геом'],
    ['no subject', at, 'subject', ''],
    ['a class in the place of the subject', at, 'subject', '7 класс'],
    ['the letter typed with the class', at, 'grade', '7А'],
    ['a letter of another alphabet', at, 'letter', 'A'],
    ['no class', at, 'grade', ''],
    ['the teacher beside the subject', at, 'subject', 'География (Иванова А. П.)'],
  ]),
  ...rows(place, [
    ['a subject of a class twice', 'subject grade', again(at)],
    ['a subject twice, with other marks', 'subject grade', again(at, { five: '0', three: '5' })],
    ['a total row', 'grade subject', totalOf({ grade: '', letter: '', subject: 'Итого' })],
    [
      'a total of a class',
      'subject',
      totalOf({ grade: '7', letter: 'А', subject: 'Всего по классу' }, ({ grade }) => grade === '7'),
    ],
    [
      'an unnamed total of a class',
      'subject enrolled',
      totalOf({ grade: '7', letter: 'А', subject: 'Краеведение' }, ({ grade }) => grade === '7'),
    ],
    [
      'a total of a parallel',
      'grade',
      totalOf({ grade: '5-9 классы', letter: '', subject: 'География' }, ({ subject }) => subject === 'География'),
    ],
    [
      'marks of another class pasted',
      'enrolled three four two five',
      changed({ grade: '9', subject: 'Физика' }, () => ({
        enrolled: '20',
        exempt: '0',
        five: '1',
        four: '4',
        three: '14',
        two: '1',
        notAssessed: '0',
      })),
    ],
    [
      'marks moved one column to the right',
      'five four three two exempt enrolled',
      changed(at, (line) => ({
        exempt: line.five!,
        five: line.four!,
        four: line.three!,
        three: line.two!,
        two: line.notAssessed!,
        notAssessed: '',
      })),
    ],
    ['a class that is not on the list', 'grade letter', changed(at, () => ({ letter: 'В' }))],
    ['class and letter exchanged', 'grade', changed(at, () => ({ grade: 'А', letter: '7' }))],
    ['subject in the column of letters', 'subject letter', changed(at, () => ({ letter: 'География', subject: '' }))],
    [
      'the class again as a range',
      'grade enrolled five',
      again({ grade: '7', subject: 'Физика' }, { grade: '7-8', subject: 'География' }),
    ],
  ]),
  ...cells(small, [
    ['a digit typed twice in a small class', { grade: '9', subject: 'Химия' }, 'three', twice],
    ['one «2» too many in a small class', { grade: '9', subject: 'Химия' }, 'two', plus(1)],
  ]),
  ...rows(year, [
    ['a class left out', '', (lines) => ({ lines: lines.filter(({ grade }) => grade !== '8'), wrong: null })],
    ['«5» and «3» pasted into each other’s place', 'five three', columnsExchanged('five', 'three')],
    [
      'the marks of one subject pasted for all',
      'five four three two',
      (lines) => ({
        lines: lines.map((line) => ({
          ...line,
          five: line.enrolled!,
          four: '0',
          three: '0',
          two: '0',
          notAssessed: '0',
          exempt: '0',
        })),
        wrong: null,
      }),
    ],
  ]),
  ...cells(third, [
    ['a nought too many', { grade: '9', subject: 'Алгебра' }, 'four', withZero],
    [
      'a failed subject that the results of the class do not know',
      { grade: '4', subject: 'Математика' },
      'notAssessed',
      '1',
    ],
  ]),
];
