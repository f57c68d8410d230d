import {
  type ClosingPlan,
  counted,
  type Figure,
  figureId,
  formatNumber,
  type Programme,
  quarterTitle,
  type RawRow,
  type School,
  textOf,
} from '../model';
import type { Consolidation } from './consolidate';
import { identityOfRaw } from './remember';
import { publishedRows, type StoredPeriod } from './stored-periods';
import { isSubmitted, momentInWords } from './tab-words';

interface PlanInput {
  readonly programme: Programme;
  readonly schools: readonly School[];
  /** The tabs as they stand now. */
  readonly found: Consolidation;
  /** What the last consolidation published of the period; null when there is nothing to compare with. */
  readonly published: StoredPeriod | null;
  /** The quarter has not ended. */
  readonly early: boolean;
}

/** What closing the period would do, before anything is done: what has changed since the last consolidation and why it matters. */
export function closingPlan({ programme, schools, found, published, early }: PlanInput): ClosingPlan {
  const { period } = found.results;
  const named = (of: (school: School) => boolean): string[] => schools.filter(of).map(({ name }) => name);
  const stateIn = ({ key }: School): string => found.submissions[key]?.state ?? '';
  return {
    title: quarterTitle(period),
    changes: published ? changesOf(programme, schools, found, published) : ['Свод за этот квартал ещё не собирался.'],
    unread: schools.flatMap(({ key, name }) => (key in found.trouble ? [`${name}: ${found.trouble[key]}`] : [])),
    owing: named((school) => !isSubmitted({ state: stateIn(school) }) && !(school.key in found.trouble)),
    waiting: named((school) => stateIn(school) === 'submitted'),
    errors: Object.values(found.submissions).reduce((sum, { errors = 0 }) => sum + errors, 0),
    frozen: frozenWords(programme, found),
    early,
  };
}

function frozenWords({ forms, registers }: Programme, { results, submissions }: Consolidation): string {
  const checked = [...results.checked.values()].flat().filter(({ rows }) => rows.length > 0);
  const rows = checked.reduce((sum, form) => sum + form.rows.length, 0);
  const filled = new Set(checked.map(({ form }) => form.key)).size;
  const parts = [
    counted(rows, 'строка', 'строки', 'строк'),
    `${counted(filled, 'форма', 'формы', 'форм')} из ${formatNumber(forms.length)}`,
    counted(Object.keys(submissions).length, 'школа', 'школы', 'школ'),
    ...(registers.length > 0 ? [counted(registers.length, 'реестр', 'реестра', 'реестров')] : []),
  ];
  return `Сохранятся и больше не изменятся: ${parts.join(', ')}, показатели и настройки.`;
}

/** How many figures are told of. */
const TOLD = 5;

function changesOf(
  programme: Programme,
  schools: readonly School[],
  { publish, results }: Consolidation,
  published: StoredPeriod,
): string[] {
  const before = new Map(
    schools.map(({ key }) => [
      key,
      (published.results.checked.get(key) ?? []).flatMap(({ rows }) => rows.map(({ raw }) => raw)),
    ]),
  );
  const after = publishedRows(programme, publish);
  const cells = new Map(
    schools.map(({ key }) => [key, changedCells(programme, before.get(key) ?? [], after.get(key) ?? [])]),
  );
  const changed = schools.filter(({ key }) => cells.get(key)! > 0);
  const since = `после свода ${momentInWords(published.when)}`;
  if (changed.length === 0) return [`На вкладках ничего не изменилось ${since}.`];
  const total = changed.reduce((sum, { key }) => sum + cells.get(key)!, 0);
  const at = counted(changed.length, 'школы', 'школ', 'школ');
  const own = changed.map(({ key, name }) => `${name} – ${formatNumber(cells.get(key)!)}`).join(', ');
  return [
    `${counted(total, 'ячейка', 'ячейки', 'ячеек')} у ${at} изменились ${since}: ${own}.`,
    ...changedFigures(programme, schools, published.totals, results.figures),
  ];
}

/** Cells that are not as they were; a row that came or went counts with all that stands in it. */
function changedCells(programme: Programme, before: readonly RawRow[], after: readonly RawRow[]): number {
  const forms = new Map(programme.forms.map((form) => [form.key, form]));
  const placed = (rows: readonly RawRow[]): Map<string, RawRow> =>
    new Map(rows.map((row) => [`${row.form}|${identityOfRaw(forms.get(row.form)!, row)}`, row]));
  const [was, is] = [placed(before), placed(after)];
  let count = 0;
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, own] = [was.get(name)?.cells ?? {}, is.get(name)?.cells ?? {}];
    for (const key of new Set([...Object.keys(old), ...Object.keys(own)]))
      if (textOf(old[key]) !== textOf(own[key])) count += 1;
  }
  return count;
}

/** «Качество знаний 31,2 → 29,8 %, потому что изменилось: Школа №2 (31 → 28)» */
function changedFigures(
  programme: Programme,
  schools: readonly School[],
  before: readonly Figure[],
  after: readonly Figure[],
): string[] {
  const old = new Map(before.map((figure) => [figureId(figure), figure]));
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  const shown = (figure: Figure | undefined, unit: string): string =>
    figure?.value == null ? 'нет данных' : formatNumber(figure.value, unit === 'mark' ? 2 : 1);
  const moved = (figure: Figure, unit: string): string | null => {
    const [was, is] = [shown(old.get(figureId(figure)), unit), shown(figure, unit)];
    return was === is ? null : `${was} → ${is}`;
  };
  const lines = programme.indicators.flatMap(({ key, title, unit }) => {
    const own = after.filter(({ indicator, slice }) => indicator === key && !slice);
    const district = own.find(({ scope }) => scope === 'district');
    const words = district && moved(district, unit);
    if (!words) return [];
    const why = own.flatMap((figure) => {
      const change = figure.scope === 'school' ? moved(figure, unit) : null;
      return change ? [`${names.get(figure.school!)} (${change})`] : [];
    });
    const because = why.length > 0 ? `, потому что изменилось: ${why.join(', ')}` : '';
    return [`${title}: ${words}${unit === 'percent' ? ' %' : ''}${because}.`];
  });
  const more = lines.length - TOLD;
  return [
    ...lines.slice(0, TOLD),
    ...(more > 0 ? [`И ещё ${counted(more, 'показатель', 'показателя', 'показателей')}.`] : []),
  ];
}
