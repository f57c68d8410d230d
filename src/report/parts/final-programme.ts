import {
  type Entry,
  formatNumber,
  groupWith,
  NBSP,
  quarterTitle,
  type RegisterRow,
  type Slice,
  textOf,
  yearAndQuarter,
} from '../../model';
import { figureCell, figureText, NONE } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import { EFFECTS, PARTS, STATES, stateOf, statesOf } from '../register-states';
import { registerTable, rowsIn, schoolsIn, wordIn } from '../registers-table';
import { isPublic, knownIndicator, type Owner, ofGroup, ofSchool, type ReportData } from '../report-data';
import { centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { plainCounts } from '../words/shares';
import { isJudged } from '../words/targets';
import { findingAndRecommendation, whomCounted } from './followed-up';
import { improvementSentence } from './order-draft';
import { lineTitle, wholeLines } from './targets';

const YEARS = 4;

interface Row {
  readonly indicator: string;
  readonly slice?: Slice;
  readonly of?: string;
}

/** Indicators year by year, of the group that the programme is for. */
function byYears(data: ReportData, key: string, title: string, rows: readonly Row[]): PartTable[] {
  const group = groupWith(data.programme.groups, 'participants');
  if (!group) return [];
  const owner: Owner = ofGroup(group.key);
  const held = rows.flatMap((row) => {
    const known = knownIndicator(data, row.indicator);
    const figures = known
      ? data.years.eachYear({ ...owner, indicator: row.indicator, ...(row.slice ? { slice: row.slice } : {}) })
      : [];
    return known && figures.length > 0 ? [{ row, known, figures }] : [];
  });
  if (held.length === 0) return [];
  const of = (period: string): number => yearAndQuarter(period).year;
  const years = [...new Set(held.flatMap(({ figures }) => figures.map(({ period }) => of(period))))]
    .sort()
    .slice(-YEARS);
  const width = 0.11;
  return [
    {
      kind: 'table',
      key,
      dense: true,
      title: `${title}, ${group.title.toLowerCase()}${held.every(({ known }) => known.unit === 'percent') ? ', %' : ''}`,
      columns: [
        leftColumn('Показатель', 0.92 - width * years.length),
        ...years.map((year) => centredColumn(String(year), width)),
        centredColumn('n', 0.08),
      ],
      rows: held.map(({ row, known, figures }) => [
        textCell(row.of ? `${known.title}: ${row.of}` : known.title),
        ...years.map((year) => {
          const figure = figures.find(({ period }) => of(period) === year);
          return figure ? figureCell(figureText(known, figure), figure) : textCell(NONE);
        }),
        figureCell(formatNumber(figures[figures.length - 1]!.denominator), figures[figures.length - 1], 'whole'),
      ]),
      note: `n – за последний год. ${takenIn(held.map(({ known, figures }) => ({ title: known.title, period: figures[0]!.period })))}`,
    },
  ];
}

/** «Значения – за III квартал каждого года; за II квартал – „Доля удовлетворённых“»: the quarter of most rows first. */
function takenIn(rows: readonly { readonly title: string; readonly period: string }[]): string {
  const byQuarter = new Map<string, string[]>();
  for (const { title, period } of rows) {
    const [quarter] = quarterTitle(period).split(' ', 1) as [string];
    byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), `«${title}»`]);
  }
  const [[most] = [''], ...rest] = [...byQuarter].sort(([, a], [, b]) => b.length - a.length);
  const others = rest.map(([quarter, titles]) => `; за ${quarter} квартал – ${titles.join(', ')}`).join('');
  return `Значения – за ${most} квартал каждого года${others}.`;
}

const rowsOf = (...indicators: string[]): Row[] => indicators.map((indicator) => ({ indicator }));

/** The three blocks of the third stage: management, teaching, conditions. */
export const managementTeachingConditions: Part = {
  title: 'Управление, преподавание, условия',
  needs: [],
  blocks: (data) => [
    ...byYears(
      data,
      'management',
      'Управление',
      rowsOf('management-trained-rate', 'programme-done-rate', 'staffing-rate'),
    ),
    ...byYears(
      data,
      'teaching',
      'Преподавание',
      rowsOf('pupil-pass-rate', 'pupil-quality-rate', 'modern-methods-rate'),
    ),
    ...byYears(
      data,
      'conditions-years',
      'Условия',
      rowsOf('renewal-rate', 'additional-education-rate', 'individual-plan-rate', 'families-coverage-rate'),
    ),
  ],
};

/** Staff before and after; what teachers say of changes in their school. */
export const teachingStaff: Part = {
  title: 'Педагогические коллективы',
  needs: [],
  blocks: (data) =>
    byYears(data, 'staff-years', 'Кадры', [
      ...rowsOf(
        'higher-education-rate',
        'category-rate',
        'trained-rate',
        'difficult-trained-rate',
        'individual-routes-rate',
      ),
      { indicator: 'satisfaction-rate', slice: { respondents: 'педагоги' }, of: 'педагоги, готовность к изменениям' },
    ]),
};

const { done, underWay, decided, proposed, dropped, drafted } = STATES.actions;

/** What the measures have changed, as the register reckons it. */
export const effectOfMeasures: Part = {
  title: 'Эффект мер',
  needs: [],
  absent: 'Принятых мер в регистре «Рекомендации и меры» нет.',
  blocks: (data): PartBlock[] => {
    // What the rules have only drafted is nobody's measure yet.
    const rows = rowsIn(data, 'actions').filter((row) => stateOf(row) !== drafted);
    if (rows.length === 0) return [];
    const count = (effect: string): number => rows.filter((row) => textOf(row.effect ?? '') === effect).length;
    const counts = Object.values(EFFECTS)
      .filter((effect) => count(effect) > 0)
      .map((effect) => `${effect} – ${formatNumber(count(effect))}`)
      .join(', ');
    const states = statesOf(data, 'actions', rows, [done, underWay, decided, proposed, dropped]);
    return [
      paragraph(`Мер всего ${formatNumber(rows.length)}: ${states}.${counts === '' ? '' : ` Эффект: ${counts}.`}`),
      registerTable(
        'effects',
        'Меры и их эффект',
        [
          ['№', 0.08, 'id'],
          ['Школа', 0.2, (row) => schoolsIn(data, row)],
          ['Вывод и мера', 0.38, (row) => madeOf(data, row)],
          ['Было', 0.11, (row) => counted(row.before, row.beforeOf)],
          ['Стало', 0.11, (row) => counted(row.after, row.afterOf)],
          ['Эффект', 0.12, 'effect'],
        ],
        rows,
      ),
    ];
  },
};

/** With whom the numbers count, where that is not what was found. */
function madeOf(data: ReportData, row: RegisterRow): string {
  const whom = whomCounted(data, row);
  return `${findingAndRecommendation(row)}${whom && ` (было и стало: ${whom})`}`;
}

const counted = (part: unknown, whole: unknown): string =>
  part === null || part === undefined || part === '' || !whole ? NONE : `${Number(part)} из ${Number(whole)}`;

/** Which regime each school has come to, what its results say; the decision is the department's. */
export const schoolsAtTheEnd: Part = {
  title: 'Школы',
  needs: [],
  blocks: (data) => {
    const rows = data.schools.map(({ key, name }) => {
      const [programme] = data.rowsOf(key, 'programme');
      const results = data.years.eachYear({ ...ofSchool(key), indicator: 'pupil-quality-rate' });
      const [first, last] = [results[0], results[results.length - 1]];
      const told = first && last && first !== last ? `${yearOf(first)}; ${yearOf(last)}` : last ? yearOf(last) : NONE;
      return [name, programme?.texts.regime || NONE, programme?.texts.state || NONE, told, ''].map(textCell);
    });
    return [
      {
        kind: 'table',
        key: 'schools-end',
        dense: true,
        title: 'Режим школ и решение по каждой',
        columns: [
          leftColumn('Школа', 0.24),
          leftColumn('Режим', 0.18),
          leftColumn('Программа перехода', 0.16),
          leftColumn('На «4» и «5»: первый и последний год', 0.29),
          leftColumn('Решение', 0.13),
        ],
        rows,
        note: 'Решение вносит отдел образования.',
      },
      ...improvementSentence(data).map(paragraph),
    ];
  },
};

const yearOf = (figure: { period: string; numerator: number; denominator: number; value: number | null }): string =>
  `${yearAndQuarter(figure.period).year}${NBSP}– ${plainCounts(figure)}`;

/** What schools can show to others. */
export const practicesPart: Part = {
  title: 'Лучшие практики',
  needs: [],
  absent: 'Школы практик не представили.',
  blocks: (data) => {
    const rows = data.schools.flatMap(({ key, name }) =>
      data.rowsOf(key, 'practices').flatMap((entry) => (said(entry) ? [[name, ...said(entry)!]] : [])),
    );
    if (rows.length === 0) return [];
    return [
      {
        kind: 'table',
        key: 'practices',
        dense: true,
        title: 'Практики и потребности школ',
        columns: [
          leftColumn('Школа', 0.22),
          leftColumn('Что', 0.15),
          leftColumn('Название и суть', 0.4),
          leftColumn('Подтверждение', 0.23),
        ],
        rows: rows.map((cells) => cells.map((text) => textCell(text || NONE))),
      },
    ];
  },
};

function said({ texts }: Entry): string[] | null {
  const { kind, title, done, proof, link } = texts;
  if (!title) return null;
  return [kind ?? '', done ? `${title}: ${done}` : title, [proof, link].filter((text) => text).join('; ')];
}

/** What follows for the next programme: drafts by rules, for people to decide on. */
export const finalConclusions: Part = {
  title: 'Выводы и предложения к следующей программе',
  needs: [],
  blocks: (data) => {
    const judged = wholeLines(data).filter((line) => line.fact !== null && isJudged(line));
    const missed = judged.filter(({ met }) => met === false).map((line) => `«${lineTitle(line)}»`);
    const open = rowsIn(data, 'plan').filter(
      (row) => textOf(row.part ?? '') === PARTS.roadmap && Number(row.overdue ?? 0) > 0,
    );
    const items = [
      ...(missed.length > 0
        ? [`Сохранить в следующей программе показатели, плановое значение которых не достигнуто: ${missed.join(', ')}.`]
        : judged.length > 0
          ? ['Плановые значения показателей достигнуты: для следующей программы требуются новые.']
          : []),
      ...(open.length > 0
        ? [
            `Перенести с новым сроком или снять с указанием причины незавершённые мероприятия: ${open.map((row) => wordIn(row, 'number')).join(', ')}.`,
          ]
        : []),
      ...(isPublic(data) ? [] : improvementSentence(data)),
      'Решение о завершении, продлении или изменении программы принимает отдел образования.',
    ];
    return [{ kind: 'list', numbered: true, items }];
  },
};

/** What makes years not quite alike. */
export const breaks: Part = {
  title: 'Разрывы рядов',
  appendix: true,
  needs: [],
  blocks: (data) => [
    {
      kind: 'list',
      numbered: false,
      items: [
        'Изменение считается только между результатами одного вида: четверть с четвертью, год с годом.',
        ...(data.programme.breaks ?? []),
        ...(data.corrections.length > 0
          ? [
              `После закрытия периода исправлено чисел: ${formatNumber(data.corrections.length)} (перечень – в приложении).`,
            ]
          : []),
      ],
    },
  ],
};
