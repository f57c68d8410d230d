import { count, defineCheck, defineForm, defineIndicator, type Indicator, type Theme, text } from '../../model';
import { BY, rising } from '../order-targets';
import { fourMarks, MARKS_OF_PARTICIPANTS, markRates } from './five-point';
import { marksExchanged } from './marks-exchanged';
import { SUBJECT_NAMES, SUBJECTS } from './subjects';
import { writersOnLists } from './writers';

const COMPARED = 'Из сравнения отметок за ВПР с отметками по журналу (ФИС ОКО); если его нет, оставьте пустым.';

/** All-Russian check works (ВПР); the regional system hands out what the journal says of the same pupils. */
export const vpr = defineForm({
  key: 'vpr',
  title: 'ВПР',
  help: 'Результаты ВПР не используются для оценки педагогов.',
  fields: {
    grade: text('Класс', 'Класс, за программу которого работа.', { carried: true, slot: 'first' }),
    subject: text('Предмет', 'Предмет работы.', {
      carried: true,
      slot: 'third',
      choices: SUBJECTS,
      synonyms: SUBJECT_NAMES,
    }),
    participants: count('Участников', 'Сколько обучающихся писали работу.'),
    ...fourMarks,
    lowered: count('Понизили', `Отметка за ВПР ниже отметки по журналу. ${COMPARED}`, { optional: true }),
    confirmed: count('Подтвердили', `Отметка за ВПР равна отметке по журналу. ${COMPARED}`, { optional: true }),
    raised: count('Повысили', `Отметка за ВПР выше отметки по журналу. ${COMPARED}`, { optional: true }),
  },
  identity: ['grade', 'subject'],
  byDistrict: true,
  // In these years it was held in autumn.
  startingRows: 5,
  due: [
    { quarters: [2], exceptYears: [2020, 2022] },
    { quarters: [4], years: [2020, 2022] },
  ],
  slices: ['subject', 'grade'],
  sums: [MARKS_OF_PARTICIPANTS],
});

/** Of fewer nothing is said. */
const MANY = 20;
const WRITTEN = { grade: '5', subject: 'Математика', participants: 8, five: 1, four: 3, three: 3, two: 1 };

/** Only where the comparison is given: without one in the journal a mark is in none of the three. */
const compared = defineCheck<{ sum: number; participants: number }>({
  id: 'row/vpr-not-compared',
  needs: 'row',
  form: 'vpr',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { participants, lowered, confirmed, raised } = at.entry.numbers;
      if (participants == null || (lowered == null && confirmed == null && raised == null)) return [];
      const sum = (lowered ?? 0) + (confirmed ?? 0) + (raised ?? 0);
      return sum === participants ? [] : [{ at, field: 'participants', details: { sum, participants } }];
    }),
  words: ({ sum, participants }) =>
    `понизили, подтвердили, повысили дают ${sum}, участников ${participants}; если отметки в журнале нет, поясните`,
  cases: [
    {
      form: 'vpr',
      rows: [{ ...WRITTEN, lowered: 4, confirmed: 3, raised: 0 }],
      says: ['1: Понизили, подтвердили, повысили дают 7, участников 8; если отметки в журнале нет, поясните'],
    },
    {
      form: 'vpr',
      rows: [
        { ...WRITTEN, lowered: 4, confirmed: 4, raised: 0 },
        { ...WRITTEN, subject: 'Русский язык' },
        { ...WRITTEN, subject: 'Биология', participants: '', lowered: 4, confirmed: 4, raised: 0 },
      ],
      says: [],
    },
    // One of the three is enough for a comparison.
    {
      form: 'vpr',
      rows: [
        { ...WRITTEN, lowered: 8 },
        { ...WRITTEN, subject: 'Русский язык', confirmed: 8 },
        { ...WRITTEN, subject: 'Биология', raised: 8 },
        { ...WRITTEN, subject: 'История', lowered: 2, confirmed: 3, raised: 3 },
      ],
      says: [],
    },
    {
      form: 'vpr',
      rows: [
        { ...WRITTEN, lowered: 1 },
        { ...WRITTEN, subject: 'Русский язык', confirmed: 2 },
        { ...WRITTEN, subject: 'Биология', raised: 3 },
      ],
      says: [1, 2, 3].map(
        (sum) =>
          `${sum}: Понизили, подтвердили, повысили дают ${sum}, участников 8; если отметки в журнале нет, поясните`,
      ),
    },
  ],
});

/** More than half of all marks fell: the columns have changed places, or the journal is to be looked at. */
const mostLowered = defineCheck<{ lowered: number; participants: number }>({
  id: 'form/vpr-most-lowered',
  needs: 'form',
  form: 'vpr',
  severity: 'warning',
  find({ rows }) {
    const sum = (key: string): number => rows.reduce((all, { entry }) => all + (entry.numbers[key] ?? 0), 0);
    const [lowered, participants] = [sum('lowered'), sum('participants')];
    return participants >= MANY && lowered * 2 > participants ? [{ details: { lowered, participants } }] : [];
  },
  words: ({ lowered, participants }) =>
    `понизили ${lowered} из ${participants}; проверьте, не перепутаны ли графы, или напишите причину вверху вкладки`,
  cases: [
    {
      form: 'vpr',
      rows: [{ ...WRITTEN, participants: 20, three: 15, lowered: 14, confirmed: 6, raised: 0 }],
      says: ['0: Понизили 14 из 20; проверьте, не перепутаны ли графы, или напишите причину вверху вкладки'],
    },
    {
      form: 'vpr',
      rows: [{ ...WRITTEN, participants: 20, three: 15, lowered: 6, confirmed: 14, raised: 0 }],
      says: [],
    },
    // Half is not most, and of few nothing is said.
    {
      form: 'vpr',
      rows: [{ ...WRITTEN, participants: 20, three: 15, lowered: 10, confirmed: 10, raised: 0 }],
      says: [],
    },
    { form: 'vpr', rows: [{ ...WRITTEN, lowered: 8, confirmed: 0, raised: 0 }], says: [] },
  ],
});

const COMPARISON = { lowered: 1, confirmed: 1, raised: 1 } as const;
const given = [{ lowered: 4, confirmed: 4, raised: 0 }];

const share = (
  key: string,
  field: keyof typeof COMPARISON,
  title: string,
  direction: 'up' | 'down' | 'none',
  value: number,
): Indicator =>
  defineIndicator({
    key,
    title,
    kind: 'share',
    unit: 'percent',
    direction,
    source: `ФИС ОКО, сравнение с отметками по журналу: ${title.toLowerCase()}`,
    from: vpr,
    numerator: { [field]: 1 },
    denominator: COMPARISON,
    examples: [{ given, value }],
  });

export const vprTheme: Theme = {
  form: vpr,
  indicators: [
    ...markRates(vpr, 'vpr', 'по ВПР', [rising('ER6-vpr', BY.year)]),
    share('vpr-lowered-rate', 'lowered', 'Понизили отметку на ВПР', 'none', 50),
    share('vpr-confirmed-rate', 'confirmed', 'Подтвердили отметку на ВПР', 'up', 50),
    share('vpr-raised-rate', 'raised', 'Повысили отметку на ВПР', 'none', 0),
  ],
  checks: [compared, mostLowered, marksExchanged('vpr', WRITTEN), writersOnLists('vpr', WRITTEN, true)],
};
