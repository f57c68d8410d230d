import type { ExplainedPlace, GivenBack, Review } from '../model';
import {
  besidePatch,
  EXPLANATION,
  headPatch,
  NOTHING_SEEN,
  REASON_COLUMN,
  reviewOf,
  type TabNote,
  written,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch, Refusal } from './book';
import { moveTab } from './move-tab';
import { record } from './run';
import { openSchool, type SchoolSheet } from './school-sheet';

/** «Проверка вкладки»: as it stands now, nothing written. */
export function reviewTab(school: string): Review {
  const tab = openSchool(school);
  return reviewOf(programme, tab.school, tab.checked);
}

const GONE = 'Строки сместились, пока панель была открыта. Откройте проверку вкладки ещё раз.';

/** The coordinator answers a question in the school's place: into the row's «Пояснение», or the form's reason above. */
export function explainOn(key: string, { form, row }: ExplainedPlace, words: string): Review {
  if (words.trim() === '') throw new Refusal('Пояснение пустое. Напишите, почему данные верны.');
  const { sheet, checked, school, book } = openSchool(key);
  const block = checked.blocks.find((each) => each.block.form.key === form);
  const line = checked.tab.lines.get(form)?.row;
  const isRow = row === null || block?.placed.some(({ tabRow }) => tabRow === row);
  if (!block || !isRow || line === undefined) throw new Refusal(GONE);
  const place =
    row === null ? { row: line, column: REASON_COLUMN } : { row, column: block.block.columns.get(EXPLANATION)! };
  applyPatch(sheet, { kind: 'values', tab: schoolTab(key), ...place, values: [[written(words.trim(), '@')]] });
  const seen = {
    ...NOTHING_SEEN,
    explained: new Set(row === null ? [] : [row]),
    reasoned: new Set(row === null ? [form] : []),
  };
  const after = openSchool(key, seen);
  const patches = [besidePatch(after.checked), headPatch(after.checked, after.checked.tab.status)];
  for (const patch of patches) if (patch) applyPatch(sheet, patch);
  const details = `${school.name}, «${block.block.form.title}»: ${words.trim()}`;
  record(book, { who: 'координатор', what: 'Пояснение внесено', stamp: '', details });
  return reviewOf(programme, school, after.checked);
}

export const giveBack = (key: string, { comment, notes }: GivenBack): string =>
  moveTab(key, (tab) => ({ to: 'returned', comment, notes: notes.map((note) => noteOn(tab, note)) }));

/** A row is named by what it is called, so that the word stays beside it wherever it is moved. */
function noteOn({ checked }: SchoolSheet, { form, row, words }: GivenBack['notes'][number]): TabNote {
  if (row === null) return { form, row: '', words };
  const block = checked.blocks.find((each) => each.block.form.key === form);
  const placed = block?.placed.find(({ tabRow }) => tabRow === row);
  if (!placed) throw new Refusal(GONE);
  return { form, row: placed.identity, words };
}
