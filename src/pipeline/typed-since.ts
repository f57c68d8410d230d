import { type Form, isBlank, type Programme, quoted, type RawRow, textOf } from '../model';
import { ANSWER_COLUMN, type SchoolTab, storedCell, type TabFacts } from '../workbook';
import { prefilled } from './prefill';
import { identityOfRaw } from './remember';
import { rowsOf } from './tab-rows';
import { waitingIn } from './turned-back-rows';
import { isBegun } from './turned-rows';

/**
 * What a school has done on its tab since it was turned from the period of which these rows were frozen, in short; nothing
 * when turning it back loses nothing.
 */
export function typedSince(programme: Programme, tab: SchoolTab, frozen: readonly RawRow[], facts: TabFacts): string[] {
  if (tab.status.state !== 'draft') return ['вкладка сдана'];
  return programme.forms
    .filter((form) => isAnswered(tab, form) || hasTypedRows(tab, form, frozen, facts))
    .map(({ title }) => quoted(title));
}

function isAnswered({ grid, lines }: SchoolTab, { key }: Form): boolean {
  const line = lines.get(key);
  return line !== undefined && (!isBlank(grid[line.row - 1]?.[ANSWER_COLUMN - 1]) || line.reason !== '');
}

/** Names that were carried over are nobody's work, unless they are not as they were. */
function hasTypedRows(tab: SchoolTab, form: Form, frozen: readonly RawRow[], facts: TabFacts): boolean {
  const block = tab.blocks.get(form.key);
  if (!block) return false;
  const known = new Map(frozen.filter((raw) => raw.form === form.key).map((raw) => [identityOfRaw(form, raw), raw]));
  const carried = Object.keys(form.fields).filter((key) => form.fields[key]!.carried);
  const given = tab.facts ? prefilled(tab, form, tab.facts) : [];
  const fresh = new Map(given.map(({ cells, memory }) => [memory?.identity, cells]));
  // A number of pupils may have come anew from the class list.
  const isOther = (raw: RawRow, before: RawRow, made = fresh.get(identityOfRaw(form, raw))): boolean =>
    carried.some((key) => {
      const stands = textOf(storedCell(form.fields[key], raw.cells[key] ?? ''));
      return stands !== textOf(before.cells[key]) && stands !== textOf(made?.[key]);
    });
  const isDue = facts.due.includes(form.key);
  const waits = waitingIn(form, facts);
  return rowsOf(tab, block).some(({ raw }) => {
    const identity = identityOfRaw(form, raw);
    const before = known.get(identity);
    return isBegun(form, raw) || (before ? isOther(raw, before) : isDue && !waits(raw) && !fresh.has(identity));
  });
}
