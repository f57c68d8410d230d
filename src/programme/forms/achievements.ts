import {
  choice,
  count,
  defineCheck,
  defineForm,
  defineIndicator,
  type StartKnown,
  type StartRow,
  type Theme,
} from '../../model';
import { sameAsLists } from './on-lists';
import { atMost } from './part-of';

const OLYMPIADS = [
  'ВсОШ, школьный этап',
  'ВсОШ, муниципальный этап',
  'ВсОШ, региональный этап',
  'ВсОШ, заключительный этап',
] as const;
const CONTESTS = [
  'Конкурсы, муниципальный уровень',
  'Конкурсы, региональный уровень',
  'Конкурсы, всероссийский уровень',
] as const;
const isOlympiad = (kind: string | undefined): boolean => (OLYMPIADS as readonly string[]).includes(kind ?? '');

const ONLY_OLYMPIADS = 'Только для олимпиад (ВсОШ).';

/** The first two stages of the olympiad take place in every autumn. */
const stagesOfAutumn = ({ quarter, enrolledIn }: StartKnown): StartRow[] =>
  quarter !== 4
    ? []
    : [
        { kind: OLYMPIADS[0], eligible: enrolledIn(4, 12) ?? '' },
        { kind: OLYMPIADS[1], eligible: enrolledIn(7, 12) ?? '' },
      ];

/** Olympiads and contests of the half-year, stage by stage: only those that took place. */
export const achievements = defineForm({
  key: 'achievements',
  title: 'Олимпиады и конкурсы',
  help: 'Только из перечня отдела; платные дистанционные не считаем. Строка – этап или уровень, который состоялся.',
  fields: {
    kind: choice('Что', 'Этап олимпиады или уровень конкурсов.', [...OLYMPIADS, ...CONTESTS], {
      slot: 'third',
      prefilled: true,
    }),
    eligible: count('Могли участвовать', `${ONLY_OLYMPIADS} Школьный этап – обучающиеся 4-11 классов, дальше – 7-11.`, {
      optional: true,
      prefilled: true,
    }),
    pupils: count('Участвовали детей (без повторов)', 'Каждого ребёнка – один раз.'),
    entries: count('Участий', `${ONLY_OLYMPIADS} Сколько раз дети писали олимпиады по всем предметам.`, {
      optional: true,
      plausibleTimes: ['pupils', 8],
    }),
    winners: count('Победителей', 'Сколько раз становились победителями.', { plausibleTimes: ['pupils', 3] }),
    prizeWinners: count('Призёров', 'Сколько раз становились призёрами.', { plausibleTimes: ['pupils', 4] }),
  },
  identity: ['kind'],
  byDistrict: { kind: OLYMPIADS },
  due: [{ quarters: [2, 4] }],
  slices: ['kind'],
  starts: stagesOfAutumn,
  startingRows: 4,
  spareRows: 3,
  sums: [
    atMost('pupils-more-than-eligible', 'участвовавшие дети', ['pupils'], 'eligible'),
    atMost('pupils-more-than-entries', 'участвовавшие дети', ['pupils'], 'entries'),
    atMost('winners-more-than-entries', 'победители и призёры', ['winners', 'prizeWinners'], 'entries'),
  ],
});

const olympiadIncomplete = defineCheck({
  id: 'row/olympiad-incomplete',
  needs: 'row',
  form: 'achievements',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows }) =>
    rows.flatMap((at) =>
      ['eligible', 'entries']
        .filter(
          (key) =>
            isOlympiad(at.entry.texts.kind) &&
            at.entry.numbers[key] == null &&
            !at.unread.some(({ field }) => field === key),
        )
        .map((field) => ({ at, field, details: {} })),
    ),
  words: (_, { column }) => `${column}: пусто; для олимпиады впишите число`,
  cases: [
    {
      form: 'achievements',
      rows: [{ kind: OLYMPIADS[0], pupils: 5, winners: 1, prizeWinners: 1 }],
      says: [
        '1: «Могли участвовать»: пусто; для олимпиады впишите число',
        '1: «Участий»: пусто; для олимпиады впишите число',
      ],
    },
    { form: 'achievements', rows: [{ kind: CONTESTS[0], pupils: 5, winners: 1, prizeWinners: 1 }], says: [] },
    // What cannot be read is said to be so, and is not blank.
    {
      form: 'achievements',
      rows: [{ kind: OLYMPIADS[0], eligible: 'много', pupils: 5, winners: 1, prizeWinners: 1 }],
      says: ['1: «Участий»: пусто; для олимпиады впишите число'],
    },
  ],
});

const eligibleOnLists = sameAsLists({
  form: 'achievements',
  field: 'eligible',
  atMost: true,
  grades: ({ entry: { texts } }) =>
    isOlympiad(texts.kind) ? { from: texts.kind === OLYMPIADS[0] ? 4 : 7, to: 11 } : null,
  example: {
    row: { kind: OLYMPIADS[1], eligible: 12, pupils: 5, entries: 6, winners: 1, prizeWinners: 1 },
    classes: [
      { grade: '6', enrolled: 9 },
      { grade: '7', enrolled: 7 },
      { grade: '8', enrolled: 5 },
    ],
    says: '1: «Могли участвовать»: 13, а в форме «Число обучающихся» в этих классах 12; исправьте или напишите пояснение',
  },
});

export const achievementTheme: Theme = {
  form: achievements,
  indicators: [
    defineIndicator({
      key: 'participation-rate',
      title: 'Доля участвовавших в олимпиаде',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'участвовали детей / могли участвовать, этап за этапом',
      from: achievements,
      where: { kind: OLYMPIADS },
      pooled: false,
      numerator: { pupils: 1 },
      denominator: { eligible: 1 },
      column: true,
      examples: [{ given: [{ eligible: 20, pupils: 5 }], value: 25 }],
    }),
    defineIndicator({
      key: 'success-rate',
      title: 'Доля победителей и призёров олимпиады',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: '(победители + призёры) / участия, этап за этапом',
      from: achievements,
      where: { kind: OLYMPIADS },
      pooled: false,
      numerator: { winners: 1, prizeWinners: 1 },
      denominator: { entries: 1 },
      column: true,
      examples: [{ given: [{ entries: 20, winners: 1, prizeWinners: 4 }], value: 25 }],
    }),
    defineIndicator({
      key: 'contest-success-rate',
      title: 'Победителей и призёров на 100 участников конкурсов',
      kind: 'ratio',
      unit: 'percent',
      direction: 'up',
      source: '(победители + призёры) / участвовавшие дети, уровень за уровнем: участия в конкурсах не собираются',
      from: achievements,
      where: { kind: CONTESTS },
      pooled: false,
      numerator: { winners: 1, prizeWinners: 1 },
      denominator: { pupils: 1 },
      column: true,
      examples: [{ given: [{ pupils: 4, winners: 1, prizeWinners: 4 }], value: 125 }],
    }),
  ],
  checks: [olympiadIncomplete, eligibleOnLists],
};
