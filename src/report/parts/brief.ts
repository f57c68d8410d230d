import {
  type Content,
  type Figure,
  formatNumber,
  formatPoints,
  groupWith,
  NBSP,
  type PlannedTarget,
  plannedTarget,
  type Run,
  type Target,
  yearAndQuarter,
} from '../../model';
import type { Part, PartBlock } from '../kind';
import {
  figureOf,
  groupsOf,
  hasValue,
  isPublic,
  knownIndicator,
  type Owner,
  ofGroup,
  ofSchool,
  type ReportData,
} from '../report-data';
import { atTable, ended, paragraph } from '../texts';
import { inGroup } from '../words/groups';
import { capital, lowered, SHARE_WORDS } from '../words/indicators';
import { pupils } from '../words/pupils';
import { afterResits, notPassing } from '../words/sentences';
import { COUNTS_BELOW, shareOfPupils } from '../words/shares';
import { againstYearAgo, comparedBefore } from '../year-ago';
import { completenessSentences } from './completeness';
import { decisionsOf } from './decisions';
import { roadmapSentence } from './progress';
import { posts, taught } from './staff-facts';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';
/** A larger district's schools do not fit into a sentence. */
const NAMED = 8;

/** «Кратко и решения»: what is to be known and decided, in numbers of children, on the first page. */
export const brief: Part = {
  title: 'Кратко и решения',
  needs: [],
  mentions: [PASS, QUALITY],
  blocks: (data) => {
    const facts = factsOf(data);
    if (facts.length === 0) return [];
    const decisions = isPublic(data) ? [] : asked(data);
    return [{ kind: 'list', numbered: true, items: facts }, ...decisions, ...ground(data)];
  },
};

/** For everybody: what is asked to be decided is not told. */
export const briefForAll: Part = { ...brief, title: 'Кратко' };

function factsOf(data: ReportData): Content[] {
  const group = groupOfProgramme(data);
  const results = [...passSentence(data, group), ...qualitySentence(data, group), ...gapSentence(data)];
  if (isPublic(data)) return [...results, ...roadmapSentence(data)];
  return [...results, ...yearsBeginning(data), ...roadmapSentence(data), ...completenessSentences(data)];
}

/** What the summer's quarter brings: how the last year ended after resits, and with whom the new one begins. */
function yearsBeginning(data: ReportData): Content[] {
  const own = (indicator: string): Figure | undefined => {
    const figure = figureOf(data, { scope: 'district' }, indicator);
    return hasValue(figure) && figure.from === undefined ? figure : undefined;
  };
  if (own(PASS)) return [];
  const left = own('not-mastered-final-rate');
  const year = left ? [told(left, afterResits(left))] : [];
  return [...year, ...(own('staffing-rate') ? [...posts(data), ...taught(data)] : [])];
}

/** The group that the programme is for; where nobody is in it, the whole district. */
function groupOfProgramme(data: ReportData): Owner {
  const group = groupWith(data.programme.groups, 'participants')?.key;
  return group !== undefined && groupsOf(data).includes(group) ? ofGroup(group) : { scope: 'district' };
}

const whereOf = ({ programme }: ReportData, { group }: Owner): string =>
  group === undefined ? 'по району' : inGroup(programme, group);

function targetOf(data: ReportData, indicator: string): PlannedTarget | undefined {
  const known = knownIndicator(data, indicator);
  return known && plannedTarget(known);
}

/** «план – не менее 30 %»; before its year «план на 2022/2023 учебный год», beside a half-year's result «на учебный год». */
export function planText(data: ReportData, indicator: string): string[] {
  const declared = targetOf(data, indicator);
  if (!declared) return [];
  const target = data.scores.find((line) => line.target.id === declared.id)?.target ?? declared;
  const plan = `${declared.atLeast === 100 ? '' : 'не менее '}${formatNumber(declared.atLeast)}\u00a0%`;
  if (data.period < target.by) return [`план на ${planYear(target)} – ${plan}`];
  const isOfItsKind = yearAndQuarter(data.period).quarter === yearAndQuarter(target.by).quarter;
  return [isOfItsKind ? `план – ${plan}` : `план на учебный год – ${plan}`];
}

function planYear({ by }: Target): string {
  const { year, quarter } = yearAndQuarter(by);
  const start = quarter <= 2 ? year - 1 : year;
  return `${start}/${start + 1} учебный год`;
}

function passSentence(data: ReportData, owner: Owner): Content[] {
  const figure = figureOf(data, owner, PASS);
  if (!hasValue(figure)) return [];
  const text = `${capital(whereOf(data, owner))} ${shareOfPupils(SHARE_WORDS[PASS]!, figure, planText(data, PASS))}.`;
  const failing = figure.denominator - figure.numerator;
  if (failing === 0 || isPublic(data)) return [told(figure, text)];
  const schools = schoolsWith(data, owner, PASS, (own) => own.denominator - own.numerator);
  return [told(figure, `${text} ${notPassing(failing)}: ${schools}${atTable('pupils')}.`)];
}

const told = (figure: Figure, text: string): Run[] => [{ text, figure }];

/** «МОБУ СОШ №3 – 17, МОКУ Кузнецовская ООШ – 6»: in the order of the register, never sorted. */
function schoolsWith(data: ReportData, owner: Owner, indicator: string, of: (figure: Figure) => number): string {
  const own = data.schools
    .filter(({ group }) => owner.group === undefined || group === owner.group)
    .flatMap(({ key, name }) => {
      const figure = figureOf(data, ofSchool(key), indicator);
      const count = hasValue(figure) ? of(figure) : 0;
      return count > 0 ? [`${name} – ${formatNumber(count)}`] : [];
    });
  const rest = own.length - NAMED;
  return rest > 0 ? `${own.slice(0, NAMED).join(', ')} и ещё ${formatNumber(rest)}` : own.join(', ');
}

/** How many children the plan is away: «недостаёт 25 обучающихся». */
export function missingText(figure: Figure, target: PlannedTarget | undefined): string {
  if (!target) return '';
  const missing = Math.ceil((target.atLeast / 100) * figure.denominator - 1e-9) - figure.numerator;
  return missing > 0 ? `: до плана недостаёт ${pupils(missing)}` : ': план выполнен';
}

function qualitySentence(data: ReportData, owner: Owner): Content[] {
  const figure = figureOf(data, owner, QUALITY);
  if (!hasValue(figure)) return [];
  const words = shareOfPupils(SHARE_WORDS[QUALITY]!, figure, planText(data, QUALITY));
  const missing = missingText(figure, targetOf(data, QUALITY));
  const change = againstYearAgo(data, owner, QUALITY);
  const where = capital(whereOf(data, owner));
  return [told(figure, `${where} ${words}${missing}${atTable('pupils')}.${change ? ` ${capital(change)}.` : ''}`)];
}

/** «Разрыв с ведущими школами по качеству знаний – 18,7 п. п. (год назад – 20,1 п. п.)» */
function gapSentence(data: ReportData): Content[] {
  const { groups } = data.programme;
  const [helping, helped] = [groupWith(groups, 'leading'), groupWith(groups, 'participants')];
  if (!helping || !helped) return [];
  const gap = (of: (owner: Owner) => Figure | undefined): number | null => {
    const [leading, own] = [helping, helped].map(({ key }) => of(ofGroup(key)));
    if (!hasValue(leading) || !hasValue(own)) return null;
    const untold = [leading, own].some((figure) => figure.denominator < COUNTS_BELOW || data.withheld(figure));
    return untold ? null : leading.value - own.value;
  };
  const now = gap((owner) => figureOf(data, owner, QUALITY));
  if (now === null) return [];
  const before = gap((owner) => comparedBefore(data, owner, QUALITY));
  const was =
    before === null ? '' : `год назад – ${before < 0 ? `${helped.within} выше на ` : ''}${pointsOf(before)}; `;
  const words =
    now < 0
      ? `Качество знаний ${helped.within} выше, чем ${helping.within}, на ${pointsOf(now)}`
      : `Разрыв ${helping.together} по качеству знаний – ${pointsOf(now)}`;
  return [`${words} (${was}таблица${NBSP}{pupils}).`];
}

const pointsOf = (value: number): string => formatPoints(Math.abs(value)).replace('+', '');

/** On which ground, with the roadmap's own row where one asks for it, and who has prepared it: the first page stands by itself. */
export const ground = ({ programme, settings }: ReportData, row?: string): PartBlock[] => {
  const by = settings['prepared-position'] ? [`Подготовил: ${lowered(settings['prepared-position'])}`] : [];
  const asked = row === undefined ? '' : `; дорожная карта, п.${NBSP}${row}`;
  return [
    paragraph([`Основание: ${programme.groundOfReports ?? programme.basis}${asked}`, ...by].map(ended).join(' ')),
  ];
};

function asked(data: ReportData): PartBlock[] {
  const decisions = decisionsOf(data);
  if (decisions.length === 0) return [];
  return [paragraph(`Прошу решить: ${decisions.map(({ asked }) => asked).join('; ')}.`)];
}
