import {
  again,
  andWords,
  cells,
  changed,
  columnsExchanged,
  plus,
  rows,
  totalOf,
  twice,
  withoutLast,
  withZero,
} from './mistake';

const SCHOOL = { school: 'magdagachi-3' } as const;
const coverage = { ...SCHOOL, form: 'coverage', period: '2023-Q4' } as const;
const achievements = { ...SCHOOL, form: 'achievements', period: '2023-Q4' } as const;
const satisfaction = { ...SCHOOL, form: 'satisfaction', period: '2023-Q2' } as const;
const material = { ...SCHOOL, form: 'materialBase', period: '2023-Q4' } as const;
const partnership = { ...SCHOOL, form: 'partnership', period: '2023-Q4' } as const;
const results = { ...SCHOOL, form: 'yearResults', period: '2023-Q3' } as const;
const middle = { level: '5-9' };
const olympiad = { kind: 'ВсОШ, школьный этап' };
const parents = { respondents: 'родители' };
const computers = { kind: 'Компьютерная техника' };

export const schoolLifeMistakes = [
  ...cells(coverage, [
    ['a child counted in each of its circles', middle, 'additional', '149'],
    ['more in institutions than in circles', middle, 'institutions', '85'],
    ['a nought too many', middle, 'visits', withZero],
    ['a digit typed twice', middle, 'consultations', twice],
    ['a digit lost', middle, 'visits', withoutLast],
    ['another number of children than on the list', middle, 'enrolled', '130'],
    ['one child more than on the list', middle, 'enrolled', plus(1)],
    ['everybody on a plan of his own', middle, 'onPlan', '103'],
    ['visits to nobody', middle, 'familiesCovered', '0'],
    ['a percentage', middle, 'additional', '56%'],
    ['a percentage without its sign', middle, 'additional', '56,3'],
    ['a dash for nobody', middle, 'onPlan', '-'],
    ['«нет» for nobody', middle, 'institutions', 'нет'],
    ['words behind the number', middle, 'visits', andWords],
    ['the cell left blank', middle, 'consultations', ''],
    ['many became none', middle, 'masterclassPupils', '0'],
    ['a level that is none', middle, 'level', '5-8'],
    ['no level', middle, 'level', ''],
  ]),
  ...rows(coverage, [
    ['a level twice', 'level', again(middle)],
    ['a total row', 'level', totalOf({ level: 'Всего' })],
    ['the whole school beside its levels', 'level enrolled', totalOf({ level: '1-11' })],
  ]),
  ...cells(achievements, [
    ['more participants than could take part', olympiad, 'pupils', '166'],
    ['more children than participations', olympiad, 'entries', '60'],
    ['more winners than participations', olympiad, 'prizeWinners', '117'],
    ['a nought too many', { kind: 'Конкурсы, муниципальный уровень' }, 'pupils', withZero],
    ['a nought too many among the winners', { kind: 'Конкурсы, муниципальный уровень' }, 'winners', '200'],
    ['participations of an olympiad left blank', olympiad, 'entries', ''],
    ['more who could take part than there are children', olympiad, 'eligible', '351'],
    ['a dash for nobody', olympiad, 'winners', '-'],
    ['a percentage', olympiad, 'pupils', '43%'],
    ['a stage that is none', olympiad, 'kind', 'Всероссийская олимпиада'],
    ['winners by name', olympiad, 'winners', 'Сидоров К., Петров А.'],
  ]),
  ...rows(achievements, [
    ['a stage twice', 'kind', again(olympiad)],
    ['a total row', 'kind', totalOf({ kind: 'Итого' })],
  ]),
  ...cells(satisfaction, [
    ['more answers than invitations', parents, 'answered', '252'],
    ['more satisfied than answers', parents, 'fully', '157'],
    ['a percentage', parents, 'fully', '37%'],
    ['a percentage without its sign', parents, 'rather', '38,2'],
    ['a nought too many', parents, 'invited', withZero],
    ['more pupils invited than there are', { respondents: 'обучающиеся' }, 'invited', '317'],
    ['a dash for nobody', { respondents: 'социальные партнёры' }, 'rather', '-'],
    ['the cell left blank', parents, 'rather', ''],
    ['respondents that are none', parents, 'respondents', 'бабушки'],
    ['a digit lost', parents, 'fully', withoutLast],
  ]),
  ...rows(satisfaction, [
    ['respondents twice', 'respondents', again(parents)],
    ['a total row', 'respondents', totalOf({ respondents: 'Всего' })],
  ]),
  ...cells(material, [
    ['a beginning that is not last year’s end', computers, 'unitsStart', '74'],
    ['a nought too many', computers, 'unitsNew', withZero],
    ['a percentage', computers, 'unitsNew', '19%'],
    ['roubles in place of units', computers, 'unitsNew', '540000'],
    ['words behind the number', computers, 'unitsStart', '64 шт.'],
    ['a dash for none', computers, 'unitsNew', '-'],
    ['the cell left blank', computers, 'unitsNew', ''],
    ['a kind that is none', computers, 'kind', 'мебель'],
  ]),
  ...rows(material, [
    ['a kind twice', 'kind', again(computers)],
    ['a total row', 'kind', totalOf({ kind: 'Всего' })],
    [
      'columns exchanged',
      'unitsStart',
      changed(computers, (line) => ({ unitsStart: line.unitsNew!, unitsNew: line.unitsStart! })),
    ],
  ]),
  ...cells(partnership, [
    ['a nought too many and another', {}, 'lessonsVisited', '400'],
    ['a percentage', {}, 'lessonsTaught', '40%'],
    ['a dash for none', {}, 'exchange', '-'],
    ['the cell left blank', {}, 'exchange', ''],
    ['dates in place of a count', {}, 'exchange', '12.10, 15.11'],
    ['the director where the school belongs', {}, 'partner', 'Сидорова Е. В.'],
    ['no partner', {}, 'partner', ''],
    ['the school itself for its partner', {}, 'partner', 'МОБУ «Магдагачинская СОШ № 3»'],
  ]),
  ...rows(partnership, [
    ['nothing done', '', changed({}, () => ({ lessonsVisited: '0', lessonsTaught: '0', exchange: '0' }))],
    ['a partner twice', 'partner', again({})],
  ]),
  ...cells(results, [
    ['a graduate without a certificate left out', { group: '9 класс' }, 'certified', '25'],
    ['more certificates than graduates', { group: '9 класс' }, 'certified', '29'],
    ['a certificate in the other grades', { group: 'остальные классы' }, 'certified', '5'],
    ['no certificates said', { group: '11 класс' }, 'certified', ''],
    ['other graduates than sat the exam', { group: '9 класс' }, 'enrolled', '62'],
    ['other graduates than sat the exam, grade 11', { group: '11 класс' }, 'enrolled', '31'],
    ['a nought too many', { group: 'остальные классы' }, 'enrolled', withZero],
    ['a digit lost', { group: 'остальные классы' }, 'enrolled', withoutLast],
    ['certificates and failures beyond all', { group: '9 класс' }, 'notMasteredFinal', '2'],
    ['a dash for nobody', { group: '11 класс' }, 'notMasteredFinal', '-'],
    ['a percentage', { group: '9 класс' }, 'certified', '100%'],
    ['surnames', { group: '9 класс' }, 'notMasteredFinal', 'Иванов И. И.'],
    ['a group that is none', { group: '9 класс' }, 'group', '9А класс'],
  ]),
  ...rows(results, [
    ['a total row', 'group', totalOf({ group: 'Всего' })],
    ['a group twice', 'group', again({ group: '9 класс' })],
    ['columns exchanged', 'certified notMasteredFinal', columnsExchanged('certified', 'enrolled')],
  ]),
];
