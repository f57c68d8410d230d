import { type Form, isNumeric } from '../../../../model';
import { FIRST_FIELD_COLUMN, REMARK_COLUMN } from '../../../../workbook';
import type { Kinds, Scene } from '../scene';

/** Types into a field of an entered row; the person means what is typed. */
function retype(scene: Scene, typed: string, form: Form = scene.form()): void {
  const row = scene.someRow(form);
  const id = scene.owner(row)!.id;
  const key = scene.count(form);
  const column = scene.columnOf(form, key);
  scene.type(row, column, typed);
  scene.truth.set(id, key, scene.value(row, column));
}

/** Sums of a form's columns, as people add them under a table. */
function totals(scene: Scene, form: Form, word: string): Record<string, string> {
  const rows = scene.filled(form);
  const sumOf = (key: string): number =>
    rows.reduce((sum, row) => sum + (Number(scene.value(row, scene.columnOf(form, key))) || 0), 0);
  return Object.fromEntries(
    Object.entries(form.fields).map(([key, field], index) => [
      key,
      index === 0 ? word : isNumeric(field) ? String(sumOf(key)) : '',
    ]),
  );
}

const pasteRow = (scene: Scene, form: Form, row: number, cells: Readonly<Record<string, string>>): void =>
  scene.type(row, scene.fieldColumns(form).first, [scene.laid(form, cells)]);

/** Pastes a row's own texts where another column begins. */
function pasteAside(scene: Scene, row: number, column: number, cells: string[]): void {
  const before = scene.before({ row, column, rows: 1, columns: cells.length });
  scene.type(row, column, [cells]);
  scene.adopt(before);
}

export const typingKinds: Kinds = {
  'number typed': (scene) => retype(scene, String(scene.chance.between(0, 4))),
  'number typed as text': (scene) => retype(scene, `'${scene.chance.between(0, 4)}`),
  'words typed for a number': (scene) => retype(scene, scene.chance.pick(['нет', '5 чел', '~5', '12.5', '-', '=5+3'])),
  'row typed': (scene) => {
    const form = scene.form();
    const row = scene.spareRow(form);
    const cellOf = (key: string): string => {
      if (isNumeric(form.fields[key]!)) return key === 'enrolled' || key === 'assessed' ? '9' : '1';
      return key === 'grade' ? '8' : key === 'subject' ? 'Химия' : '';
    };
    const cells = Object.fromEntries(Object.keys(form.fields).map((key) => [key, cellOf(key)]));
    const columns = scene.laid(form, cells).length;
    const goal = scene.before({ row, column: scene.fieldColumns(form).first, rows: 1, columns });
    pasteRow(scene, form, row, cells);
    scene.adopt(goal);
  },
  'totals row typed': (scene) => {
    const form = scene.form();
    const cells = totals(scene, form, scene.chance.pick(['Итого', 'ИТОГО:', 'Всего', 'по школе', '1-11', '']));
    pasteRow(scene, form, scene.spareRow(form), cells);
  },
  'totals row typed, the word among the subjects': (scene) => {
    const form = scene.form();
    const cells = totals(scene, form, scene.chance.pick(['9', '5', '2-9', '']));
    const among = form.key === 'marks' ? 'subject' : 'letter';
    pasteRow(scene, form, scene.spareRow(form), { ...cells, [among]: 'Итого' });
  },
  'comment typed among rows': (scene) => {
    const form = scene.form();
    const { first, last } = scene.fieldColumns(form);
    scene.type(scene.spareRow(form), scene.chance.between(first, last), 'проверено завучем');
  },
  'comment typed between forms': (scene) => {
    const row = scene.frame(scene.form(), 'end') + 1;
    scene.type(row, scene.chance.between(REMARK_COLUMN, scene.width), 'проверено завучем');
  },
  'comment typed beside the form': (scene) => {
    scene.sheet.insertColumnsAfter(scene.width, 2);
    scene.type(scene.someRow(scene.form()), scene.width, 'проверено завучем');
  },
  'table pasted over several forms': (scene) => {
    const row = scene.frame(scene.form(), 'end') - scene.chance.between(0, 3);
    const rows = Array.from({ length: scene.chance.between(4, 14) }, () => ['5', 'А', '12', '3', '4', '5']);
    const column = scene.chance.pick([REMARK_COLUMN, FIRST_FIELD_COLUMN]);
    const before = scene.before({ row, column, rows: rows.length, columns: 6 });
    scene.type(row, column, rows);
    scene.adopt(before);
  },
  'table pasted one column aside': (scene) => {
    const form = scene.form();
    const row = scene.someRow(form);
    const aside = scene.fieldColumns(form).first + scene.chance.pick([-1, 1, 1]);
    pasteAside(scene, row, aside, scene.laid(form, scene.texts(form, row)));
  },
  'table pasted without the unused column': (scene) => {
    const form = scene.form();
    const row = scene.someRow(form);
    pasteAside(scene, row, scene.fieldColumns(form).first, Object.values(scene.texts(form, row)));
  },
  'table with text numbers pasted': (scene) => {
    const form = scene.form();
    const row = scene.someRow(form);
    const asText = ([key, value]: [string, string]): [string, string] =>
      isNumeric(form.fields[key]!) && value !== '' ? [key, `'${value}\u00a0`] : [key, `'${value}`];
    pasteRow(scene, form, row, Object.fromEntries(Object.entries(scene.texts(form, row)).map(asText)));
  },
};
