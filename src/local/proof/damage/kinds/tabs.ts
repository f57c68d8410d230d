import { Impossible } from '../chance';
import type { Kinds, Scene } from '../scene';

/** A copy made with «Создать копию»; it lies beside its model. */
function duplicate(scene: Scene, name: string): GoogleAppsScript.Spreadsheet.Sheet {
  if (scene.spreadsheet.getSheetByName(name)) throw new Impossible();
  const copy = scene.sheet.copyTo(scene.spreadsheet).setName(name);
  scene.uncounted.push({ name, id: copy.getSheetId() });
  return copy;
}

const otherSheet = (scene: Scene): GoogleAppsScript.Spreadsheet.Sheet => {
  const sheet = scene.spreadsheet.getSheetByName(scene.other.name);
  if (!sheet) throw new Impossible();
  return sheet;
};

export const tabKinds: Kinds = {
  'tab renamed': (scene) => {
    scene.sheet.setName(scene.chance.pick(['Наша школа', `${scene.state.name} 2023`, `${scene.state.name} `, 'Лист1']));
  },
  'tab copied': (scene) => {
    duplicate(scene, `Копия ${scene.state.name}`);
  },
  'tab copied and typed into': (scene) => {
    const form = scene.form();
    const [row, column] = [scene.someRow(form), scene.columnOf(form, scene.count(form))];
    const copy = duplicate(scene, `Копия ${scene.state.name}`);
    scene.runtime.edit(copy.getName(), copy.getRange(row, column).getA1Notation(), '3');
  },
  'tab copied, the first one renamed': (scene) => {
    const name = scene.state.name;
    duplicate(scene, 'новая');
    scene.sheet.setName('старая');
    if (scene.chance.yes()) scene.spreadsheet.getSheetByName('новая')!.setName(name);
    scene.uncounted.length = 0;
  },
  'tab deleted': (scene) => {
    scene.spreadsheet.deleteSheet(scene.sheet);
    for (const row of scene.truth.rows.values()) row.optional = true;
  },
  'tab moved and hidden': (scene) => {
    scene.spreadsheet.setActiveSheet(scene.sheet);
    scene.spreadsheet.moveActiveSheet(scene.chance.between(1, 5));
    scene.sheet.hideSheet();
  },
  'names of two tabs swapped': (scene) => {
    const [own, other] = [scene.sheet, otherSheet(scene)];
    const [name, othersName] = [own.getName(), other.getName()];
    own.setName('временно');
    other.setName(name);
    own.setName(othersName);
  },
  'blank tab with the name of the school': (scene) => {
    const name = scene.state.name;
    scene.sheet.setName('прежняя');
    scene.spreadsheet.insertSheet(name);
  },
  "another school's tab pasted over this one": (scene) => {
    const other = otherSheet(scene).getDataRange();
    other.copyTo(scene.sheet.getRange(1, 1));
    for (const row of scene.truth.rows.values()) row.optional = true;
  },
  "another school's form pasted over this one's": (scene) => {
    const form = scene.form();
    const place = scene.body(form);
    const before = scene.before(place);
    const { row, column, rows, columns } = place;
    otherSheet(scene).getRange(row, column, rows, columns).copyTo(scene.range(place));
    scene.adopt(before);
  },
};
