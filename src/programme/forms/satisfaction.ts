import { choice, count, defineForm, defineIndicator, type Target, type Theme } from '../../model';
import { BY, ofDistrict, ofParticipants } from '../order-targets';
import { sameAsLists } from './on-lists';
import { atMost } from './part-of';

const RESPONDENTS = ['обучающиеся', 'родители', 'социальные партнёры', 'общество (жители)', 'педагоги'] as const;

/** Answers to the district's questionnaire, one row for each of those asked: figures of unlike people are never pooled. */
export const satisfaction = defineForm({
  key: 'satisfaction',
  title: 'Удовлетворённость',
  help: 'По анкете района. Для педагогов вопрос: «Готовы участвовать в изменениях школы: да / скорее да».',
  fields: {
    respondents: choice('Кого спрашивали', 'Одна строка – одна группа опрошенных.', RESPONDENTS, {
      carried: true,
      slot: 'third',
    }),
    invited: count('Приглашено', 'Скольким предложили ответить.'),
    answered: count('Ответили', 'Сколько анкет получено.'),
    fully: count('Полностью удовлетворены', 'Для педагогов – ответ «да».'),
    rather: count('Скорее удовлетворены', 'Для педагогов – ответ «скорее да».'),
  },
  identity: ['respondents'],
  byDistrict: true,
  due: [{ quarters: [2] }],
  slices: ['respondents'],
  starts: () => RESPONDENTS.map((respondents) => ({ respondents })),
  startingRows: RESPONDENTS.length,
  spareRows: 0,
  sums: [
    atMost('answered-more-than-invited', 'ответившие', ['answered'], 'invited'),
    atMost(
      'satisfied-more-than-answered',
      'полностью и скорее удовлетворённые вместе',
      ['fully', 'rather'],
      'answered',
    ),
  ],
});

const [PUPILS, PARENTS, PARTNERS, PUBLIC, TEACHERS] = RESPONDENTS;
const by = { by: BY.year, atLeast: null, trend: 'up' } as const;
const of = (respondents: string) => ({ of: respondents, slice: { field: 'respondents', words: [respondents] } });

const SATISFIED: readonly Target[] = [
  ofParticipants({
    ...{ ...by, id: 'ER5-staff', ...of(TEACHERS) },
    words: 'Активизировать внутренний мотивационный ресурс педагогических коллективов',
  }),
  ...[
    { id: 'ER7-pupils', ...of(PUPILS) },
    { id: 'ER7-parents', ...of(PARENTS) },
    { id: 'ER7-partners', ...of(PARTNERS) },
    { id: 'ER7-public', ...of(PUBLIC) },
  ].map((target) =>
    ofDistrict({
      ...{ ...by, ...target, byMostSchools: true },
      words: 'Повышение удовлетворенности обучающихся, их родителей, социальных партнеров, общества',
    }),
  ),
];

const invitedPupils = sameAsLists({
  form: 'satisfaction',
  field: 'invited',
  atMost: true,
  grades: ({ entry: { texts } }) => (texts.respondents === PUPILS ? { from: 1, to: 11 } : null),
  example: {
    row: { respondents: PUPILS, invited: 12, answered: 9, fully: 4, rather: 3 },
    classes: [
      { grade: '1-4', enrolled: 7 },
      { grade: '5', enrolled: 5 },
    ],
    says: '1: «Приглашено»: 13, а в форме «Число обучающихся» в этих классах 12; исправьте или напишите пояснение',
  },
});

export const satisfactionTheme: Theme = {
  checks: [invitedPupils],
  form: satisfaction,
  indicators: [
    defineIndicator({
      key: 'response-rate',
      title: 'Доля ответивших на анкету',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'ответили / приглашено, отдельно по группам опрошенных',
      from: satisfaction,
      pooled: false,
      numerator: { answered: 1 },
      denominator: { invited: 1 },
      column: true,
      examples: [{ given: [{ invited: 20, answered: 15 }], value: 75 }],
    }),
    defineIndicator({
      key: 'satisfaction-rate',
      title: 'Доля удовлетворённых',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: '(полностью + скорее удовлетворены) / ответили, отдельно по группам опрошенных',
      from: satisfaction,
      pooled: false,
      numerator: { fully: 1, rather: 1 },
      denominator: { answered: 1 },
      column: true,
      targets: SATISFIED,
      examples: [{ given: [{ answered: 20, fully: 9, rather: 6 }], value: 75 }],
    }),
  ],
};
