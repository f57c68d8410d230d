import type { PeriodKey } from '../../../src/model';
import type { Line } from './clean-tab';

/** What a deputy head did, on a tab that was right: the lines of a form as she left them, and where that is to be said. */
export interface Mistake {
  readonly what: string;
  readonly school: string;
  readonly period: PeriodKey;
  readonly form: string;
  readonly make: (lines: readonly Line[]) => readonly Line[];
  /** Whether a line is the wrong one; any is where the form as a whole is. */
  readonly at: (line: Line) => boolean;
  /** One of these is to be named, or a sum that has one of them; '' where no field is. */
  readonly fields: readonly string[];
}

type Change = (typed: string, line: Line) => string;
type Slip = readonly [what: string, row: Line, field: string, typed: string | Change];

const isOf = (row: Line) => (line: Line) => Object.entries(row).every(([key, text]) => line[key] === text);

/** Digits as fingers leave them. */
export const twice: Change = (typed) => typed + typed.at(-1)!;
export const withZero: Change = (typed) => `${typed}0`;
export const withoutLast: Change = (typed) => typed.slice(0, -1);
export const exchanged: Change = (typed) => typed.split('').reverse().join('');
export const andWords: Change = (typed) => `${typed} чел.`;
export const andSign: Change = (typed) => `${typed}*`;
export const plus =
  (by: number): Change =>
  (typed) =>
    String(Number(typed) + by);

export interface Place {
  readonly school: string;
  readonly period: PeriodKey;
  readonly form: string;
}

/** One cell each: a row, its field and what was typed there instead. */
export const cells = (place: Place, slips: readonly Slip[]): Mistake[] =>
  slips.map(([what, row, field, typed]) => {
    const isIt = isOf(row);
    let done: Line | undefined;
    return {
      ...{ ...place, what, fields: [field] },
      make(lines) {
        const at = lines.findIndex(isIt);
        const line = lines[at]!;
        done = { ...line, [field]: typeof typed === 'string' ? typed : typed(line[field] ?? '', line) };
        return lines.map((one, index) => (index === at ? done! : one));
      },
      at: (line) => line === done,
    };
  });

type Lines = (lines: readonly Line[]) => { readonly lines: readonly Line[]; readonly wrong: Line | null };
type RowSlip = readonly [what: string, fields: string, make: Lines];

/** Whole rows: pasted, doubled, moved. `fields` are those that may be named. */
export const rows = (place: Place, slips: readonly RowSlip[]): Mistake[] =>
  slips.map(([what, fields, make]) => {
    let wrong: Line | null | undefined;
    return {
      ...{ ...place, what, fields: fields.split(' ') },
      make(lines) {
        const made = make(lines);
        wrong = made.wrong;
        return made.lines;
      },
      // A mistake of the whole form is told of it.
      at: (line) => wrong === null || line === wrong,
    };
  });

export const changed =
  (row: Line, more: (line: Line) => Line): Lines =>
  (lines) => {
    const at = lines.findIndex(isOf(row));
    const wrong = { ...lines[at]!, ...more(lines[at]!) };
    return { lines: lines.map((line, index) => (index === at ? wrong : line)), wrong };
  };

export const added =
  (make: (lines: readonly Line[]) => Line): Lines =>
  (lines) => {
    const wrong = make(lines);
    return { lines: [...lines, wrong], wrong };
  };

/** The row a second time, with something else in it. */
export const again = (row: Line, more: Line = {}): Lines => added((lines) => ({ ...lines.find(isOf(row))!, ...more }));

/** The sums of all rows, under some name. */
export const totalOf = (name: Line, of: (line: Line) => boolean = () => true): Lines =>
  added((lines) => {
    const own = lines.filter(of);
    const sums = Object.keys(own[0]!).map((key) => {
      const numbers = own.map((line) => Number((line[key] ?? '').replace(',', '.')));
      return [
        key,
        numbers.some(Number.isNaN) ? '' : String(numbers.reduce((sum, one) => sum + one, 0)).replace('.', ','),
      ];
    });
    return { ...Object.fromEntries(sums), ...name };
  });

/** Two columns pasted into each other's place, in all rows. */
export const columnsExchanged =
  (one: string, other: string): Lines =>
  (lines) => ({
    lines: lines.map((line) => ({ ...line, [one]: line[other] ?? '', [other]: line[one] ?? '' })),
    wrong: null,
  });
