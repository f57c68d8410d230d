import { counted, type Figure, formatNumber, type School, type TableCell } from '../../model';
import { mostFailedSubjects } from '../failed-subjects';
import { figureCell, figureText, NO_DATA } from '../figure-text';
import { changeColumn, valueColumn } from '../figures-table';
import type { Line, Part, PartBlock, PartTable } from '../kind';
import { absenceNote, comparisonNote, VALUES_BEFORE } from '../notes';
import {
  changeOf,
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
import { agreed } from '../words/pupils';
import { inNoneOfSchools, NOT_PASSING } from '../words/sentences';
import { shareOfPupils } from '../words/shares';
import { againstYearAgo, comparedBefore } from '../year-ago';
import { schoolsChart } from './charts/schools';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';
const RESERVE = 'reserve-rate';
const FAILED_MARKS = 'fail-rate';
/** In a larger district paragraphs are the participants' only: those of all would fill a book. */
const ALL_UP_TO = 20;
const MOST_SUBJECTS = 3;

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
  const note = [comparisonNote(data, shown, lines, VALUES_BEFORE), absenceNote(data, shown, lines)];
  return {
    kind: 'table',
    key: 'pupils',
    dense: true,
    title: 'Итоги обучающихся по школам',
    columns: [
      leftColumn('Школа', 0.33),
      centredColumn('Подлежат аттестации, чел.', 0.12),
      centredColumn('Успе\u00adвают, %', 0.09),
      centredColumn('Не успе\u00adвают, чел.', 0.09),
      centredColumn('Год назад, чел.', 0.09),
      centredColumn('На «4» и «5», %', 0.1),
      centredColumn('Год назад, %', 0.09),
      centredColumn('С одной «3», чел.', 0.09),
    ],
    rows: lines.map((line) => rowOf(data, line)),
    note: note.filter((text) => text).join(' '),
  };
}

function rowOf(data: ReportData, { title, owner, bold }: Line): TableCell[] {
  const [pass, quality, reserve] = [PASS, QUALITY, RESERVE].map((key) => figureOf(data, owner, key));
  const [passBefore, before] = [PASS, QUALITY].map((key) => comparedBefore(data, owner, key));
  const indicator = indicatorOf(data, QUALITY);
  const failing = (figure: Figure): string => formatNumber(restOf(figure));
  const cells = [
    textCell(title),
    figureCell(hasValue(pass) ? formatNumber(pass.denominator) : NO_DATA, pass, 'whole'),
    figureCell(figureText(indicatorOf(data, PASS), pass), pass),
    textCell(hasValue(pass) ? failing(pass) : NO_DATA),
    textCell(hasValue(passBefore) ? failing(passBefore) : '–'),
    figureCell(figureText(indicator, quality), quality),
    textCell(hasValue(before) ? figureText(indicator, before) : '–'),
    textCell(hasValue(reserve) ? formatNumber(reserve.numerator) : NO_DATA),
  ];
  return bold ? boldRow(cells) : cells;
}

const restOf = ({ denominator, numerator }: Figure): number => denominator - numerator;
const partOf = ({ numerator }: Figure): number => numerator;

/** A paragraph about each school of which the table does not say all; what is said of the rest is said of them together. */
function paragraphsOf(data: ReportData): PartBlock[] {
  const about = data.schools.filter((school) => data.schools.length <= ALL_UP_TO || isParticipant(data, school));
  const told = about.flatMap((school) => {
    const words = sentenceOf(data, school);
    return words === '' ? [] : [paragraph(`${school.name}. ${words}`)];
  });
  return [...told, ...steady(data, about)];
}

/** A change in a single school is named in its own paragraph only where its size bears it. */
function steady(data: ReportData, about: readonly School[]): PartBlock[] {
  const compared = about.filter(({ key }) => hasValue(comparedBefore(data, ofSchool(key), QUALITY)));
  if (compared.length === 0) return [];
  const changed = compared.filter(({ key }) =>
    [PASS, QUALITY].some((indicator) => isNotable(data, ofSchool(key), indicator)),
  );
  const none = 'существенных изменений за год с учётом численности нет';
  if (changed.length === compared.length) return [];
  if (changed.length > 0) return [paragraph(`В остальных школах ${none}.`)];
  const both = compared.length < about.length ? ', данные которых есть за оба года' : '';
  return [paragraph(`${capital(none)} ${inNoneOfSchools(compared.length)}${both}.`)];
}

/** What the table does not say: which subjects have «2»; a change only where its size allows it. */
function sentenceOf(data: ReportData, { key }: School): string {
  const owner = ofSchool(key);
  const subjects = failedSubjects(data, key);
  const [failing, good] = [PASS, QUALITY].map((indicator) => isNotable(data, owner, indicator));
  const parts = [
    ...(failing || subjects.length > 0 ? childrenOf(data, owner, PASS, NOT_PASSING, restOf) : []),
    ...(good ? childrenOf(data, owner, QUALITY, SHARE_WORDS[QUALITY]!.pupils, partOf) : []),
    ...subjects,
  ];
  return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
}

function isNotable(data: ReportData, owner: Owner, indicator: string): boolean {
  const verdict = changeOf(data, owner, indicator)?.verdict;
  return verdict !== undefined && verdict !== null && verdict !== 'без устойчивых изменений';
}

/** «не успевают или не аттестованы 17 из 192 (год назад – 18 из 191)» */
function childrenOf(
  data: ReportData,
  owner: Owner,
  indicator: string,
  words: readonly [one: string, many: string],
  of: (figure: Figure) => number,
): string[] {
  const figure = figureOf(data, owner, indicator);
  if (!hasValue(figure)) return [];
  const before = comparedBefore(data, owner, indicator);
  const verdict = changeOf(data, owner, indicator)?.verdict;
  const told = isNotable(data, owner, indicator) ? `, с учётом численности это ${verdict}` : '';
  const was = hasValue(before)
    ? ` (год назад – ${formatNumber(of(before))} из ${formatNumber(before.denominator)}${told})`
    : '';
  return [`${agreed(of(figure), words)} ${formatNumber(of(figure))} из ${formatNumber(figure.denominator)}${was}`];
}

/** «Успевают 26 из 32 обучающихся (81,3 %); год назад – …» */
export function shareOf(data: ReportData, owner: Owner, indicator: string): string[] {
  const figure = figureOf(data, owner, indicator);
  const words = SHARE_WORDS[indicator];
  if (!hasValue(figure) || !words) return [];
  const change = againstYearAgo(data, owner, indicator);
  return [`${capital(shareOfPupils(words, figure))}${change ? `; ${change}` : ''}.`];
}

/** Subjects with most «2», and how many more there are. */
function failedSubjects(data: ReportData, school: string): string[] {
  const { named, rest } = mostFailedSubjects(data, school, MOST_SUBJECTS);
  if (named.length === 0) return [];
  const others =
    rest > 0 ? ` и ещё по ${rest === 1 ? 'одному предмету' : counted(rest, 'предмету', 'предметам', 'предметам')}` : '';
  return [`«2» – по ${named.join(', ')}${others}`];
}
