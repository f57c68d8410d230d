import { counted, formatNumber, NBSP, type RegisterRow } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { PARTS, STATES, stateOf, stateWord } from '../register-states';
import { rowsIn, wordIn } from '../registers-table';
import { isPublic, type ReportData } from '../report-data';
import { boldRow, centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { progressChart } from './charts/progress';
import { IN_TURN, isLate, partOf, TITLES } from './plan-report';
import { roadmapOf, roadmapSentence } from './progress';

const { done, underWay, notBegun, failed, needless } = STATES.plan;
const IN_ORDER = [done, underWay, notBegun, failed, needless];

/** How many rows of the plan are in which state, by part of the order and by stage; first as the district's report tells it. */
export const planSummary: Part = {
  title: 'Сводка',
  needs: [],
  absent: 'Плана программы в книге нет.',
  blocks: (data): PartBlock[] => {
    const rows = rowsIn(data, 'plan');
    if (rows.length === 0) return [];
    const told = roadmapSentence(data).map((content): PartBlock => ({ kind: 'paragraph', content }));
    // Everybody is told the sentence; the office's own work, row by row, is for the office.
    const table = isPublic(data) ? [] : [summaryTable(data, rows)];
    return [...told, ...table, paragraph(lateIn(rows)), ...progressChart(data, roadmapOf(data))];
  },
};

function lateIn(rows: readonly RegisterRow[]): string {
  const late = rows.filter(isLate);
  if (late.length === 0) return 'Просроченных мероприятий нет.';
  const numbers = late.map((row) => wordIn(row, 'number').replace(' ', NBSP)).join(', ');
  return `Просрочено вместе с подпунктами ${counted(late.length, 'мероприятие', 'мероприятия', 'мероприятий')}: ${numbers}.`;
}

/** A line of the summary: what is counted, and its rows. */
type Line = readonly [title: string, rows: readonly RegisterRow[]];

function summaryTable(data: ReportData, rows: readonly RegisterRow[]): PartTable {
  const states = IN_ORDER.filter((state) => rows.some((row) => stateOf(row) === state));
  const width = 0.56 / (states.length + 1);
  const lineOf = ([title, own]: Line) =>
    [
      title,
      formatNumber(own.length),
      ...states.map((state) => formatNumber(own.filter((row) => stateOf(row) === state).length)),
      formatNumber(own.filter(isLate).length),
    ].map(textCell);
  const stages = byStage(rows);
  return {
    kind: 'table',
    key: 'plan-summary',
    dense: true,
    title: 'Исполнение плана программы',
    columns: [
      leftColumn('Часть плана', 0.34),
      centredColumn('Всего', 0.1),
      ...states.map((state) => centredColumn(stateWord(data, 'plan', state), width)),
      centredColumn('из них просро\u00adчено', width),
    ],
    rows: [
      ...byPart(data, rows).map(lineOf),
      ...(stages.length < 2
        ? []
        : [
            boldRow([{ content: 'Дорожная карта с подпунктами по этапам программы', span: states.length + 3 }]),
            ...stages.map(lineOf),
          ]),
    ],
  };
}

/** The roadmap's own rows apart from the parts that they fall into. */
function byPart(data: ReportData, rows: readonly RegisterRow[]): Line[] {
  const own = new Set(roadmapOf(data));
  const roadmap = rows.filter((row) => partOf(row) === PARTS.roadmap);
  const lines: Line[] = [
    ['Дорожная карта: мероприятия', roadmap.filter((row) => own.has(row))],
    ['Дорожная карта: подпункты', roadmap.filter((row) => !own.has(row))],
    ...IN_TURN.filter((part) => part !== PARTS.roadmap).map(
      (part): Line => [TITLES[part], rows.filter((row) => partOf(row) === part)],
    ),
  ];
  return lines.filter(([, counted]) => counted.length > 0);
}

/** By the stages that a row's term falls into: «Этап 1», «Этапы 1–2». */
function byStage(rows: readonly RegisterRow[]): Line[] {
  const roadmap = rows.filter((row) => partOf(row) === PARTS.roadmap && wordIn(row, 'stage') !== '');
  const stages = [...new Set(roadmap.map((row) => wordIn(row, 'stage')))].sort();
  return stages.map((stage) => [
    `${/^\d+$/.test(stage) ? 'Этап' : 'Этапы'}${NBSP}${stage}`,
    roadmap.filter((row) => wordIn(row, 'stage') === stage),
  ]);
}
