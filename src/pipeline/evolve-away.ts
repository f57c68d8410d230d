import { type Cell, type Patch, type Programme, quoted, textOf } from '../model';
import {
  type Block,
  CALCULATED,
  EXPLANATION,
  FIRST_FIELD_COLUMN,
  headRole,
  isRetired,
  MEMORY_COLUMN,
  memoryCell,
  NO_LONGER,
  RETIRED,
  ROLE_COLUMN,
  readMemory,
  type SchoolTab,
  schoolTab,
  type TabFacts,
} from '../workbook';
import { cellsReader, controlOfKeys, identityOfRaw } from './remember';
import { rowsOf } from './tab-rows';

/** What brings a tab to a programme that has changed since it was made, and what that is, in Russian. */
export interface Evolution {
  readonly patches: readonly Patch[];
  readonly words: readonly string[];
}

export const NOTHING: Evolution = { patches: [], words: [] };

const TITLE = /^([\w-]+)\/title$/;

/** Blocks of forms that have left the programme: folded, their title says so, their contents stay. */
export function retiredForms(programme: Programme, tab: SchoolTab): Evolution {
  const name = schoolTab(tab.school);
  const known = new Set(programme.forms.map(({ key }) => key));
  const patches: Patch[] = [];
  const words: string[] = [];
  tab.grid.forEach((cells, index) => {
    const key = TITLE.exec(textOf(cells[ROLE_COLUMN - 1]))?.[1];
    if (key === undefined || key === 'unrecognised' || known.has(key) || cells[MEMORY_COLUMN - 1] === RETIRED) return;
    const title = textOf(cells[FIRST_FIELD_COLUMN - 1]);
    let end = index;
    while (end + 1 < tab.grid.length && textOf(tab.grid[end]?.[ROLE_COLUMN - 1]) !== `${key}/end`) end += 1;
    const line = tab.head.get(headRole.form({ key }));
    patches.push(
      { kind: 'hide-rows', tab: name, row: index + 2, count: end - index },
      ...(line === undefined ? [] : [{ kind: 'hide-rows', tab: name, row: line, count: 1 } as const]),
      { kind: 'values', tab: name, row: index + 1, column: MEMORY_COLUMN, values: [[RETIRED, '', title + NO_LONGER]] },
    );
    words.push(`форма ${quoted(title)} больше не заполняется`);
  });
  return { patches, words };
}

/** Forms that have come back into the programme: their title is theirs again, and they are open where they are asked for. */
export function returnedForms(tab: SchoolTab, facts: TabFacts): Evolution {
  const name = schoolTab(tab.school);
  const back = [...tab.blocks.values()].filter(
    ({ titleRow }) => tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1] === RETIRED,
  );
  return {
    patches: back.flatMap(({ form, titleRow, keysRow, endRow }): Patch[] => {
      const isDue = facts.due.includes(form.key);
      const line = tab.head.get(headRole.form(form));
      const opened: Patch[] = [
        { kind: 'show-rows', tab: name, row: titleRow, count: endRow - titleRow + 1 },
        { kind: 'hide-rows', tab: name, row: keysRow, count: 1 },
      ];
      return [
        ...(isDue ? opened : []),
        ...(line === undefined || !isDue ? [] : [{ kind: 'show-rows', tab: name, row: line, count: 1 } as const]),
        { kind: 'values', tab: name, row: titleRow, column: MEMORY_COLUMN, values: [['', '', form.title]] },
      ];
    }),
    words: back.map(({ form }) => `форма ${quoted(form.title)} снова заполняется`),
  };
}

/**
 * A row's memory knows its cells by the fields it had. Where fields leave or come back with what stands in them, rows
 * that are as they were last seen are remembered without or with them; others stay as they are remembered.
 */
export function renewedMemories(tab: SchoolTab, block: Block): Patch[] {
  const { form, columns, firstRow, endRow } = block;
  const before = [...columns.keys()].filter((key) => !isRetired(key) && !isMade(key)).sort();
  const now = Object.keys(form.fields).sort();
  const asked = new Map([...columns].map(([key, column]) => [askedAgain(block, key), column]));
  const { typedIn, isKept } = cellsReader({ form, columns: asked });
  const controls = new Map<string, { readonly before: string; readonly now: string; readonly typed: string }[]>();
  for (const { raw, tabRow } of rowsOf(tab, block)) {
    const line = tab.grid[tabRow - 1]!;
    const control = (keys: readonly string[]): string =>
      controlOfKeys(keys, Object.fromEntries(keys.map((key) => [key, line[(asked.get(key) ?? 0) - 1] ?? ''])));
    const identity = identityOfRaw(form, raw);
    const typed = isKept(typedIn(line)) ? typedIn(line) : '';
    const own = { before: control(before), now: control(now), typed };
    controls.set(identity, [...(controls.get(identity) ?? []), own]);
  }
  const values = tab.grid.slice(firstRow - 1, endRow - 1).map((cells): Cell[] => {
    const cell = cells[MEMORY_COLUMN - 1] ?? '';
    const memory = readMemory(cell);
    const known = memory && controls.get(memory.identity)?.find((control) => control.before === memory.control);
    if (!memory || !known || known.now === memory.control) return [cell];
    return [memoryCell({ ...memory, control: known.now }, known.typed)];
  });
  const changed = values.some(([cell], index) => cell !== (tab.grid[firstRow - 1 + index]?.[MEMORY_COLUMN - 1] ?? ''));
  if (!changed) return [];
  return [{ kind: 'values', tab: schoolTab(tab.school), row: firstRow, column: MEMORY_COLUMN, values }];
}

/** The key of a column as the form asks for it, which may have left it before. */
function askedAgain({ form, columns }: Block, key: string): string {
  const was = isRetired(key) ? key.slice(RETIRED.length) : key;
  return was in form.fields && !columns.has(was) ? was : key;
}

const isMade = (key: string): boolean => key === EXPLANATION || key.startsWith(CALCULATED);
