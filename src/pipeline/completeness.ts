import { readClassSet, rowsByClass } from '../domain';
import { type ClassSet, type Completeness, type Entry, type Form, isBlank, isNumeric } from '../model';
import type { CheckedBlock } from './check-block';

type Row = CheckedBlock['checked']['rows'][number];

/** What a school is to type in every row: not what names the row and not what stood there when the period began. */
const askedOf = ({ key: form, fields, identity }: Form, spared: readonly string[]): string[] =>
  Object.keys(fields).filter((key) => {
    const { optional, carried, prefilled } = fields[key]!;
    return !optional && !carried && !prefilled && !identity.includes(key) && !spared.includes(`${form}.${key}`);
  });

/**
 * How many of the cells that a school is expected to type are filled. Blanks that arithmetic proves to be 0 and numbers of
 * a small class that are given in another row are not expected; neither is anything once the answer leaves nothing to type.
 */
export function completenessOf({ block: { form }, checked, settled, due, spared }: CheckedBlock): Completeness {
  const asked = askedOf(form, spared);
  const { rows } = checked;
  if (asked.length === 0)
    return { filled: rows.length, expected: due && !settled ? Math.max(1, rows.length) : rows.length };
  const isGiven = givenElsewhere(form, rows);
  let [filled, expected] = [0, 0];
  for (const [place, row] of rows.entries()) {
    for (const key of asked) {
      const state = cellState(form, row, key);
      if (state === 'filled') filled += 1;
      if (state === 'filled' || (state === 'blank' && !settled && !isGiven(place, key))) expected += 1;
    }
  }
  return { filled, expected: expected === 0 && due && !settled ? asked.length : expected };
}

function cellState(form: Form, { entry, raw }: Row, key: string): 'filled' | 'blank' | 'proved' {
  const isEmpty = isBlank(raw.cells[key]);
  if (!isNumeric(form.fields[key]!)) return isEmpty ? 'blank' : 'filled';
  if (entry.numbers[key] == null) return 'blank';
  return isEmpty ? 'proved' : 'filled';
}

/** Of a form that merges small classes: whether another row speaks of the same pupils and has the number. */
function givenElsewhere(form: Form, rows: readonly Row[]): (place: number, key: string) => boolean {
  if (form.smallGroup === undefined) return () => false;
  const placed = rows.map(({ entry }, place) => ({ place, entry, classes: classesOf(entry) }));
  const others = rowsByClass(placed);
  return (place, key) => others(placed[place]!).some(({ entry }) => entry.numbers[key] != null);
}

const classesOf = ({ texts }: Entry): ClassSet | null => readClassSet(texts.grade ?? '', texts.letter ?? '');
