import { type Figure, formatNumber, type School, type TableCell } from '../../model';
import { failedSubjectsOf } from '../failed-subjects';
import { figureCell, figureText, NO_DATA } from '../figure-text';
import { changeColumn, valueColumn } from '../figures-table';
import type { Line, Part, PartBlock, PartTable } from '../kind';
import { absenceNote, comparisonNote } from '../notes';
import {
  DISTRICT,
  figureOf,
  groupsOf,
  groupTitle,
  hasValue,
  indicatorOf,
  isParticipant,
  type Owner,
  ofGroup,
  ofSchool,
  type ReportData,
} from '../report-data';
import { boldRow, centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { capital, SHARE_WORDS } from '../words/indicators';
import { pupils } from '../words/pupils';
import { shareOfPupils } from '../words/shares';
import { againstYearAgo, comparedBefore } from '../year-ago';
import { schoolsChart } from './charts/schools';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';
const RESERVE = 'reserve-rate';
const FAILED_MARKS = 'fail-rate';
/** In a larger district paragraphs are the participants' only: those of all would fill a book. */
const ALL_UP_TO = 20;

export const QUALITY_CHART = {
  key: 'quality-by-school',
  indicator: QUALITY,
  title: 'Доля обучающихся на «4» и «5» по школам',
  axis: 'Учатся на «4» и «5», %',
};

/** School by school: one row each, then what is to be known of it. */
export const bySchool: Part = {
  title: 'По школам',
  needs: [PASS, QUALITY],
  mentions: [RESERVE, FAILED_MARKS],
  absent: 'Данных за период нет.',
  blocks: (data) => [tableOf(data), ...schoolsChart(data, QUALITY_CHART), ...paragraphsOf(data)],
};

function tableOf(data: ReportData): PartTable {
  const lines: Line[] = [
    ...data.schools.map(({ key, name }) => ({ title: name, owner: ofSchool(key) })),
    ...groupsOf(data).map((group) => ({ title: groupTitle(data, group), owner: ofGroup(group), bold: true })),
    { title: 'Район', owner: DISTRICT, bold: true },
  ];
  const shown = [valueColumn(PASS, '', 0), changeColumn(QUALITY, '', 0)];
  const note = [comparisonNote(data, shown, lines), absenceNote(data, shown, lines)].filter((text) => text).join(' ');
  return {
    kind: 'table',
    key: 'pupils',
    title: 'Итоги обучающихся по школам',
    columns: [
      leftColumn('Школа', 0.27),
      centredColumn('Подлежат аттестации, чел.', 0.15),
      centredColumn('Успе\u00adвают, %', 0.11),
      centredColumn('Не успе\u00adвают, чел.', 0.11),
      centredColumn('На «4» и «5», %', 0.12),
      centredColumn('Год назад, %', 0.12),
      centredColumn('С одной «3», чел.', 0.12),
    ],
    rows: lines.map((line) => rowOf(data, line)),
    note,
  };
}

function rowOf(data: ReportData, { title, owner, bold }: Line): TableCell[] {
  const [pass, quality, reserve] = [PASS, QUALITY, RESERVE].map((key) => figureOf(data, owner, key));
  const before = comparedBefore(data, owner, QUALITY);
  const indicator = indicatorOf(data, QUALITY);
  const cells = [
    textCell(title),
    figureCell(hasValue(pass) ? formatNumber(pass.denominator) : NO_DATA, pass, 'whole'),
    figureCell(figureText(indicatorOf(data, PASS), pass), pass),
    textCell(hasValue(pass) ? formatNumber(pass.denominator - pass.numerator) : NO_DATA),
    figureCell(figureText(indicator, quality), quality),
    textCell(hasValue(before) ? figureText(indicator, before) : '–'),
    textCell(hasValue(reserve) ? formatNumber(reserve.numerator) : NO_DATA),
  ];
  return bold ? boldRow(cells) : cells;
}

const paragraphsOf = (data: ReportData): PartBlock[] =>
  data.schools
    .filter((school) => data.schools.length <= ALL_UP_TO || isParticipant(data, school))
    .flatMap((school) => {
      const sentences = sentencesOf(data, school);
      return sentences.length > 0 ? [paragraph(`${school.name}. ${sentences.join(' ')}`)] : [];
    });

function sentencesOf(data: ReportData, { key }: School): string[] {
  const owner = ofSchool(key);
  return [
    ...shareOf(data, owner, PASS),
    ...shareOf(data, owner, QUALITY),
    ...failedSubjects(data, key),
    ...reserveOf(data, owner),
  ];
}

/** «Успевают 26 из 32 обучающихся (81,3 %); год назад – …» */
export function shareOf(data: ReportData, owner: Owner, indicator: string): string[] {
  const figure = figureOf(data, owner, indicator);
  const words = SHARE_WORDS[indicator];
  if (!hasValue(figure) || !words) return [];
  const change = againstYearAgo(data, owner, indicator);
  return [`${capital(shareOfPupils(words, figure))}${change ? `; ${change}` : ''}.`];
}

function failedSubjects(data: ReportData, school: string): string[] {
  const list = failedSubjectsOf(data, school);
  return list.length === 0 ? [] : [`«2» – по ${list.join(', ')}.`];
}

function reserveOf(data: ReportData, owner: Owner): string[] {
  const figure: Figure | undefined = figureOf(data, owner, RESERVE);
  return hasValue(figure) && figure.numerator > 0 ? [`С одной «3» – ${pupils(figure.numerator)}.`] : [];
}
