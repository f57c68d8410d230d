import type { Kinds, Place, Scene } from '../scene';

const sort = (scene: Scene, place: Place): void => {
  const column = scene.chance.between(place.column, place.column + place.columns - 1);
  scene.range(place).sort({ column, ascending: scene.chance.yes() });
};

/** Some columns of a form's rows that hold data. */
function stretch(scene: Scene, columns: number): Place {
  const form = scene.form();
  const rows = scene.filled(form);
  const all = scene.fieldColumns(form);
  const first = scene.chance.between(all.first, Math.max(all.first, all.last - columns));
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  if (rows.length === 0) scene.chance.pick([]);
  return { row: top, column: first, rows: bottom - top + 1, columns: Math.min(columns, all.last - first + 1) };
}

export const sortingKinds: Kinds = {
  'rows of a form sorted': (scene) => sort(scene, scene.body(scene.form())),
  'rows of a form sorted with column A': (scene) => {
    const body = scene.body(scene.form());
    sort(scene, { ...body, column: 1, columns: scene.width });
  },
  'rows sorted together with header or end': (scene) => {
    const body = scene.body(scene.form());
    const above = scene.chance.between(0, 4);
    const below = above === 0 ? 1 : scene.chance.between(0, 1);
    sort(scene, { ...body, row: body.row - above, rows: body.rows + above + below });
  },
  'one column sorted alone': (scene) => sort(scene, stretch(scene, 1)),
  'some columns sorted alone': (scene) => sort(scene, stretch(scene, scene.chance.between(2, 5))),
  'some rows sorted': (scene) => {
    const body = scene.body(scene.form());
    const from = scene.chance.between(0, body.rows - 2);
    sort(scene, { ...body, row: body.row + from, rows: scene.chance.between(2, body.rows - from) });
  },
  'whole sheet sorted': (scene) => {
    scene.sheet.sort(scene.chance.between(1, scene.width), scene.chance.yes());
  },
  'filter made': (scene) => {
    scene.range(scene.body(scene.form())).createFilter();
  },
};
