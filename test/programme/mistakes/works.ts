import type { Line } from './clean-tab';
import { again, andWords, cells, changed, columnsExchanged, plus, rows, totalOf, twice, withZero } from './mistake';

const vpr = { form: 'vpr', school: 'magdagachi-3', period: '2023-Q2' } as const;
const works = { form: 'controlWorks', school: 'magdagachi-3', period: '2023-Q1' } as const;
const oge = { form: 'oge', school: 'magdagachi-3', period: '2023-Q3' } as const;
const ege = { form: 'ege', school: 'magdagachi-3', period: '2023-Q3' } as const;
const written = { grade: '5', subject: 'История' };
const work = { grade: '9' };
const russian = { subject: 'Русский язык' };
const social = { subject: 'Обществознание' };

/** Of a school where «5» are more than «2». */
const strong = { school: 'ushumun' } as const;

const exchangedMarks = (row: Line) => changed(row, ({ five = '', two = '' }) => ({ five: two, two: five }));

export const workMistakes = [
  ...rows({ ...vpr, ...strong }, [['«5» and «2» exchanged', '', columnsExchanged('five', 'two')]]),
  ...rows({ ...oge, ...strong }, [['«5» and «2» exchanged', '', columnsExchanged('five', 'two')]]),
  ...cells(vpr, [
    ['a digit typed twice', written, 'three', twice],
    ['a sum off by one', written, 'four', plus(1)],
    ['more participants than children', written, 'participants', '28'],
    ['a percentage', written, 'five', '5,6%'],
    ['a percentage without its sign', written, 'three', '66,7'],
    ['a dash for nobody', written, 'raised', '-'],
    ['«нет» for nobody', written, 'two', 'нет'],
    ['a misspelt subject', written, 'subject', 'Исторея'],
    ['the letter with the class', written, 'grade', '5 А класс'],
    ['no class', written, 'grade', ''],
    ['a class that the school does not have', written, 'grade', '15'],
  ]),
  ...rows(vpr, [
    ['lowered and confirmed exchanged', '', columnsExchanged('lowered', 'confirmed')],
    [
      'a comparison that does not add up',
      'confirmed participants',
      changed(written, (line) => ({ confirmed: line.raised! })),
    ],
    ['a work twice', 'subject grade', again(written)],
    ['a total row', 'grade subject', totalOf({ grade: '', subject: 'Итого' })],
    [
      'marks and comparison exchanged',
      'participants five four three two lowered confirmed raised',
      changed(written, (line) => ({
        five: line.lowered!,
        four: line.confirmed!,
        three: line.raised!,
        two: '0',
        lowered: line.five!,
        confirmed: line.four!,
        raised: line.three!,
      })),
    ],
  ]),
  ...cells(works, [
    ['a sum off by one', work, 'three', plus(-1)],
    ['more participants than children', work, 'participants', '33'],
    ['a percentage', work, 'five', '4%'],
    ['words behind the number', work, 'participants', andWords],
    ['a level that is none', work, 'level', 'школьная'],
    ['no level', work, 'level', ''],
    ['no subject', work, 'subject', ''],
    ['a point', work, 'two', '1.5'],
    ['the name of the teacher beside that of the work', work, 'work', 'пробный ОГЭ, проверяла Иванова А. П.'],
    ['a phone beside the name of the work', work, 'work', 'пробный ОГЭ, 8 914 555-44-33'],
  ]),
  ...rows(works, [
    ['a work twice', 'level grade subject', again(work)],
    [
      'a total row',
      'grade level',
      totalOf({ level: 'муниципальная', grade: 'Всего', subject: 'Русский язык', work: '' }),
    ],
  ]),
  ...cells(oge, [
    ['a subject that no exam has', { subject: 'География' }, 'subject', 'Труд'],
    ['a digit typed twice', russian, 'three', twice],
    ['a sum off by one', russian, 'four', plus(1)],
    ['more participants than graduates', social, 'participants', '80'],
    ['fewer participants than graduates', russian, 'participants', '23'],
    ['a mean mark in place of a count', russian, 'five', '3,4'],
    ['a percentage', russian, 'five', '7,7%'],
    ['a dash for nobody', russian, 'two', '–'],
    ['«не было»', social, 'two', 'не было'],
    ['a subject that has another name', social, 'subject', 'Обществозн'],
  ]),
  ...rows(oge, [
    [
      'no mathematics',
      '',
      (lines) => ({ lines: lines.filter(({ subject }) => subject !== 'Математика'), wrong: null }),
    ],
    ['«5» and «2» exchanged', 'two', exchangedMarks(russian)],
    ['a subject twice', 'subject', again(social)],
    ['a total row', 'subject', totalOf({ subject: 'Всего' })],
    ['an unnamed total row', 'subject participants', totalOf({ subject: 'Астрономия' })],
  ]),
  ...cells(ege, [
    ['a mean score in place of the sum', russian, 'totalScore', '60,2'],
    ['a nought too many', russian, 'totalScore', withZero],
    ['a score in the place of participants', russian, 'participants', '68'],
    ['more participants than graduates', social, 'participants', '17'],
    ['fewer participants than graduates', russian, 'participants', '11'],
    ['more below the minimum than participants', social, 'belowMinimum', '8'],
    ['more high scores than participants', social, 'highScores', '8'],
    ['a score of the basic exam', { subject: 'Математика (базовая)' }, 'totalScore', '17'],
    ['the sum left blank', social, 'totalScore', ''],
    ['a percentage', social, 'belowMinimum', '14%'],
    ['a dash for nobody', social, 'highScores', '-'],
    ['mathematics of neither level', { subject: 'Математика (профильная)' }, 'subject', 'Математика'],
  ]),
  ...rows(ege, [
    ['high scores that the sum has no room for', 'highScores totalScore', changed(social, () => ({ highScores: '6' }))],
    ['a subject twice', 'subject', again(social)],
    ['a total row', 'subject', totalOf({ subject: 'ИТОГО' })],
  ]),
];
