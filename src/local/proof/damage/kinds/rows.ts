import { programme } from '../../../../programme';
import type { Kinds, Scene } from '../scene';

const wholeRow = (scene: Scene, row: number, rows = 1) => scene.range({ row, column: 1, rows, columns: scene.width });

/** Rows that are taken out take what was entered in them along. */
function deleteRows(scene: Scene, row: number, count: number): void {
  const owners = Array.from({ length: count }, (_, index) => scene.owner(row + index)?.id);
  scene.sheet.deleteRows(row, count);
  for (const id of owners) scene.truth.remove(id);
}

const between = (scene: Scene, first: number, last: number): number => scene.chance.between(first, last);

export const rowKinds: Kinds = {
  'row inserted among rows': (scene) => {
    const { first, last } = scene.dataRows(scene.form());
    scene.sheet.insertRowBefore(between(scene, first, last));
  },
  'row inserted after the header': (scene) => {
    scene.sheet.insertRowAfter(scene.frame(scene.form(), 'header'));
  },
  'row inserted above a form': (scene) => {
    scene.sheet.insertRowsBefore(scene.frame(scene.form(), 'title'), between(scene, 1, 3));
  },
  'row inserted below a form': (scene) => {
    scene.sheet.insertRowsAfter(scene.frame(scene.form(), 'end'), between(scene, 1, 3));
  },
  'row inserted among title and header': (scene) => {
    scene.sheet.insertRowAfter(scene.frame(scene.form(), scene.chance.pick(['title', 'help', 'keys'])));
  },
  'row inserted in the head': (scene) => {
    scene.sheet.insertRowBefore(between(scene, 1, 7 + programme.forms.length));
  },
  'row deleted': (scene) => deleteRows(scene, scene.someRow(scene.form()), 1),
  'some rows deleted': (scene) => {
    const row = between(scene, 1, scene.state.rowCount - 8);
    deleteRows(scene, row, between(scene, 1, 7));
  },
  'header row deleted': (scene) => {
    deleteRows(scene, scene.frame(scene.form(), scene.chance.pick(['title', 'help', 'keys', 'header', 'end'])), 1);
  },
  'form deleted': (scene) => {
    const form = scene.form();
    const title = scene.frame(form, 'title');
    deleteRows(scene, title, scene.frame(form, 'end') - title + 1);
  },
  'row moved within its form': (scene) => {
    const form = scene.form();
    const { first, last } = scene.dataRows(form);
    scene.sheet.moveRows(wholeRow(scene, scene.someRow(form)), between(scene, first, last));
  },
  'rows moved to another form': (scene) => {
    const row = scene.someRow(scene.form());
    const { first, last } = scene.dataRows(scene.form());
    scene.sheet.moveRows(wholeRow(scene, row, between(scene, 1, 3)), between(scene, first, last));
  },
  'title, header or end row moved': (scene) => {
    const form = scene.form();
    const row = scene.frame(form, scene.chance.pick(['title', 'help', 'keys', 'header', 'end']));
    scene.sheet.moveRows(wholeRow(scene, row), between(scene, Math.max(1, row - 12), row + 12));
  },
  'end row moved up': (scene) => {
    const form = scene.form();
    const { first } = scene.dataRows(form);
    const end = scene.frame(form, 'end');
    scene.sheet.moveRows(wholeRow(scene, end), between(scene, first, end));
  },
  'row copied whole': (scene) => {
    const form = scene.form();
    const row = scene.someRow(form);
    scene.sheet.insertRowAfter(row);
    wholeRow(scene, row).copyTo(wholeRow(scene, row + 1));
  },
  'form copied below the others': (scene) => {
    const form = scene.form();
    const title = scene.frame(form, 'title');
    const rows = scene.frame(form, 'end') - title + 1;
    const last = scene.sheet.getLastRow();
    scene.sheet.insertRowsAfter(scene.sheet.getMaxRows(), rows + 3);
    wholeRow(scene, title, rows).copyTo(wholeRow(scene, last + 2, rows));
  },
  'thousand rows appended': (scene) => {
    scene.sheet.insertRowsAfter(scene.sheet.getMaxRows(), 1000);
  },
};
