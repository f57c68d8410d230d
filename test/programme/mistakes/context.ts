import { again, andWords, cells, changed, exchanged, rows, totalOf, twice, withZero } from './mistake';

const place = { form: 'context', school: 'magdagachi-3', period: '2023-Q3' } as const;
const nineGrades = { form: 'context', school: 'tolbuzino', period: '2023-Q3' } as const;
const leading = { form: 'context', school: 'ushumun', period: '2023-Q3' } as const;
const at = { grade: '7' };

export const contextMistakes = [
  ...cells(nineGrades, [['«1-11» in a school of nine grades', { grade: '1-9' }, 'grade', '1-11']]),
  ...cells(place, [
    ['a digit typed twice', at, 'incompleteFamilies', twice],
    ['a nought too many', at, 'largeFamilies', withZero],
    ['digits exchanged', at, 'enrolled', exchanged],
    ['more children than in the class', at, 'transported', '24'],
    ['families in place of children: more than there are', at, 'lowIncome', '40'],
    ['a percentage', at, 'lowIncome', '52%'],
    ['a percentage without its sign', at, 'lowIncome', '52,2'],
    ['a dash for nobody', at, 'guardianship', '-'],
    ['«нет» for nobody', at, 'registered', 'нет'],
    ['words behind the number', at, 'disabilities', andWords],
    ['a number in words', at, 'disabilities', 'трое'],
    ['a surname in place of a count', at, 'registered', 'Петров А. И.'],
    ['the cell left blank', at, 'largeFamilies', ''],
    ['many became none', at, 'lowIncome', '0'],
    ['a point', at, 'registered', '1.2'],
    ['a negative number', at, 'registered', '-1'],
    ['another number of children than on the list', at, 'enrolled', '21'],
    ['the whole class on register', { grade: '2' }, 'registered', '16'],
  ]),
  ...rows(place, [
    ['a class twice', 'grade', again(at)],
    ['a total row', 'grade', totalOf({ grade: 'Итого', letter: '' })],
    [
      'the whole school beside its classes',
      'grade enrolled incompleteFamilies',
      totalOf({ grade: '1-11', letter: '' }),
    ],
    [
      'columns moved by one',
      'enrolled incompleteFamilies lowIncome',
      changed(at, (line) => ({ enrolled: line.incompleteFamilies!, incompleteFamilies: line.enrolled! })),
    ],
  ]),
  ...cells(leading, [
    ['another number of children than on the list', {}, 'enrolled', withZero],
    ['a nought too many', {}, 'lowIncome', withZero],
    ['a nought too many among few', {}, 'registered', '60'],
  ]),
];
