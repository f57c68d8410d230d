import {
  type Cell,
  counted,
  type Grid,
  type PeriodKey,
  type Programme,
  quoted,
  type RawRow,
  type School,
  shortList,
  shortName,
  type TabDesign,
} from '../model';
import {
  BLANK_MEMORY,
  blockColumns,
  columnFormat,
  NO_LONGER,
  type RetiredParts,
  readSchoolTab,
  type StartingRow,
  type StartingRows,
  schoolTabDesign,
  type TabFacts,
  type TabStatus,
  written,
} from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { type CheckedTab, checkTab } from './check-tab';
import { withOpened } from './opened-forms';
import { type Recognised, recognise } from './recognise';
import { identityOfRaw, numbersOf } from './remember';
import { printsOf, printsOfRetired } from './tab-prints';
import { headStates, isSubmitted } from './tab-words';

/** A new tab in place of a damaged or older one, and what will become of the old one's contents, for the coordinator to agree to. */
export interface Healing {
  readonly design: TabDesign;
  /** The same before anything is typed. */
  readonly plain: TabDesign;
  readonly preview: string;
  /** The same once it is done. */
  readonly done: string;
  /** Nothing is remembered of its rows, so that a change since they were typed cannot be told; its words say so. */
  readonly forgotten: boolean;
}

/** Numbers of the last period, row by row: by form key and the row's identity. */
export type Before = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, number>>>>;

/** A school's frozen rows as what the next period's rows are compared with. */
export function numbersByIdentity(programme: Programme, rows: readonly RawRow[]): Before {
  const forms = new Map(programme.forms.map((form) => [form.key, form]));
  const before = new Map<string, Map<string, Readonly<Record<string, number>>>>();
  for (const row of rows) {
    const form = forms.get(row.form);
    if (!form || row.notCounted !== undefined) continue;
    const own = before.get(form.key) ?? new Map<string, Readonly<Record<string, number>>>();
    before.set(form.key, own.set(identityOfRaw(form, row), numbersOf(form, row)));
  }
  return before;
}

export interface HealingPlace {
  readonly school: School;
  readonly period: PeriodKey;
  readonly facts: TabFacts;
  readonly before?: Before;
}

/** Nothing is guessed and nothing is lost: what has no certain place goes to the block «Не распознано». */
export function planHealing(programme: Programme, place: HealingPlace, grid: Grid): Healing {
  const recognised = recognise(programme, grid);
  const start = withBefore(programme, recognised.rows, place.before);
  const { said, leftovers, retired } = recognised;
  const plain = { ...place, start, said, leftovers, retired };
  const draft = readSchoolTab(programme, schoolTabDesign(programme, plain).section.values);
  const contents = { ...plain, facts: withOpened({ ...draft, trouble: [] }, place.facts, true) };
  const checked = checkedDraft(programme, schoolTabDesign(programme, contents));
  const status = statusOf(checked, recognised);
  const state = { status, states: headStates(checked, status) };
  const design = schoolTabDesign(programme, { ...contents, ...state, start: asWritten(programme, start, retired) });
  return {
    design: withCalculated(programme, design, checked),
    plain: schoolTabDesign(programme, { ...place, retired: { columns: retired.columns, blocks: [] } }),
    preview: `${shortName(place.school.name)}: ${inWords(programme, recognised, BEFOREHAND)}.`,
    done: `${shortName(place.school.name)}: ${inWords(programme, recognised, AFTERWARDS)}.`,
    forgotten: isForgotten(recognised),
  };
}

/** Rows of a tab that remembers nothing of the last period get its numbers from what was frozen of it. */
function withBefore(programme: Programme, rows: StartingRows, before: Before | undefined): StartingRows {
  if (!before) return rows;
  return Object.fromEntries(
    programme.forms.map((form) => {
      const known = before.get(form.key);
      const own = (rows[form.key] ?? []).map((row): StartingRow => {
        const identity = identityOfRaw(form, row);
        const numbers = known?.get(identity);
        if (!numbers || Object.keys(row.memory?.before ?? {}).length > 0) return row;
        return { ...row, memory: { ...BLANK_MEMORY, ...row.memory, identity, before: numbers } };
      });
      return [form.key, own];
    }),
  );
}

/** As Sheets must be given them, so that the same words stand there. */
export function asWritten(programme: Programme, rows: StartingRows, { columns }: RetiredParts): StartingRows {
  return Object.fromEntries(
    programme.forms.map((form) => {
      const formats = new Map(
        blockColumns(form, programme.indicators, columns[form.key]).map((column) => [column.key, columnFormat(column)]),
      );
      const own = (rows[form.key] ?? []).map((row) => {
        const cells = Object.entries(row.cells).map(([key, cell]) => [key, written(cell, formats.get(key) ?? '@')]);
        return { ...row, cells: Object.fromEntries(cells) as Record<string, Cell> };
      });
      return [form.key, own];
    }),
  );
}

/** The tab as it will stand, checked. */
function checkedDraft(programme: Programme, draft: TabDesign): CheckedTab {
  const tab = readSchoolTab(programme, draft.section.values);
  return checkTab(programme, { ...tab, trouble: [] });
}

/** Calculated cells stand from the start, not from the first check on. */
function withCalculated(programme: Programme, design: TabDesign, checked: CheckedTab): TabDesign {
  const values = design.section.values.map((cells) => [...cells]);
  for (const block of checked.blocks) {
    const patch = calculatedPatch(programme, checked, block);
    patch?.values.forEach((cells, index) => {
      values[patch.row - 1 + index]!.splice(patch.column - 1, cells.length, ...cells);
    });
  }
  return { ...design, section: { ...design.section, values } };
}

/** What an older version took as handed in is so with what stands there now. */
function statusOf(checked: CheckedTab, { status, retired, old }: Recognised): TabStatus {
  if (!old || !isSubmitted(status)) return status;
  return { ...status, prints: { ...printsOf(checked), ...printsOfRetired(retired.blocks) } };
}

function isForgotten({ rows, old }: Recognised): boolean {
  const all = Object.values(rows).flat();
  return !old && all.length > 0 && all.every(({ memory }) => memory === undefined);
}

/** What is to be done where no row is remembered. */
const FORGOTTEN =
  'служебный столбец B пуст или удалён, прежние числа строк неизвестны: попросите школу сверить всё, что она ввела';

/** What is to be done where nobody knows whether the tab was handed in. */
const UNSTATED = 'отметка о сдаче не найдена: если школа сдавала, пусть сдаст ещё раз';
/** …and where nothing is left that could have been. */
const NOTHING = 'в формах данных не найдено; если они были, верните вкладку через «Файл», «История версий»';

const asked = (title: string): string => title.replace(NO_LONGER, '');

const BEFOREHAND = { kept: 'сохранятся', stay: 'останутся', left: 'попадут' } as const;
const AFTERWARDS = { kept: 'сохранены', stay: 'остались', left: 'попали' } as const;
type Tense = Readonly<Record<keyof typeof BEFOREHAND, string>>;

/** A message has so much room for forms. */
const ROOM = 130;

function inWords(programme: Programme, recognised: Recognised, tense: Tense): string {
  const { rows, leftovers, retired } = recognised;
  const kept = programme.forms
    .filter((form) => (rows[form.key]?.length ?? 0) > 0)
    .map((form) => `«${form.title}» – ${counted(rows[form.key]!.length, 'строка', 'строки', 'строк')}`);
  const gone = [
    ...retired.blocks.map(({ title }) => `форма ${quoted(asked(title))}`),
    ...programme.forms.flatMap(({ key, title: form }) =>
      (retired.columns[key] ?? []).map(({ title }) => `форма ${quoted(form)}, графа ${quoted(asked(title))}`),
    ),
  ];
  const cells = leftovers.reduce((sum, leftover) => sum + leftover.cells.length, 0);
  return [
    kept.length > 0 ? `${tense.kept}: ${shortList(kept, ROOM)}` : NOTHING,
    ...(recognised.unstated && kept.length > 0 ? [UNSTATED] : []),
    ...(gone.length > 0 ? [`больше не заполняются, данные ${tense.stay} на вкладке: ${gone.join('; ')}`] : []),
    ...(isForgotten(recognised) ? [FORGOTTEN] : []),
    ...(cells > 0 ? [`в блок «Не распознано» ${tense.left} ${counted(cells, 'ячейка', 'ячейки', 'ячеек')}`] : []),
  ].join('; ');
}
