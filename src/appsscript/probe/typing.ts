import type { Cell } from '../../model';
import { described } from './answers';
import type { Probe } from './probe';

const TEXT = '@';

/** What a cell of that format holds after `setValues` was given the value. */
const written = (key: string, value: Cell, format: string, expected: string): Probe => ({
  key: `${format === TEXT ? 'text' : 'general'}-${key}`,
  belief: `${typeof value === 'number' ? `число ${value}` : `«${value}»`}, записанное в ${format === TEXT ? 'ячейку с форматом «текст»' : 'обычную ячейку'}`,
  expected,
  find(bench) {
    const cell = bench.area();
    if (format !== '') cell.setNumberFormat(format);
    cell.setValues([[value]]);
    return described(cell.getValue(), bench.timeZone);
  },
});

/** `setValues` reads strings as if they were typed in a Russian workbook; the format «text» keeps them as they are. */
export const TYPING: readonly Probe[] = [
  written('grades', '1-4', '', 'дата 01.04'),
  written('slash', '5/1', '', 'дата 05.01'),
  written('no-such-month', '5/15', '', 'текст «5/15»'),
  written('point', '12.5', '', 'дата 12.05'),
  written('comma', '12,5', '', 'число 12,5'),
  written('zeros', '007', '', 'число 7'),
  written('percent', '50%', '', 'число 0,5'),
  written('formula', '=1+1', '', 'число 2'),
  written('dash-word', '-нет', '', 'текст «#NAME?»'),
  written('truth', 'ИСТИНА', '', 'логическое ИСТИНА'),
  written('apostrophe', "'1-4", '', 'текст «1-4»'),
  written('grades', '1-4', TEXT, 'текст «1-4»'),
  written('slash', '5/1', TEXT, 'текст «5/1»'),
  written('point', '12.5', TEXT, 'текст «12.5»'),
  written('comma', '12,5', TEXT, 'текст «12,5»'),
  written('zeros', '007', TEXT, 'текст «007»'),
  written('formula', '=1+1', TEXT, 'текст «=1+1»'),
  written('apostrophe', "'1-4", TEXT, 'текст «1-4»'),
  written('number', 9, TEXT, 'число 9'),
];
