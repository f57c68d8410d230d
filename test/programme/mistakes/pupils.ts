import type { Line } from './clean-tab';
import { again, andWords, cells, changed, columnsExchanged, exchanged, plus, rows, totalOf, twice } from './mistake';

const place = { form: 'pupils', school: 'magdagachi-3', period: '2023-Q2' } as const;
const at = { grade: '7' };

const combined = { form: 'pupils', school: 'tolbuzino', period: '2023-Q2' } as const;

/** A combined class as a row for each of its grades, the children of all in each. */
const byGrade = (grades: readonly string[]) => (lines: readonly Line[]) => {
  const made = grades.map((grade) => ({ ...lines.find(({ grade: own }) => own === '2-4')!, grade }));
  return { lines: [...lines.filter(({ grade: own }) => own !== '2-4'), ...made], wrong: made[0]! };
};

export const pupilMistakes = [
  ...rows(combined, [['a combined class grade by grade', 'enrolled', byGrade(['2', '3', '4'])]]),
  ...cells(place, [
    ['a digit typed twice', at, 'good', twice],
    ['more good pupils than «4» and «5»', { grade: '8' }, 'good', '16'],
    ['more excellent pupils than «5»', { grade: '8' }, 'excellent', '5'],
    ['failing pupils forgotten', { grade: '6' }, 'failing', '0'],
    ['more failing pupils than «2»', { grade: '2' }, 'failing', '3'],
    ['pupils without marks that no subject knows', { grade: '2' }, 'notAssessed', '2'],
    ['pupils without marks forgotten', { grade: '5' }, 'notAssessed', '0'],
    ['more to be assessed than on the list', at, 'assessed', '22'],
    ['digits exchanged', { grade: '8' }, 'enrolled', exchanged.length ? '29' : ''],
    ['a percentage', at, 'good', '20%'],
    ['a percentage without its sign', at, 'good', '21,1'],
    ['words behind the number', at, 'failing', andWords],
    ['a dash for nobody', at, 'excellent', '-'],
    ['«нет» for nobody', at, 'excellent', 'нет'],
    ['the cell left blank', at, 'failing', ''],
    ['surnames in place of a count', at, 'failing', 'Иванов, Петров'],
    ['a surname with initials in place of a count', at, 'failing', 'Иванов И. И.'],
    ['more debts than failing pupils', { grade: '3' }, 'notMastered', '5'],
    ['a point', at, 'good', '4.5'],
    ['one child more than on the list', at, 'enrolled', plus(1)],
    ['a class that is not on the list', at, 'grade', '12'],
    ['a pupil without marks left out of the assessed', { grade: '5' }, 'assessed', '18'],
    ['all pupils in one column', { grade: '9' }, 'good', '26'],
  ]),
  ...rows(place, [
    ['a class twice', 'grade', again(at)],
    [
      'the first grade counted in',
      'grade',
      changed({ grade: '2' }, (line) => ({ grade: '1-2', enrolled: String(Number(line.enrolled) + 23) })),
    ],
    ['a total row', 'grade', totalOf({ grade: 'ВСЕГО', letter: '' })],
    ['an unnamed total row', 'grade enrolled', totalOf({ grade: '1', letter: 'А' })],
    [
      'a total of the lower grades',
      'grade',
      totalOf({ grade: 'начальная школа', letter: '' }, ({ grade }) => Number(grade) < 5),
    ],
    [
      'the results of another class',
      'enrolled assessed',
      changed({ grade: '10' }, () => ({ enrolled: '26', assessed: '26' })),
    ],
    ['a class left out', '', (lines) => ({ lines: lines.filter(({ grade }) => grade !== '10'), wrong: null })],
    [
      'groups counted one within the other',
      'assessed good oneThree',
      changed({ grade: '7' }, (line) => ({ good: line.assessed!, oneThree: line.assessed! })),
    ],
    ['excellent and failing exchanged', 'excellent failing', columnsExchanged('excellent', 'failing')],
  ]),
];
