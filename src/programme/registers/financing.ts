import { choice, count, decimal, defineRegister, defineRegisterCheck, text } from '../../model';
import { basisField, cycleOf, evidenceField, freely, noteField, responsibleField, schoolField } from './usual-fields';

const STATES = ['потребность', 'предусмотрено', 'исполнено', 'не обеспечено'] as const;
const COURSES = 'курсы ПК';
const YEARS = [2020, 2021, 2022, 2023] as const;
/** Thousands of roubles are kept to the kopeck. */
const KOPECK = 0.005;

const fields = {
  year: count('Год', 'Бюджетный год.'),
  mechanism: choice('Механизм', 'На что: выберите из списка.', [
    COURSES,
    'стимулирование',
    'оборудование',
    'нефинансовый',
  ]),
  school: schoolField,
  need: count('Потребность, чел. (ед.)', 'Сколько человек или единиц.', { optional: true }),
  planned: decimal('Предусмотрено, тыс. руб.', 'В бюджете.', { optional: true }),
  spent: decimal('Израсходовано, тыс. руб.', 'По отчёту.', { optional: true }),
  unitCost: decimal('Цена, тыс. руб.', 'За человека или единицу.', { optional: true }),
  status: choice('Статус', 'Выберите из списка.', STATES),
  source: text('Источник средств', 'Бюджет района, субвенция, внебюджет.', { optional: true }),
  evidence: evidenceField,
  note: noteField,
  cost: decimal('Нужно, тыс. руб.', 'Считается: потребность на цену.', { optional: true }),
  basis: basisField,
  responsible: responsibleField,
};

type Amount = string | number | null | undefined;
const isNumber = (value: Amount): value is number => typeof value === 'number';
const costOf = (need: Amount, unitCost: Amount): number | null =>
  isNumber(need) && isNumber(unitCost) ? Math.round(need * unitCost * 100) / 100 : null;
const said = (value: number): string => String(value).replace('.', ',');

const costNotPlanned = defineRegisterCheck<{ cost: string; planned: string }>({
  id: 'register/cost-not-planned',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap(({ id, need, unitCost, planned }) => {
      const cost = costOf(need, unitCost);
      if (cost === null || !isNumber(planned) || Math.abs(cost - planned) < KOPECK) return [];
      return [{ row: id, field: 'planned', details: { cost: said(cost), planned: said(planned) } }];
    }),
  words: ({ cost, planned }, { column }) =>
    `${column}: потребность на цену – ${cost}, а предусмотрено ${planned}; исправьте или поясните в «Примечании»`,
  cases: [
    {
      rows: [{ need: 9, unitCost: 4.5, planned: 36 }],
      says: [
        'С-101: «Предусмотрено, тыс. руб.»: потребность на цену – 40,5, а предусмотрено 36; исправьте или поясните в «Примечании»',
      ],
    },
    {
      rows: [
        { need: 9, unitCost: 4.5, planned: 40.5 },
        { need: 9, planned: 1 },
      ],
      says: [],
    },
  ],
});

const spentAbovePlanned = defineRegisterCheck<{ spent: string; planned: string }>({
  id: 'register/spent-above-planned',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap(({ id, spent, planned }) =>
      isNumber(spent) && isNumber(planned) && spent - planned > KOPECK
        ? [{ row: id, field: 'spent', details: { spent: said(spent), planned: said(planned) } }]
        : [],
    ),
  words: ({ spent, planned }, { column }) =>
    `${column}: израсходовано ${spent}, больше предусмотренного ${planned}; проверьте`,
  cases: [
    {
      rows: [{ planned: 40, spent: 41.5 }],
      says: ['С-101: «Израсходовано, тыс. руб.»: израсходовано 41,5, больше предусмотренного 40; проверьте'],
    },
    { rows: [{ planned: 40, spent: 40 }, { spent: 5 }], says: [] },
  ],
});

/** «Предусмотреть средства для прохождения курсов», every year. */
const yearWithoutCourses = defineRegisterCheck<{ year: number }>({
  id: 'register/year-without-courses',
  severity: 'warning',
  find({ rows, world }) {
    const thisYear = Number(world.today.slice(0, 4));
    const years = new Map<number, string>();
    for (const { id, year } of rows) if (isNumber(year) && year <= thisYear && !years.has(year)) years.set(year, id);
    const provided = new Set(
      rows
        .filter(
          ({ mechanism, planned, status }) =>
            mechanism === COURSES && (isNumber(planned) || status === 'не обеспечено'),
        )
        .map(({ year }) => year),
    );
    return [...years]
      .filter(([year]) => !provided.has(year))
      .map(([year, row]) => ({ row, field: 'mechanism', details: { year } }));
  },
  words: ({ year }, { column }) =>
    `${column}: на ${year} год средства на курсы не внесены; впишите, сколько предусмотрено, или поставьте «не обеспечено»`,
  cases: [
    {
      rows: [{ year: 2022, mechanism: 'оборудование', planned: 100 }],
      says: [
        'С-101: «Механизм»: на 2022 год средства на курсы не внесены; впишите, сколько предусмотрено, или поставьте «не обеспечено»',
      ],
    },
    {
      rows: [
        { year: 2022, mechanism: COURSES, planned: 27 },
        { year: 2024, mechanism: COURSES },
      ],
      says: [],
    },
    // This year is one already; of a year that nothing was provided for it is enough to say so.
    {
      rows: [
        { year: 2023, mechanism: 'оборудование', planned: 100 },
        { year: 2023, mechanism: COURSES },
        { year: 2022, mechanism: COURSES, status: 'не обеспечено' },
      ],
      says: [
        'С-101: «Механизм»: на 2023 год средства на курсы не внесены; впишите, сколько предусмотрено, или поставьте «не обеспечено»',
      ],
    },
  ],
});

/** «Средства»: what the district sets aside for its schools; the office of education fills it. */
export const financing = defineRegister({
  key: 'financing',
  title: 'Средства',
  help: 'Средства на курсы, стимулирование, оборудование по годам; заполняет отдел образования. Строки «курсы ПК» – приказа, свои добавляйте ниже.',
  fields,
  identity: ['year', 'mechanism', 'school', 'source'],
  prefix: 'С',
  label: 'mechanism',
  answers: ['R1.2.2', 'K2'],
  starts: YEARS.map((year, index) => ({
    id: `С-0${index + 1}`,
    year,
    mechanism: COURSES,
    school: 'район',
    status: 'потребность',
    basis: 'R1.2.2',
    responsible: 'отдел образования',
  })),
  hand: { year: 'order', mechanism: 'order', basis: 'order', cost: 'computed' },
  quiet: true,
  hidden: ['basis', 'responsible'],
  widths: { year: 60, mechanism: 130, school: 130, need: 100, planned: 110, spent: 110, unitCost: 80, source: 130 },
  computed: (rows) => rows.map(({ need, unitCost }) => ({ cost: costOf(need, unitCost) })),
  status: { field: 'status', cycle: cycleOf(STATES, freely(STATES)) },
  checks: [costNotPlanned, spentAbovePlanned, yearWithoutCourses],
  frozen: true,
});
