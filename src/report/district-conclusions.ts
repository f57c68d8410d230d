import { type Content, formatNumber, formatPercent, plural, quarterTitle } from '../model';
import {
  changeOf,
  comparedWith,
  DISTRICT,
  type DistrictData,
  figureOf,
  groupTitle,
  hasValue,
  indicatorOf,
  ofGroup,
  ofSchool,
  ofSubject,
} from './district-data';
import { changeSentence, comparable, SMALL_BELOW, shareWithCounts } from './figure-text';

export interface TableNumbers {
  readonly pupils?: number;
  readonly marks?: number;
  readonly subjects?: number;
  readonly targets?: number;
}

type Owner = typeof DISTRICT;

const LOWEST = 3;
const MANY_SUBJECTS = 6;

const at = (number: number | undefined): string => (number === undefined ? '' : ` (таблица\u00a0${number})`);

/** «Качество знаний обучающихся: район – 42,9 % (9 из 21), что на …» */
function shareSentence(
  data: DistrictData,
  owner: Owner,
  who: string,
  indicator: string,
  form: string,
  table: number | undefined,
): Content[] {
  const definition = indicatorOf(data, indicator);
  const figure = figureOf(data, owner, indicator);
  if (!hasValue(figure)) return [];
  const compared = comparedWith(data, form);
  const change = changeOf(data, owner, indicator);
  const tail =
    compared && change && comparable(definition, change, figure) ? `, ${changeSentence(change, compared)}` : '';
  const text = `${definition.title} (${who}): ${shareWithCounts(definition, figure)}${tail}${at(table)}.`;
  return [[{ text, figure }]];
}

function targetSentences(data: DistrictData, tables: TableNumbers): Content[] {
  return data.programme.indicators.flatMap((indicator) =>
    indicator.targets.flatMap((target): Content[] => {
      const figures = data.schools
        .filter((school) => school.group === target.group)
        .map((school) => figureOf(data, ofSchool(school.key), indicator.key))
        .filter(hasValue);
      const pooled = figureOf(data, ofGroup(target.group), indicator.key);
      if (figures.length === 0 || !hasValue(pooled)) return [];
      const reached = figures.filter((figure) => figure.value >= target.atLeast).length;
      const words = pooled.value >= target.atLeast ? 'достигнут' : 'не достигнут';
      const of = `${formatNumber(figures.length)} ${plural(figures.length, 'школы', 'школ', 'школ')}`;
      const plan = `${target.atLeast === 100 ? '' : 'не менее '}${formatNumber(target.atLeast)}\u00a0%`;
      const text = `Целевой индикатор «${indicator.title}» (${plan} к ${quarterTitle(target.by).replace('квартал', 'кварталу')}) в целом по группе «${groupTitle(target.group)}» ${words}: ${shareWithCounts(indicator, pooled)}; по отдельности план выполнен в ${formatNumber(reached)} из ${of}${at(tables.targets)}.`;
      return [[{ text, figure: pooled }]];
    }),
  );
}

function subjectSentence(data: DistrictData, tables: TableNumbers): Content[] {
  if (data.subjects.length < MANY_SUBJECTS) return [];
  const figures = data.subjects
    .map((subject) => ({ subject, figure: figureOf(data, ofSubject(subject), 'quality-rate') }))
    .filter((item) => hasValue(item.figure) && item.figure.denominator >= SMALL_BELOW)
    .sort((a, b) => a.figure!.value! - b.figure!.value!)
    .slice(0, LOWEST);
  if (figures.length === 0) return [];
  const list = figures.map(({ subject, figure }) => `${subject} (${formatPercent(figure!.value!)})`).join(', ');
  return [
    `Качество знаний по предметам различается; ниже других оно по предметам: ${list}. Это наблюдение, причина по отметкам не устанавливается и требует дополнительного анализа${at(tables.subjects)}.`,
  ];
}

function dataSentences(data: DistrictData): Content[] {
  const left = data.collection.reduce((sum, item) => sum + item.leftOut, 0);
  const rows = data.collection.reduce((sum, item) => sum + item.rows, 0);
  const silent = data.collection.filter((item) => item.rows + item.leftOut === 0);
  const names = new Map(data.schools.map((school) => [school.key, school.name]));
  const list = silent.map((item) => names.get(item.school)).join(', ');
  return [
    ...(left > 0
      ? [
          `Из-за ошибок в данных не учтено ${formatNumber(left)} ${plural(left, 'строка', 'строки', 'строк')} из ${formatNumber(rows + left)}; показатели уточнятся после исправления.`,
        ]
      : []),
    ...(silent.length > 0
      ? [
          `Данные не представили: ${list}. Показатели района рассчитаны без ${silent.length === 1 ? 'этой школы' : 'этих школ'}.`,
        ]
      : []),
  ];
}

/** Numbered conclusions in cautious words: «признак», «требует анализа», never a verdict on a teacher or a school. */
export function conclusions(data: DistrictData, tables: TableNumbers): Content[] {
  const participants = [
    ...new Set(data.programme.indicators.flatMap((item) => item.targets.map((target) => target.group))),
  ];
  const pupilLevel = ['pupil-pass-rate', 'pupil-quality-rate'].flatMap((key) => [
    ...shareSentence(data, DISTRICT, 'район', key, 'pupils', tables.pupils),
    ...participants.flatMap((group) =>
      shareSentence(data, ofGroup(group), groupTitle(group).toLowerCase(), key, 'pupils', tables.pupils),
    ),
  ]);
  const marks = ['pass-rate', 'quality-rate'].flatMap((key) =>
    shareSentence(data, DISTRICT, 'район, все отметки', key, 'marks', tables.marks),
  );
  const items = [
    ...pupilLevel,
    ...targetSentences(data, tables),
    ...marks,
    ...subjectSentence(data, tables),
    ...dataSentences(data),
  ];
  return items.length > 0 ? items : ['Данных для выводов нет.'];
}
