import { REMARK_COLUMN } from '../../../../workbook';
import type { Kinds, Scene } from '../scene';

const anyColumn = (scene: Scene): number => scene.chance.between(3, scene.width);

export const columnKinds: Kinds = {
  'column inserted': (scene) => {
    scene.sheet.insertColumnBefore(scene.chance.between(1, scene.width));
  },
  'column inserted and filled': (scene) => {
    const form = scene.form();
    const column = scene.chance.between(4, scene.width);
    scene.sheet.insertColumnBefore(column);
    scene.type(scene.someRow(form), column, '7');
  },
  'column deleted': (scene) => {
    const column = anyColumn(scene);
    const gone = scene.state.cells.flatMap((_, index) => {
      const cell = scene.cell(index + 1, column);
      return cell?.origin ? [cell.origin] : [];
    });
    scene.sheet.deleteColumn(column);
    for (const { row, field } of gone) scene.truth.accept(row, field, '');
  },
  'column A deleted': (scene) => {
    scene.sheet.deleteColumn(1);
  },
  'column B deleted': (scene) => {
    scene.sheet.deleteColumn(2);
  },
  'column C deleted': (scene) => {
    scene.sheet.deleteColumn(3);
  },
  'column moved': (scene) => {
    const column = anyColumn(scene);
    const range = scene.range({ row: 1, column, rows: 1, columns: 1 });
    scene.sheet.moveColumns(range, scene.chance.between(1, scene.width));
  },
  'typed into column A': (scene) => {
    scene.sheet.showColumns(1);
    scene.type(scene.chance.between(1, scene.state.rowCount), 1, scene.chance.pick(['5', 'проверено', '1', '№']));
  },
  'rows numbered in column A': (scene) => {
    scene.sheet.showColumns(1);
    const { first } = scene.dataRows(scene.form());
    scene.type(
      first,
      1,
      Array.from({ length: scene.chance.between(1, 6) }, (_, index) => [String(index + 1)]),
    );
  },
  'column A wiped': (scene) => {
    const from = scene.chance.pick([1, 1, scene.chance.between(1, scene.state.rowCount)]);
    scene.range({ row: from, column: 1, rows: scene.state.rowCount - from + 1, columns: 1 }).clearContent();
  },
  'column A of one form wiped': (scene) => {
    const { first, last } = scene.dataRows(scene.form());
    scene.range({ row: first, column: 1, rows: last - first + 1, columns: 1 }).clearContent();
  },
  'typed into the remarks': (scene) => {
    const rows = scene.filled(scene.form());
    const typed = Array.from({ length: scene.chance.between(1, 4) }, (_, index) => [`исправим завтра ${index}`]);
    scene.type(scene.chance.pick(rows), REMARK_COLUMN, typed);
  },
  'words pasted over the remarks of several forms': (scene) => {
    const row = scene.someRow(scene.form());
    const rows = scene.chance.between(10, scene.state.rowCount - row);
    const typed = Array.from({ length: rows }, (_, index) => [scene.chance.yes() ? `сведения ${index}` : '']);
    scene.type(row, REMARK_COLUMN, typed);
  },
};
