import { again, andWords, cells, changed, exchanged, rows, totalOf, twice, withoutLast } from './mistake';

const place = { form: 'classes', school: 'magdagachi-3', period: '2023-Q4' } as const;
const small = { ...place, school: 'kuznetsovo' } as const;
const spring = { ...place, period: '2023-Q2' } as const;

export const classMistakes = [
  ...cells(place, [
    ['a digit typed twice', { grade: '7' }, 'enrolled', twice],
    ['digits exchanged', { grade: '3' }, 'enrolled', exchanged],
    ['a digit lost', { grade: '8' }, 'enrolled', withoutLast],
    ['one child more than in the other forms', { grade: '5' }, 'enrolled', '19'],
    ['words behind the number', { grade: '5' }, 'enrolled', andWords],
    ['a dash for nobody', { grade: '11' }, 'enrolled', '-'],
    ['«нет» for nobody', { grade: '11' }, 'enrolled', 'нет'],
    ['the cell left blank', { grade: '6' }, 'enrolled', ''],
    ['a mean number of children', { grade: '6' }, 'enrolled', '19,5'],
    ['a point that makes a date', { grade: '6' }, 'enrolled', '19.5'],
    ['a negative number', { grade: '6' }, 'enrolled', '-20'],
    ['a percentage', { grade: '6' }, 'enrolled', '100%'],
    ['the class in words', { grade: '6' }, 'grade', 'шестой'],
    ['the letter beside the number', { grade: '6' }, 'grade', '6А'],
    ['a class that no school has', { grade: '6' }, 'grade', '16'],
    ['the letter in place of the number', { grade: '6' }, 'grade', 'А'],
    ['no class at all', { grade: '6' }, 'grade', ''],
    ['a subject where the letter belongs', { grade: '6' }, 'letter', 'Химия'],
    ['the teacher where the letter belongs', { grade: '6' }, 'letter', 'Иванова А. П.'],
  ]),
  ...rows(place, [
    ['a class listed twice', 'grade', again({ grade: '7' })],
    ['a class listed twice with another number', 'grade', again({ grade: '7' }, { enrolled: '25' })],
    ['a total row', 'grade', totalOf({ grade: 'Итого', letter: '' })],
    ['a total row under another name', 'grade', totalOf({ grade: 'по школе', letter: '' })],
    [
      'a range beside its classes',
      'grade enrolled',
      totalOf({ grade: '1-4', letter: '' }, ({ grade }) => Number(grade) < 5),
    ],
    [
      'class and number of children exchanged',
      'grade',
      changed({ grade: '6' }, (line) => ({ grade: line.enrolled!, enrolled: '6' })),
    ],
  ]),
  ...rows(small, [['a grade that is not taught there', 'grade', again({ grade: '9' }, { grade: '10', letter: '' })]]),
  ...cells(spring, [
    ['another number than in the last quarter', { grade: '10' }, 'enrolled', '41'],
    ['a child too few', { grade: '4' }, 'enrolled', '17'],
  ]),
];
