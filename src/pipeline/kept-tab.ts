import { type Form, isBlank, textOf } from '../model';
import {
  ANSWER_COLUMN,
  BLANK_MEMORY,
  type FormSaid,
  memoryCell,
  REASON_COLUMN,
  readMemory,
  type TabStatus,
} from '../workbook';
import type { CheckedBlock, CheckedTab } from './check-tab';
import { isSubmitted } from './tab-words';

/** What stands on a school's tab beside the rows that are published of it. */
export interface KeptTab {
  /** Without the prints of what was handed in where the rows say them. */
  readonly status: TabStatus;
  /** The school's word about whole forms, by form. */
  readonly said: Readonly<Record<string, FormSaid>>;
  /** What is remembered of rows and cannot be made out of them, by form and row. */
  readonly memory: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type KeptTabs = Readonly<Record<string, KeptTab>>;

/** What has to be kept of a tab so that, with its rows, it can be put back. */
export function keptTab({ tab, blocks }: CheckedTab, status: TabStatus): KeptTab {
  const { prints, ...rest } = status;
  const said = [...tab.lines].flatMap(([form, { row }]) => {
    const line = tab.grid[row - 1] ?? [];
    const [answer, reason] = [line[ANSWER_COLUMN - 1] ?? '', line[REASON_COLUMN - 1] ?? ''];
    return isBlank(answer) && isBlank(reason) ? [] : [[form, { answer, reason: textOf(reason) }] as const];
  });
  const memory = blocks.map((block) => [block.block.form.key, memoriesOf(block)] as const);
  return {
    status: prints && !isSubmitted(status) ? status : rest,
    said: Object.fromEntries(said),
    memory: Object.fromEntries(memory.filter(([, rows]) => Object.keys(rows).length > 0)),
  };
}

/** Which warnings are explained, and what came from a file. */
const memoriesOf = ({ placed, beside }: CheckedBlock): Record<string, string> =>
  Object.fromEntries(
    placed.flatMap(({ identity, tabRow }) => {
      const memory = readMemory(beside.get(tabRow)?.memory);
      if (!memory || (memory.said === '' && memory.district === undefined)) return [];
      const { said, explained, district } = memory;
      return [
        [identity, memoryCell({ ...BLANK_MEMORY, identity, said, explained, ...(district ? { district } : {}) })],
      ];
    }),
  );

/** What was kept of a row of a form. */
export function keptMemory(kept: KeptTab | undefined, { key }: Form, identity: string) {
  const memory = readMemory(kept?.memory[key]?.[identity]);
  if (!memory) return {};
  const { said, explained, district } = memory;
  return { said, explained, ...(district ? { district } : {}) };
}
