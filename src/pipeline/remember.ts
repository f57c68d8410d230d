import { identityOf, normalText, remembering } from '../domain';
import { type Cell, digest, type Form, type Issue, isNumeric, type RawRow, textOf } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  isKeptTyped,
  type OutsideFinding,
  type PastRow,
  type RowMemory,
  renamed,
} from '../workbook';

/** The row's business key as the words stand in its cells. */
export function identityOfRaw(form: Form, { cells }: Pick<RawRow, 'cells'>): string {
  const texts: Record<string, string> = {};
  for (const key of form.identity) texts[key] = textOf(cells[key]);
  return identityOf(form, { texts });
}

/** Fields by key: in what order a programme names them does not matter. */
const sortedKeys = new WeakMap<Form['fields'], readonly string[]>();
export function keysOf({ fields }: Form): readonly string[] {
  const known = sortedKeys.get(fields) ?? Object.keys(fields).sort();
  sortedKeys.set(fields, known);
  return known;
}

/** Equal cells give equal digests, whatever columns they stand in; a field that came later says nothing while it is blank. */
export const controlOf = (form: Form, cells: RawRow['cells']): string => controlOfKeys(keysOf(form), cells);

/** `keys` are sorted. */
export function controlOfKeys(keys: readonly string[], cells: RawRow['cells']): string {
  let said = '';
  for (const key of keys) {
    said += signed(signOf(key), wordOf(cells[key] ?? ''));
  }
  return digest(said);
}

/** What stands for a field in the control of a row: of one length and short, as all rows of a tab are read at every edit. */
function signOf(key: string): string {
  const known = signs.get(key);
  if (known !== undefined) return known;
  const code = Number.parseInt(digest(key).slice(-6), 36);
  const sign = `|${String.fromCharCode(code & 0x7fff, code >>> 15)}`;
  signs.set(key, sign);
  return sign;
}
const signs = new Map<string, string>();

/** The control of the rows of a block by their cells as they stand in a line of the tab; '' where all are blank. */
export function controlReader(form: Form, columns: ReadonlyMap<string, number>): (line: readonly Cell[]) => string {
  let ready: readonly [places: readonly number[], signs: readonly string[]] | undefined;
  return (line) => {
    // Most rows of most blocks are known without it.
    ready ??= [keysOf(form).map((key) => (columns.get(key) ?? 0) - 1), keysOf(form).map(signOf)];
    const said = saidIn(line, ...ready);
    return said && digest(said);
  };
}

/** Stands between cells; a cell that has it itself is told by the number of them. */
const APART = '|';
/** A tick, a date, a number with an exponent; typed as words they are others. */
const NO_WORDS = /true|false|GMT|Invalid|e[+-]\d/;

/**
 * The cells of a row in one text, by its line of the tab; '' where they do not stand one beside another in the order of
 * their fields. Equal texts are equal cells.
 */
export function cellsReader({ form, columns }: Pick<Block, 'form' | 'columns'>): CellsReader {
  const places = Object.keys(form.fields).map((key) => columns.get(key) ?? 0);
  const [first = 0, last = 0] = [places[0], places[places.length - 1]];
  const within = [...columns.values()].filter((column) => first <= column && column <= last);
  const isInOrder = places.every((place, index) => place > (places[index - 1] ?? 0)) && within.length === places.length;
  if (!isInOrder) return { typedIn: () => '', isKept: () => false };
  return {
    typedIn: (line) => line.slice(first - 1, last).join(APART),
    isKept: (typed) => isKeptTyped(typed) && !NO_WORDS.test(typed) && typed.split(APART).length === last - first + 1,
  };
}

interface CellsReader {
  readonly typedIn: (line: readonly Cell[]) => string;
  readonly isKept: (typed: string) => boolean;
}

/** Apart from the digest: V8 would otherwise make one large function of both, which costs more than it saves. */
function saidIn(line: readonly Cell[], places: readonly number[], signs: readonly string[]): string {
  let said = '';
  for (let index = 0; index < places.length; index += 1) {
    const cell = line[places[index]!];
    if (cell === '' || cell === undefined) continue;
    if (typeof cell === 'number') said += signs[index]! + cell;
    else said += signed(signs[index]!, wordOf(cell));
  }
  return said;
}

const signed = (sign: string, word: string): string => word && sign + word;

/** Words in another spelling are the same words; an address is told apart letter by letter. */
const spelt = remembering((typed) => {
  const words = textOf(typed);
  return words.includes('/') ? words : normalText(words);
});

function wordOf(cell: Cell): string {
  if (typeof cell === 'number') return `${cell}`;
  return typeof cell === 'string' ? spelt(cell) : textOf(cell);
}

/** One warning with the values it is about: explained once, it stays explained while they stay. */
export const warningKey = ({ id, field, details }: Issue): string =>
  digest(`${id}|${field ?? ''}|${JSON.stringify(details)}`);

/** What is explained by what stands in a row's «Пояснение», or by a form's reason. */
export interface Explained {
  readonly said: string;
  readonly keys: readonly string[];
  /** An explanation stands there, and it was given before some of the warnings came. */
  readonly stale: boolean;
}

/** An explanation answers the warnings that stand there when it is first seen, and those only. */
export function explainedBy(
  text: string,
  warnings: readonly Issue[],
  memory: RowMemory | null,
  justSaid: boolean,
): Explained {
  if (text === '') return { said: '', keys: [], stale: false };
  const said = digest(text);
  if (justSaid || memory?.said !== said) return { said, keys: warnings.map(warningKey), stale: false };
  const known = new Set(memory.explained);
  return { said, keys: memory.explained, stale: warnings.some((issue) => !known.has(warningKey(issue))) };
}

/** Words that stand where explanations do and were not given as one. */
export const unexplained = (text: string): Explained => ({
  said: text === '' ? '' : digest(text),
  keys: [],
  stale: false,
});

export const memoryOf = (
  row: {
    readonly identity: string;
    readonly control: string;
    readonly memory: RowMemory | null;
    readonly raw: RawRow;
    readonly dates: RowMemory['dates'];
  },
  { said, keys }: Explained,
  outside: readonly Issue[],
): RowMemory => ({
  ...(row.memory ? renamed(row.memory, row.identity) : { ...BLANK_MEMORY, identity: row.identity }),
  control: row.control,
  percent: row.raw.percent ?? [],
  dates: row.dates,
  said,
  explained: keys,
  asked: false,
  errors: 0,
  open: 0,
  outside: outsideOf(outside),
});

export const outsideOf = (issues: readonly Issue[]): OutsideFinding[] =>
  issues.map(({ id, field, severity, details }) => ({ id, ...(field ? { field } : {}), severity, details }));

/** A row's name and its numbers, for comparing with in the same quarter of the next year. */
export const pastRowOf = (form: Form, raw: RawRow): PastRow => ({
  ...Object.fromEntries(form.identity.map((key) => [key, textOf(raw.cells[key])])),
  ...numbersOf(form, raw),
});

/** What the row's numbers were, for comparing with in the next period. */
export function numbersOf(form: Form, raw: RawRow): Record<string, number> {
  const numbers = Object.entries(raw.cells).filter(
    ([key, cell]) => typeof cell === 'number' && isNumeric(form.fields[key]!) && !raw.percent?.includes(key),
  );
  return Object.fromEntries(numbers) as Record<string, number>;
}
