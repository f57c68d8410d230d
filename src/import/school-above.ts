import { textOf } from '../model';
import { namesSchool } from './groups';
import type { Said } from './recogniser';
import { isSchool, type SchoolAnswer, type SchoolFinder } from './schools';
import { cellsAbove, labelled, type Sheet, shownText } from './sheet';

export interface SchoolFound {
  readonly answer: SchoolAnswer;
  readonly text: string;
  readonly row?: number;
  /** What stands there of the school. */
  readonly said: Said;
}

/**
 * The school a whole sheet is about: named after a label, or in a cell of its own above the table. Only words that name a
 * school come out of here: others may be a person.
 */
export function schoolAbove(sheet: Sheet, above: number, schools: SchoolFinder): SchoolFound {
  const label = labelled(
    sheet,
    above,
    /^(?:образовательн[а-я]+ (?:организация|учреждение)|наименование (?:оо|организации)|организация|школа|оо|оу)(?![а-яё])/i,
  );
  const named = [...cellsAbove(sheet, above)].filter(({ cell }) => namesSchool(cell));
  const places = [
    ...(label ? [{ row: label.row, text: label.text }] : []),
    ...named.map(({ row, cell }) => ({ row, text: textOf(cell) })),
  ];
  const found = places.map(({ row, text }) => ({
    row,
    text: shownText(text),
    said: { name: text },
    answer: schools.find({ name: text, ours: true }),
  }));
  const known = found.find(({ answer }) => isSchool(answer)) ?? found[0];
  if (known) return known;
  const bySheet = schools.find({ name: sheet.name, ours: true });
  if (isSchool(bySheet)) return { answer: bySheet, text: sheet.name, said: { name: sheet.name } };
  return { answer: schools.unnamed(), text: 'школа не указана', said: 'nothing' };
}
