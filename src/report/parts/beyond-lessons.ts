import { counted, formatNumber, formatPercent, quarterTitle } from '../../model';
import { figureCell, type figureText } from '../figure-text';
import { type FiguresTable, schoolsAndTotals, tableOf, totalsOnly, valueColumn, wholeColumn } from '../figures-table';
import type { Part, PartBlock, PartTable } from '../kind';
import { DISTRICT, figureOf, hasValue, isPublic, knownIndicator, type ReportData, schoolOf } from '../report-data';
import { centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { resourceGap } from './resources';

/** Extracurricular results, staff, partnership (measures 1.2, 1.3, 2): where the period has them. */
export const beyondLessons: Part = {
  key: 'beyond-lessons',
  title: 'Внеучебные достижения, кадры, ресурсы',
  needs: [],
  mentions: ['additional-education-rate', 'staffing-rate', 'trained-rate', 'renewal-rate'],
  blocks: (data, subject): PartBlock[] => {
    // Of all schools the staff has a report of its own.
    if (schoolOf(data, subject))
      return [...shown(data, subject, COVERAGE_OF_SCHOOLS), ...(isPublic(data) ? [] : shown(data, subject, STAFF))];
    return [
      ...shown(data, null, isPublic(data) ? COVERAGE_OF_SCHOOLS : COVERAGE),
      ...slicesTable(data, ACHIEVEMENTS),
      ...slicesTable(data, SATISFACTION),
      ...resourceGap(data),
      ...together(data),
    ];
  },
};

/** The same of one school for everybody: staff and resources are not told. */
export const coverageOfSchool: Part = { ...beyondLessons, title: 'Внеучебные достижения' };

/** School by school, behind the totals that the report itself tells. */
export const coverageBySchool: Part = {
  title: 'Охват обучающихся по школам',
  appendix: true,
  needs: [],
  blocks: (data) => shown(data, null, COVERAGE_OF_SCHOOLS),
};

const REACHED = [
  wholeColumn('additional-education-rate', 'Обуча\u00adющихся', 0.11),
  valueColumn('additional-education-rate', 'Доп. образо\u00adвание, %', 0.14),
  valueColumn('institutions-rate', 'Из них в учрежде\u00adниях, %', 0.14),
  valueColumn('individual-plan-rate', 'По ИУП, %', 0.11),
  valueColumn('families-coverage-rate', 'Работа с семьями, %', 0.14),
];

const COVERAGE_TITLE = 'Охват обучающихся за полугодие';
const COVERAGE: Shows = { key: 'coverage', title: COVERAGE_TITLE, columns: REACHED, lines: totalsOnly };
const COVERAGE_OF_SCHOOLS: Shows = {
  key: 'coverage-by-school',
  title: (data, subject) => `${COVERAGE_TITLE}${schoolOf(data, subject) ? '' : ', по школам'}`,
  columns: REACHED,
  lines: schoolsAndTotals,
};

const STAFF_COLUMNS = [
  wholeColumn('trained-rate', 'Человек', 0.12),
  valueColumn('staffing-rate', 'Укомплек\u00adтованность, %', 0.16),
  valueColumn('category-rate', 'С катего\u00adрией, %', 0.14),
  valueColumn('trained-rate', 'Обучены за 3 года, %', 0.14),
  valueColumn('modern-methods-rate', 'Владеют методи\u00adками, %', 0.14),
];

const STAFF: Shows = { key: 'staff', title: 'Кадры', columns: STAFF_COLUMNS, lines: schoolsAndTotals };

type Shows = Pick<FiguresTable, 'key' | 'title' | 'columns' | 'lines'>;

function shown(data: ReportData, subject: string | null, table: Shows): PartTable[] {
  const { columns } = table;
  const known = columns.every(({ indicator }) => knownIndicator(data, indicator));
  if (!known || !columns.some(({ indicator }) => hasValue(figureOf(data, DISTRICT, indicator)))) return [];
  const first = ['Школа', 1 - columns.reduce((sum, { width }) => sum + width, 0)] as const;
  return [tableOf({ ...table, first }, data, subject)];
}

interface Sliced {
  readonly key: string;
  readonly title: string;
  /** The field that cuts. */
  readonly by: string;
  readonly first: string;
  readonly columns: readonly {
    readonly title: string;
    readonly indicator: string;
    readonly shows: 'value' | 'counts';
  }[];
}

const ACHIEVEMENTS: Sliced = {
  key: 'achievements',
  title: 'Олимпиады и конкурсы, район',
  by: 'kind',
  first: 'Вид',
  columns: [
    { title: 'Участвовали, из могущих', indicator: 'participation-rate', shows: 'counts' },
    { title: 'Победители и призёры, из участий', indicator: 'success-rate', shows: 'counts' },
    { title: 'То же в конкурсах, из участников', indicator: 'contest-success-rate', shows: 'counts' },
  ],
};

const SATISFACTION: Sliced = {
  key: 'satisfaction',
  title: 'Удовлетворённость качеством образования, район',
  by: 'respondents',
  first: 'Кто отвечал',
  columns: [
    { title: 'Ответили, из приглашённых', indicator: 'response-rate', shows: 'counts' },
    { title: 'Удовлетворены полностью или скорее', indicator: 'satisfaction-rate', shows: 'counts' },
  ],
};

/** Figures that mean something by kind only: never pooled over kinds. */
function slicesTable(data: ReportData, { key, title, by, first, columns }: Sliced): PartTable[] {
  const keys = columns.map(({ indicator }) => indicator);
  const figures = keys
    .flatMap((indicator) => data.ofDistrict(indicator))
    .filter(({ slice }) => slice?.[by] !== undefined);
  const told = new Set(figures.filter(hasValue).map(({ slice }) => slice![by]!));
  const cuts = [...new Set(figures.map(({ slice }) => slice![by]!))].filter((cut) => told.has(cut));
  if (cuts.length === 0) return [];
  const width = 0.66 / columns.length;
  return [
    {
      kind: 'table',
      key,
      dense: true,
      title,
      columns: [leftColumn(first, 0.34), ...columns.map((column) => centredColumn(column.title, width))],
      rows: cuts.map((cut) => [
        textCell(cut),
        ...keys.map((indicator) => {
          const figure = figures.find((item) => item.indicator === indicator && item.slice![by] === cut);
          return figureCell(countsCell(data, indicator, figure), figure);
        }),
      ]),
    },
  ];
}

function countsCell(data: ReportData, key: string, figure: Parameters<typeof figureText>[1]): string {
  const indicator = knownIndicator(data, key);
  if (!indicator || !hasValue(figure)) return '–';
  const counts = `${formatNumber(figure.numerator)} из ${formatNumber(figure.denominator)}`;
  return figure.denominator < 10 ? counts : `${counts} (${formatPercent(figure.value)})`;
}

const TOGETHER = [
  ['lessonsVisited', 'взаимопосещено уроков'],
  ['lessonsTaught', 'дано уроков в классах школ-партнёров'],
  ['exchange', 'проведено встреч администраций и педагогов'],
] as const;

/** What the schools have done with their partners (measure 2.2), in one sentence. */
function together(data: ReportData): PartBlock[] {
  if (isPublic(data)) return [];
  const all = data.schools.map(({ key }) => data.rowsOf(key, 'partnership')).filter((rows) => rows.length > 0);
  if (all.length === 0) return [];
  const sums = TOGETHER.map(([field, words]) => {
    const sum = all.flat().reduce((total, { numbers }) => total + (numbers[field] ?? 0), 0);
    return `${words} – ${formatNumber(sum)}`;
  });
  const periods = [...new Set(all.flat().map(({ period }) => period))].filter((period) => period !== data.period);
  const when = periods.length > 0 ? `, ${periods.map(quarterTitle).join(', ')}` : '';
  return [
    paragraph(
      `В партнёрстве (по сведениям ${counted(all.length, 'школы', 'школ', 'школ')}${when}): ${sums.join('; ')}.`,
    ),
  ];
}
