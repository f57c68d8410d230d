import { type FiguresTable, tableOf, valueColumn, wholeColumn } from '../figures-table';
import type { FigureColumn, Line, Part, PartTable } from '../kind';
import {
  DISTRICT,
  figureOf,
  groupsOf,
  groupTitle,
  hasValue,
  knownIndicator,
  type Owner,
  ofGroup,
  ofSchool,
  ofSchoolSubject,
  ofSubject,
  type ReportData,
  schoolOf,
} from '../report-data';

/** ВПР, control works, ОГЭ, ЕГЭ (measure 1.5): each in the report of the quarter in which it was held. */
export const works: Part = {
  key: 'works',
  title: 'Внешние работы',
  needs: [],
  blocks: worksTables,
};

export function worksTables(data: ReportData, subject: string | null): PartTable[] {
  return WORKS.flatMap((work) => workOf(data, subject, work));
}

interface Work {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly FigureColumn[];
  /** Printed below. */
  readonly note?: string;
}

const rates = (prefix: string): FigureColumn[] => [
  wholeColumn(`${prefix}-pass-rate`, 'Участ\u00adников', 0.14),
  valueColumn(`${prefix}-fail-rate`, '«2», %', 0.14),
  valueColumn(`${prefix}-quality-rate`, '«4» и «5», %', 0.18),
  valueColumn(`${prefix}-mean-mark`, 'Средний балл', 0.18),
];

const WORKS: readonly Work[] = [
  {
    key: 'vpr',
    title: 'Результаты ВПР',
    columns: [
      ...rates('vpr').map((column) => ({ ...column, width: 0.105 })),
      valueColumn('vpr-lowered-rate', 'Пони\u00adзили, %', 0.11),
      valueColumn('vpr-raised-rate', 'Повы\u00adсили, %', 0.11),
    ],
    note: 'Понизили, повысили – отметка за работу ниже или выше отметки по журналу (данные ФИС ОКО). Результаты ВПР не используются для оценки педагогов.',
  },
  { key: 'control', title: 'Результаты региональных и муниципальных контрольных работ', columns: rates('control') },
  { key: 'oge', title: 'Результаты ОГЭ', columns: rates('oge') },
  {
    key: 'ege',
    title: 'Результаты ЕГЭ',
    columns: [
      wholeColumn('ege-below-minimum-rate', 'Участ\u00adников', 0.13),
      valueColumn('ege-below-minimum-rate', 'Ниже минимума, %', 0.18),
      valueColumn('ege-mean-score', 'Средний балл', 0.14),
      valueColumn('ege-high-score-rate', '81 балл и выше, %', 0.19),
    ],
  },
];

/** By subject, then the groups and the district; of a school its own, and the district beside it. */
function workOf(data: ReportData, about: string | null, { key, title, columns, note }: Work): PartTable[] {
  const indicators = columns.map(({ indicator }) => indicator);
  const first = indicators[0]!;
  if (!indicators.every((indicator) => knownIndicator(data, indicator))) return [];
  const lines = linesOf(data, about, first).filter(({ owner }) => hasValue(figureOf(data, owner, first)));
  if (!lines.some(({ owner }) => owner.slice || owner.scope === 'school')) return [];
  const table: FiguresTable = {
    key: `work-${key}`,
    title,
    first: ['Предмет, школы', 1 - columns.reduce((sum, { width }) => sum + width, 0)],
    columns,
    lines: () => lines,
    ...(note === undefined ? {} : { note }),
  };
  return [tableOf(table, data, about)];
}

function linesOf(data: ReportData, about: string | null, indicator: string): Line[] {
  const school = schoolOf(data, about);
  const subjects = subjectsOf(data, indicator);
  const whole: Line = { title: 'Район', owner: DISTRICT, bold: true };
  if (school)
    return [
      ...subjects.map((subject) => ({ title: subject, owner: ofSchoolSubject(school.key, subject) })),
      ...(taught(data, school.key, subjects, indicator) === 1
        ? []
        : [{ title: 'Все предметы', owner: ofSchool(school.key), bold: true }]),
      whole,
    ];
  return [
    ...subjects.map((subject) => ({ title: subject, owner: ofSubject(subject) as Owner })),
    ...groupsOf(data).map((group) => ({ title: groupTitle(data, group), owner: ofGroup(group), bold: true })),
    // Of a single subject the district's line says what the subject's own does.
    ...(subjects.length === 1 ? [] : [whole]),
  ];
}

/** In how many subjects a school has such works: of a single one the whole says the same. */
const taught = (data: ReportData, school: string, subjects: readonly string[], indicator: string): number =>
  subjects.filter((subject) => hasValue(figureOf(data, ofSchoolSubject(school, subject), indicator))).length;

/** Subjects of one kind of work, in alphabetical order. */
function subjectsOf(data: ReportData, indicator: string): string[] {
  const subjects = new Set<string>();
  for (const { slice } of data.ofDistrict(indicator)) if (slice?.subject !== undefined) subjects.add(slice.subject);
  return [...subjects].sort((a, b) => a.localeCompare(b, 'ru'));
}
