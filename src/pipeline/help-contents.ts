import {
  type AnyIndicator,
  type Due,
  type Form,
  formulaText,
  type HelpContents,
  type HelpForm,
  type HelpIndicator,
  isDerived,
  type Programme,
  quarterTitle,
  type Target,
  trimmedNumber,
} from '../model';
import { FILLING_STEPS } from '../workbook';

/** The panel «Справка», all of it made from the declarations. */
export const helpContents = ({ forms, indicators, targetYear }: Programme): HelpContents => ({
  steps: FILLING_STEPS,
  forms: forms.map(formHelp),
  indicators: indicators.map((indicator) => indicatorHelp(indicator, targetYear !== undefined)),
});

const formHelp = ({ key, title, help, due, fields }: Form): HelpForm => ({
  key,
  title,
  help,
  due: due.map(dueWords).join('; '),
  fields: Object.entries(fields).map(([name, field]) => ({ key: name, title: field.title, help: field.help })),
});

const ROMAN = ['I', 'II', 'III', 'IV'];

/** «I, II, IV квартал», «каждый квартал; только: СОШ». */
function dueWords({ quarters, groups = [], types = [] }: Due): string {
  const names = [...quarters].sort().map((quarter) => ROMAN[quarter - 1]);
  const when = names.length === ROMAN.length ? 'каждый квартал' : `${names.join(', ')} квартал`;
  const only = [...groups, ...types];
  return only.length === 0 ? when : `${when}, только ${only.join(', ')}`;
}

const BETTER = { up: 'Чем больше, тем лучше.', down: 'Чем меньше, тем лучше.', none: null } as const;
const UNITS = { percent: ' %', mark: '', points: '' } as const;

function indicatorHelp(indicator: AnyIndicator, yearIsSet: boolean): HelpIndicator {
  const { key, title, from, source, direction, unit, targets } = indicator;
  const notes = [
    isDerived(indicator) ? null : sentence(source),
    BETTER[direction],
    ...targets.map((target) => targetWords(target, UNITS[unit])),
    targets.length > 0 && yearIsSet ? 'Другой год назначают в «Настройках».' : null,
  ];
  return {
    key,
    title,
    form: from.title,
    formula: formulaText(indicator),
    notes: notes.filter((note) => note !== null),
  };
}

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

function targetWords({ by, group, atLeast, trend, of }: Target, unit: string): string {
  const plan =
    atLeast === null ? (trend === 'down' ? 'снижение' : 'рост') : `не менее ${trimmedNumber(atLeast)}${unit}`;
  const whose = group === '' ? 'все школы' : `школы группы «${group}»`;
  return `Цель: ${plan}, ${quarterTitle(by)}, ${whose}${of === undefined ? '' : `, ${of}`}.`;
}
