import {
  choice,
  count,
  date,
  defineRegister,
  defineRegisterCheck,
  type Figure,
  longText,
  originIn,
  ref,
  shiftPeriod,
  text,
  type World,
} from '../../model';
import {
  basisField,
  cycleOf,
  daysPast,
  evidenceField,
  freely,
  noteField,
  responsibleField,
  schoolField,
} from './usual-fields';

/** The first is what a row of people begins with, the last what the rules' own begin with. */
const STATES = ['предложено', 'решено', 'в работе', 'выполнено', 'снято', 'проект'] as const;
const EFFECTS = ['есть', 'не выявлен', 'рано судить'] as const;
type Effect = (typeof EFFECTS)[number];
/** Below it a share says nothing of a measure. */
const ENOUGH = 10;

const fields = {
  school: schoolField,
  finding: longText('Вывод', 'Что показал мониторинг: из справки, числами.'),
  recommendation: longText('Рекомендация, мера', 'Что сделать.'),
  addressee: choice('Кому', 'Кто исполняет.', ['ОО', 'РМО', 'ИМЦ', 'отдел']),
  dueTo: date('Срок', 'До какого дня.', { optional: true }),
  status: choice(
    'Статус',
    '«Проект» – составлено по правилам из показателей: поправьте слова и утвердите другим статусом, удалите строку или поставьте «снято». «Решено» – принято решение; «выполнено» – мера принята, дата и подтверждение есть.',
    STATES,
  ),
  decision: ref('Решение', 'Приказ или протокол: выберите из «Документов».', 'documents', { optional: true }),
  doneOn: date('Выполнено', 'День, когда мера принята.', { optional: true }),
  evidence: evidenceField,
  wanted: choice('Ждём', 'Чего ждём от доли «было → стало».', ['роста', 'снижения'], { optional: true }),
  before: count('Было', 'Сколько обучающихся (человек) до меры.', { optional: true }),
  beforeOf: count('из', 'Из скольких было.', { optional: true }),
  after: count(
    'Стало',
    'Сколько после меры, по итогам того же вида. У рекомендаций из проектов считается через год само.',
    {
      optional: true,
    },
  ),
  afterOf: count('из', 'Из скольких стало.', { optional: true }),
  note: noteField,
  overdue: count('Просрочено, дней', 'Считается: сколько дней прошло после срока.', { optional: true }),
  effect: choice('Эффект', 'Считается: «есть», только если интервал изменения не содержит нуля.', EFFECTS, {
    optional: true,
  }),
  basis: basisField,
  responsible: responsibleField,
  /** `DraftOrigin` as text. */
  origin: text('Проект', 'Откуда взялся проект рекомендации. Пишет дополнение.', { optional: true }),
  /** The figure as the runs have last written it into «Стало»: what differs from it a person has typed. */
  measured: text('Перемерено', 'Период и числа, которые записал сбор свода.', { optional: true }),
};

interface Measure {
  readonly status: string;
  readonly wanted: string;
  readonly before: number | null;
  readonly beforeOf: number | null;
  readonly after: number | null;
  readonly afterOf: number | null;
}

/** Nobody is late with what is done, taken back or not decided on. */
const NOT_AWAITED: readonly string[] = ['выполнено', 'снято', 'проект'];

/** What a measure has changed: nothing is said before it is carried out and the figures after it are in. */
export function effectOf(measure: Measure, changeOf: World['changeOf']): Effect | '' {
  const { status, wanted, before, beforeOf, after, afterOf } = measure;
  if (status === 'снято' || status === 'проект' || wanted === '') return '';
  if (status !== 'выполнено' || before === null || after === null) return 'рано судить';
  if (!beforeOf || !afterOf || before > beforeOf || after > afterOf) return 'рано судить';
  if (beforeOf < ENOUGH || afterOf < ENOUGH) return 'рано судить';
  const { low, high } = changeOf({ k: before, n: beforeOf }, { k: after, n: afterOf });
  return (wanted === 'роста' ? low > 0 : high < 0) ? 'есть' : 'не выявлен';
}

type Remeasured = { readonly after: number; readonly afterOf: number; readonly measured: string };

/** A school's total, by which rows drafted a year ago are measured. */
const totalOf = ({ figures }: World, of: string, indicator: string): Figure | undefined =>
  figures(indicator).find(({ scope, school, slice }) => scope === 'school' && school === of && !slice);

/** The same figure a year later, which is the next result of its kind; null where there is none, or a person has counted. */
function remeasured(
  row: { readonly origin: string; readonly measured: string } & Pick<Measure, 'after' | 'afterOf'>,
  world: World,
): Remeasured | null {
  const origin = originIn(row.origin);
  if (!origin?.measured || shiftPeriod(origin.period, 4) !== world.period) return null;
  const isTyped = row.after !== null && row.measured !== wordsOf(world.period, row.after, row.afterOf);
  const figure = isTyped ? undefined : totalOf(world, origin.school, origin.measured.indicator);
  if (!figure || figure.value === null) return null;
  const { numerator, denominator: afterOf } = figure;
  const after = origin.measured.counts === 'rest' ? afterOf - numerator : numerator;
  return { after, afterOf, measured: wordsOf(world.period, after, afterOf) };
}

const wordsOf = (period: string, after: number, afterOf: number | null): string => `${period}: ${after} из ${afterOf}`;

const PAIRS = [
  ['before', 'beforeOf'],
  ['after', 'afterOf'],
] as const;

const partOfNothing = defineRegisterCheck<{ part: number; whole: number }>({
  id: 'register/count-above-all',
  severity: 'error',
  find: ({ rows }) =>
    rows.flatMap((row) =>
      PAIRS.flatMap(([part, whole]) => {
        const [a, b] = [row[part], row[whole]];
        return typeof a === 'number' && typeof b === 'number' && a > b
          ? [{ row: row.id, field: part, details: { part: a, whole: b } }]
          : [];
      }),
    ),
  words: ({ part, whole }, { column }) => `${column}: ${part} из ${whole} не бывает; исправьте одно из чисел`,
  cases: [
    { rows: [{ before: 27, beforeOf: 26 }], says: ['Р-101: «Было»: 27 из 26 не бывает; исправьте одно из чисел'] },
    { rows: [{ before: 6, beforeOf: 26, after: 3, afterOf: 25 }], says: [] },
    { rows: [{ before: 26, beforeOf: 26 }, { before: 27 }, { afterOf: 25 }], says: [] },
  ],
});

const noDecision = defineRegisterCheck<{ status: string }>({
  id: 'register/no-decision',
  severity: 'warning',
  find: ({ rows }) =>
    rows
      .filter(({ status, decision, evidence }) => status === 'решено' && decision === '' && evidence === '')
      .map(({ id, status }) => ({ row: id, field: 'decision', details: { status: String(status) } })),
  words: ({ status }, { column }) => `${column}: пусто, а статус – «${status}»; выберите приказ или протокол`,
  cases: [
    {
      rows: [{ status: 'решено' }],
      says: ['Р-101: «Решение»: пусто, а статус – «решено»; выберите приказ или протокол'],
    },
    { rows: [{ status: 'решено', decision: 'Д-27' }, { status: 'предложено' }], says: [] },
    { rows: [{ status: 'решено', evidence: 'приказ № 12' }], says: [] },
  ],
});

/** «Рекомендации и меры»: one row is the whole chain from a finding to what a measure has changed. */
export const actions = defineRegister({
  key: 'actions',
  title: 'Рекомендации и меры',
  help: 'Одна строка – вся цепочка: вывод, рекомендация, решение, исполнение, «было → стало». Проекты вносит кнопка панели «Отчёт». Эффект считается по интервалу изменения.',
  fields,
  identity: ['school', 'finding', 'recommendation'],
  prefix: 'Р',
  label: 'recommendation',
  answers: ['T5'],
  hand: { overdue: 'computed', effect: 'computed' },
  hidden: ['basis', 'responsible', 'origin', 'measured'],
  widths: {
    school: 130,
    finding: 190,
    recommendation: 190,
    addressee: 60,
    decision: 160,
    evidence: 120,
    wanted: 75,
    before: 50,
    beforeOf: 45,
    after: 55,
    afterOf: 45,
    note: 100,
    effect: 85,
  },
  computed: (rows, world) =>
    rows.map((row) => {
      const again = remeasured(row, world);
      const overdue = NOT_AWAITED.includes(row.status) ? null : daysPast(row.dueTo, world.today);
      return { ...again, overdue, effect: effectOf({ ...row, ...again }, world.changeOf) };
    }),
  status: { field: 'status', cycle: cycleOf(STATES, freely(STATES)) },
  done: { states: ['выполнено'], on: 'doneOn', evidence: ['evidence', 'decision'] },
  waived: { states: ['снято'], why: 'note' },
  checks: [partOfNothing, noDecision],
  frozen: true,
});
