import {
  type AnyIndicator,
  type Change,
  type Content,
  type Figure,
  formatNumber,
  formatPercent,
  plural,
  type School,
} from '../../model';
import { changeSentence, comparable, SMALL_BELOW, shareWithCounts } from '../figure-text';
import type { Part } from '../kind';
import {
  changeOf,
  comparedWith,
  DISTRICT,
  figureOf,
  groupTitle,
  hasValue,
  knownIndicator,
  namesOf,
  type Owner,
  ofGroup,
  ofSchool,
  ofSubject,
  type ReportData,
  type SchoolCollection,
  schoolOf,
} from '../report-data';
import { atTable } from '../texts';
import { byQuarter } from './targets';

const LOWEST = 3;
const MANY_SUBJECTS = 6;
const OF_PUPILS = ['pupil-pass-rate', 'pupil-quality-rate'];
const OF_MARKS = ['pass-rate', 'quality-rate'];

/** Numbered conclusions in cautious words: «признак», «требует анализа», never a verdict on a teacher or a school. */
export const conclusions: Part = {
  title: 'Выводы',
  needs: [],
  mentions: [...OF_PUPILS, ...OF_MARKS],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    const items = school ? itemsOfSchool(data, school) : itemsOf(data);
    return [{ kind: 'list', numbered: true, items: items.length > 0 ? items : ['Данных для выводов нет.'] }];
  },
};

function itemsOf(data: ReportData): Content[] {
  const participants = [
    ...new Set(data.programme.indicators.flatMap((item) => item.targets.map((target) => target.group))),
  ];
  return [
    ...OF_PUPILS.flatMap((key) => [
      ...shareSentence(data, DISTRICT, 'район', key, 'pupils'),
      ...participants.flatMap((group) =>
        shareSentence(data, ofGroup(group), groupTitle(group).toLowerCase(), key, 'pupils'),
      ),
    ]),
    ...targetSentences(data),
    ...OF_MARKS.flatMap((key) => shareSentence(data, DISTRICT, 'район, все отметки', key, 'marks')),
    ...subjectSentence(data),
    ...dataSentences(data),
  ];
}

/** Of a school each share, and the district's beside it. */
function itemsOfSchool(data: ReportData, { key: school, name }: School): Content[] {
  const shares = (keys: readonly string[], table: string, all: string): Content[] =>
    keys.flatMap((key) => [
      ...shareSentence(data, ofSchool(school), name + all, key, table),
      ...shareSentence(data, DISTRICT, `район${all}`, key, table),
    ]);
  const own = data.collection.filter((item) => item.school === school);
  return [
    ...shares(OF_PUPILS, 'pupils', ''),
    ...shares(OF_MARKS, 'marks', ', все отметки'),
    ...leftOutSentence(own),
    ...(own.some(isSilent) ? ['Школа данных не представила.'] : []),
  ];
}

/** «Качество знаний обучающихся: район – 42,9 % (9 из 21), что на …» */
function shareSentence(data: ReportData, owner: Owner, who: string, key: string, table: string): Content[] {
  const indicator = knownIndicator(data, key);
  const figure = figureOf(data, owner, key);
  if (!indicator || !hasValue(figure)) return [];
  const tail = changeTail(data, indicator, figure, changeOf(data, owner, key));
  const text = `${indicator.title} (${who}): ${shareWithCounts(indicator, figure)}${tail}${atTable(table)}.`;
  return [[{ text, figure }]];
}

/** Where the schools are not the same, the figure itself is not compared: the schools that are in both are, and it is said. */
function changeTail(data: ReportData, indicator: AnyIndicator, figure: Figure, change: Change | null): string {
  const compared = comparedWith(data, indicator.from.key);
  if (!compared || !change) return '';
  const words = comparable(indicator, change, figure) ? changeSentence(change, compared) : null;
  if (!change.over) return words === null ? '' : `, ${words}`;
  const { both, absentBefore, absentNow } = change.over;
  const without = namesOf(data, [...absentBefore, ...absentNow]);
  if (both === 0 || words === null)
    return `; с показателем за ${compared} не сравнивается: состав школ другой (${without})`;
  return `; по школам с данными за оба периода (без: ${without}) – ${words.replace(/^что /, '')}`;
}

function targetSentences(data: ReportData): Content[] {
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
      const text = `Целевой индикатор «${indicator.title}» (${plan} к ${byQuarter(target)}) в целом по группе «${groupTitle(target.group)}» ${words}: ${shareWithCounts(indicator, pooled)}; по отдельности план выполнен в ${formatNumber(reached)} из ${of}${atTable('targets')}.`;
      return [[{ text, figure: pooled }]];
    }),
  );
}

function subjectSentence(data: ReportData): Content[] {
  if (data.subjects.length < MANY_SUBJECTS) return [];
  const figures = data.subjects
    .map((subject) => ({ subject, figure: figureOf(data, ofSubject(subject), 'quality-rate') }))
    .filter((item) => hasValue(item.figure) && item.figure.denominator >= SMALL_BELOW)
    .sort((a, b) => a.figure!.value! - b.figure!.value!)
    .slice(0, LOWEST);
  if (figures.length === 0) return [];
  const list = figures.map(({ subject, figure }) => `${subject} (${formatPercent(figure!.value!)})`).join(', ');
  return [
    `Качество знаний по предметам различается; ниже других оно по предметам: ${list}. Это наблюдение, причина по отметкам не устанавливается и требует дополнительного анализа${atTable('subjects')}.`,
  ];
}

const isSilent = ({ rows, leftOut }: SchoolCollection): boolean => rows + leftOut === 0;

function leftOutSentence(collection: readonly SchoolCollection[]): string[] {
  const left = collection.reduce((sum, item) => sum + item.leftOut, 0);
  const rows = collection.reduce((sum, item) => sum + item.rows, 0);
  return left > 0
    ? [
        `Из-за ошибок в данных не учтено ${formatNumber(left)} ${plural(left, 'строка', 'строки', 'строк')} из ${formatNumber(rows + left)}; показатели уточнятся после исправления.`,
      ]
    : [];
}

function dataSentences(data: ReportData): Content[] {
  const silent = data.collection.filter(isSilent);
  const list = namesOf(
    data,
    silent.map(({ school }) => school),
  );
  return [
    ...leftOutSentence(data.collection),
    ...(silent.length > 0
      ? [
          `Данные не представили: ${list}. Показатели района рассчитаны без ${silent.length === 1 ? 'этой школы' : 'этих школ'}.`,
        ]
      : []),
  ];
}
