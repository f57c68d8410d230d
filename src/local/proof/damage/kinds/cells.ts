import { type Form, isNumeric } from '../../../../model';
import { programme } from '../../../../programme';
import { blockColumns } from '../../../../workbook';
import type { Kinds, Place, Scene } from '../scene';

/** A piece of a form's filled rows. */
function piece(scene: Scene, form: Form, rows = 3, columns = 5): Place {
  const row = scene.someRow(form);
  const { last } = scene.dataRows(form);
  const fields = scene.fieldColumns(form);
  const column = scene.chance.between(fields.first, fields.last - 1);
  return {
    row,
    column,
    rows: Math.min(scene.chance.between(1, rows), Math.max(1, last - row + 1)),
    columns: Math.min(scene.chance.between(1, columns), fields.last - column),
  };
}

/** Where a piece is put: somewhere among a form's rows, in the same columns or some to the side. */
function target(scene: Scene, form: Form, { column, rows, columns }: Place): Place {
  const { first, last } = scene.dataRows(form);
  const at = scene.chance.yes() ? column : column + scene.chance.between(-2, 2);
  return {
    row: scene.chance.between(first, Math.max(first, last - rows + 1)),
    column: Math.min(Math.max(2, at), scene.width - columns + 1),
    rows,
    columns,
  };
}

function cut(scene: Scene, from: Place, to: Place): void {
  const [source, goal] = [scene.before(from), scene.before(to)];
  scene.range(from).moveTo(scene.range(to));
  scene.adopt(source);
  scene.adopt(goal);
  scene.pasted(to);
}

/** What is deleted with its cells is no longer entered; what is only shifted is. */
function deleteCells(scene: Scene, place: Place, up: boolean): void {
  const gone = Array.from({ length: place.rows * place.columns }, (_, index) => {
    const at = { row: place.row + Math.floor(index / place.columns), column: place.column + (index % place.columns) };
    return scene.cell(at.row, at.column)?.origin;
  });
  const { Dimension } = scene.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  scene.range(place).deleteCells(up ? Dimension.ROWS : Dimension.COLUMNS);
  for (const origin of gone) if (origin) scene.truth.accept(origin.row, origin.field, '');
}

function insertCells(scene: Scene, down: boolean): void {
  const { Dimension } = scene.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const place = piece(scene, scene.form(), 2, 2);
  scene.range(place).insertCells(down ? Dimension.ROWS : Dimension.COLUMNS);
}

function merge(scene: Scene, rows: number, columns: number): void {
  const place = { ...piece(scene, scene.form(), 1, 1), rows, columns };
  const before = scene.before(place);
  scene.range(place).merge();
  scene.adopt(before);
}

function calculatedCell(scene: Scene): { row: number; column: number } {
  const columns = (form: Form) => blockColumns(form, programme.indicators).filter(({ kind }) => kind === 'calculated');
  const form = scene.chance.pick(scene.filledForms.filter((one) => columns(one).length > 0));
  return { row: scene.someRow(form), column: scene.columnOf(form, scene.chance.pick(columns(form)).key) };
}

export const cellKinds: Kinds = {
  'cells cut and pasted within a form': (scene) => {
    const form = scene.form();
    const from = piece(scene, form);
    cut(scene, from, target(scene, form, from));
  },
  'cells cut and pasted into another form': (scene) => {
    const from = piece(scene, scene.chance.pick(scene.filledForms));
    cut(scene, from, target(scene, scene.form(), from));
  },
  'cells cut and pasted outside the forms': (scene) => {
    const from = piece(scene, scene.form());
    const row = scene.chance.pick([scene.frame(scene.form(), 'end') + 1, scene.state.rowCount - from.rows]);
    cut(scene, from, { ...from, row });
  },
  'whole row cut and pasted one column aside': (scene) => {
    const row = scene.someRow(scene.form());
    const { first, last } = scene.fieldColumns(scene.formAt(row) ?? scene.form());
    const from = { row, column: first, rows: 1, columns: last - first };
    cut(scene, from, { ...from, column: first + scene.chance.pick([-1, 1]) });
  },
  'cells copied over others': (scene) => {
    const form = scene.form();
    const from = piece(scene, form);
    const goal = scene.before(target(scene, form, from));
    scene.range(from).copyTo(scene.range(goal.place));
    scene.adopt(goal);
  },
  'row of fields copied into a spare row': (scene) => {
    const form = scene.form();
    const { first, last } = scene.fieldColumns(form);
    const from = { row: scene.someRow(form), column: first, rows: 1, columns: last - first + 1 };
    const goal = scene.before({ ...from, row: scene.spareRow(form) });
    scene.range(from).copyTo(scene.range(goal.place));
    scene.adopt(goal);
  },
  'cells inserted, the rest shifted down': (scene) => insertCells(scene, true),
  'cells inserted, the rest shifted right': (scene) => insertCells(scene, false),
  'cells deleted, the rest shifted up': (scene) => deleteCells(scene, piece(scene, scene.form(), 2, 2), true),
  'cells deleted, the rest shifted left': (scene) => deleteCells(scene, piece(scene, scene.form(), 2, 2), false),
  'value dragged down': (scene) => {
    const from = { ...piece(scene, scene.form(), 1, 1), rows: 1, columns: 1 };
    const goal = scene.before({ ...from, rows: scene.chance.between(2, 6) });
    scene.range(from).copyTo(scene.range(goal.place));
    scene.adopt(goal);
  },
  'form cleared': (scene) => {
    const form = scene.form();
    const rows = scene.filled(form);
    const owners = rows.map((row) => scene.owner(row)?.id);
    const body = scene.body(form);
    const beyond = scene.chance.pick([0, 0, 1]);
    scene.range({ ...body, rows: body.rows + beyond }).clearContent();
    for (const id of owners) scene.truth.remove(id);
  },
  'cells cleared': (scene) => {
    const before = scene.before(piece(scene, scene.form()));
    scene.range(before.place).clearContent();
    scene.adopt(before);
  },
  'cells merged across': (scene) => merge(scene, 1, scene.chance.between(2, 4)),
  'cells merged down': (scene) => merge(scene, scene.chance.between(2, 3), 1),
  'one column as it was before': (scene) => {
    const form = scene.form();
    const [column, rows] = [scene.columnOf(form, scene.count(form)), scene.filled(form)];
    const before = scene.before({
      row: Math.min(...rows),
      column,
      rows: Math.max(...rows) - Math.min(...rows) + 1,
      columns: 1,
    });
    for (const row of rows) {
      const cell = scene.cell(row, column);
      if (cell && scene.chance.yes()) cell.value = scene.chance.pick(['', 0, 1, 2, 3]);
    }
    scene.adopt(before);
  },
  'calculated cell overwritten': (scene) => {
    const { row, column } = calculatedCell(scene);
    scene.type(row, column, scene.chance.pick(['50', 'много', '']));
  },
  'calculated cells overwritten unseen': (scene) => {
    const { row, column } = calculatedCell(scene);
    scene.range({ row, column, rows: 1, columns: 1 }).setValue(scene.chance.pick([50, 'много', '']));
  },
  'numbers made text': (scene) => {
    const form = scene.form();
    const rows = scene.filled(form);
    for (const row of rows) {
      for (const [key, field] of Object.entries(form.fields)) {
        const cell = scene.cell(row, scene.columnOf(form, key));
        if (cell && isNumeric(field) && cell.value !== '') cell.value = String(cell.value);
      }
    }
  },
};
