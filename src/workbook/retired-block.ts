import { type Decoration, type Grid, isDate, type Section } from '../model';
import { EXPLANATION, FIRST_FIELD_COLUMN, MEMORY, MEMORY_COLUMN, REMARKS, RETIRED } from './block';
import { written } from './keyed-tab';
import { LOOK } from './look';

/** Said in a title of what is asked for no more. */
export const NO_LONGER = ' (больше не заполняется)';
export const withNoLonger = (title: string): string => (title.endsWith(NO_LONGER) ? title : title + NO_LONGER);

/** The block of a form that has left the programme, cell by cell from its title to its end. */
export interface RetiredBlock {
  readonly key: string;
  readonly title: string;
  readonly values: Grid;
}

/** It keeps its cells, so that it can be taken up again, and shows its title alone. */
export function retiredSection({ title, values }: RetiredBlock): Section {
  const [first, ...rest] = values.map((cells) => cells.map((cell) => written(cell, 'General')));
  const head = [...first!];
  head[MEMORY_COLUMN - 1] = RETIRED;
  head[FIRST_FIELD_COLUMN - 1] = withNoLonger(title);
  const wide = { column: 1, columns: head.length };
  return {
    values: [head, ...rest],
    decorations: [
      { row: 1, rows: 1, ...wide, ...LOOK.title, ...LOOK.retired },
      ...datesIn(values),
      { row: 2, rows: values.length - 1, column: 1, columns: 1, hideRows: true },
    ],
  };
}

/** A date without its format looks like a number; the numbers of its column would look like dates with it. */
const datesIn = (values: Grid): Decoration[] =>
  values.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      isDate(cell) ? [{ row: row + 1, rows: 1, column: column + 1, columns: 1, format: 'dd.MM.yyyy' }] : [],
    ),
  );

/** A key as the programme writes one: words that a person typed among the keys are none. */
export const isFieldKey = (text: string): boolean =>
  /^[A-Za-z][\w-]*$/.test(text) && ![MEMORY, REMARKS, EXPLANATION].includes(text);
