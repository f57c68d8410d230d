import type { Kinds, Place, Scene } from '../scene';

function counts(scene: Scene): Place {
  const form = scene.form();
  const { first, last } = scene.dataRows(form);
  return { row: first, column: scene.columnOf(form, scene.count(form)), rows: last - first + 1, columns: 1 };
}

const services = (scene: Scene) => scene.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export const lookKinds: Kinds = {
  'rows and columns hidden': (scene) => {
    scene.sheet.hideRows(scene.someRow(scene.form()), 3);
    scene.sheet.hideColumns(scene.chance.between(3, scene.width - 2), 2);
  },
  'everything unhidden': (scene) => {
    scene.sheet.showRows(1, scene.state.rowCount);
    scene.sheet.showColumns(1, scene.width);
  },
  'validation removed and words typed': (scene) => {
    const place = counts(scene);
    scene.range(place).clearDataValidations();
    const row = scene.chance.between(place.row, place.row + place.rows - 1);
    const before = scene.before({ ...place, row, rows: 1 });
    scene.type(row, place.column, scene.chance.pick(['пять', '5-6', '1/2', '1000000000000']));
    scene.adopt(before);
  },
  'protections removed': (scene) => {
    const { ProtectionType } = services(scene);
    for (const kind of [ProtectionType.SHEET, ProtectionType.RANGE]) {
      for (const protection of scene.sheet.getProtections(kind)) protection.remove();
    }
  },
  'numbers shown as text': (scene) => {
    scene.range(counts(scene)).setNumberFormat('@');
  },
  'numbers shown as dates': (scene) => {
    scene.range(counts(scene)).setNumberFormat('dd.MM.yyyy');
  },
  'numbers shown as percent': (scene) => {
    scene.range(counts(scene)).setNumberFormat('0%');
  },
  'formats cleared': (scene) => {
    scene.range(scene.body(scene.form())).clearFormat();
  },
  'panes frozen': (scene) => {
    scene.sheet.setFrozenRows(scene.chance.between(0, 20));
    scene.sheet.setFrozenColumns(scene.chance.between(0, 5));
  },
  'notes and colours put': (scene) => {
    scene.range(counts(scene)).setBackground('#ffff00').setNote('уточнить');
  },
};
