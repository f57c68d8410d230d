import { type Form, isNumeric } from '../../../../model';
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
function totals(scene: Scene, form: Form, word: string): string[] {
  const rows = scene.filled(form);
  const keys = Object.keys(form.fields);
  return keys.map((key, index) => {
    if (index === 0) return word;
    if (!isNumeric(form.fields[key]!)) return '';
    return String(rows.reduce((sum, row) => sum + (Number(scene.value(row, scene.columnOf(form, key))) || 0), 0));
  });
}

const pasteRow = (scene: Scene, form: Form, row: number, cells: string[]): void =>
  scene.type(row, scene.fieldColumns(form).first, [cells]);

export const typingKinds: Kinds = {
  'number typed': (scene) => retype(scene, String(scene.chance.between(0, 4))),
  'number typed as text': (scene) => retype(scene, `'${scene.chance.between(0, 4)}`),
  'words typed for a number': (scene) => retype(scene, scene.chance.pick(['нет', '5 чел', '~5', '12.5', '-', '=5+3'])),
  'row typed': (scene) => {
    const form = scene.form();
    const row = scene.spareRow(form);
    const cells = Object.entries(form.fields).map(([key, field]) => {
      if (isNumeric(field)) return key === 'enrolled' || key === 'assessed' ? '9' : '1';
      return key === 'grade' ? '8' : key === 'subject' ? 'Химия' : '';
    });
    const goal = scene.before({ row, column: scene.fieldColumns(form).first, rows: 1, columns: cells.length });
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
    cells[Object.keys(form.fields).indexOf(form.key === 'marks' ? 'subject' : 'letter')] = 'Итого';
    pasteRow(scene, form, scene.spareRow(form), cells);
  },
  'comment typed among rows': (scene) => {
    const form = scene.form();
    const { first, last } = scene.fieldColumns(form);
    scene.type(scene.spareRow(form), scene.chance.between(first, last), 'проверено завучем');
  },
  'comment typed between forms': (scene) => {
    const row = scene.frame(scene.form(), 'end') + 1;
    scene.type(row, scene.chance.between(2, scene.width), 'проверено завучем');
  },
  'comment typed beside the form': (scene) => {
    scene.sheet.insertColumnsAfter(scene.width, 2);
    scene.type(scene.someRow(scene.form()), scene.width, 'проверено завучем');
  },
  'table pasted over several forms': (scene) => {
    const row = scene.frame(scene.form(), 'end') - scene.chance.between(0, 3);
    const rows = Array.from({ length: scene.chance.between(4, 14) }, () => ['5', 'А', '12', '3', '4', '5']);
    const before = scene.before({ row, column: 3, rows: rows.length, columns: 6 });
    scene.type(row, 3, rows);
    scene.adopt(before);
  },
  'table pasted one column aside': (scene) => {
    const form = scene.form();
    const row = scene.someRow(form);
    const { first } = scene.fieldColumns(form);
    const cells = Object.keys(form.fields).map((key) => String(scene.value(row, scene.columnOf(form, key))));
    const before = scene.before({ row, column: first + 1, rows: 1, columns: cells.length });
    scene.type(row, first + 1, [cells]);
    scene.adopt(before);
  },
  'table with text numbers pasted': (scene) => {
    const form = scene.form();
    const row = scene.someRow(form);
    const { first } = scene.fieldColumns(form);
    const cells = Object.entries(form.fields).map(([key, field]) => {
      const value = String(scene.value(row, scene.columnOf(form, key)));
      return isNumeric(field) && value !== '' ? `'${value}\u00a0` : `'${value}`;
    });
    scene.type(row, first, [cells]);
  },
};
