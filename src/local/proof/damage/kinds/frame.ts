import type { Form } from '../../../../model';
import { programme } from '../../../../programme';
import { BOX_COLUMN, blockColumns, HEAD, HEAD_WIDTH, headRowsFor } from '../../../../workbook';
import { Impossible } from '../chance';
import type { Kinds, Scene } from '../scene';

const titleOf = (form: Form, key: string): string => form.fields[key]!.title;

/** Slips that change nothing for a reader, and slips that do. */
const TYPOS: readonly ((title: string) => string)[] = [
  (title) => title.replace(/е/g, 'ё'),
  (title) => title.replace(/ /g, '\u00a0'),
  (title) => ` ${title}  `,
  (title) => title.toUpperCase(),
  (title) => title.replace(/о/g, 'o'),
  (title) => title.slice(1),
  (title) => `${title}!`,
  () => '',
];

function overHeader(scene: Scene, form: Form, key: string, typed: string): void {
  scene.type(scene.frame(form, 'header'), scene.columnOf(form, key), typed);
}

export const frameKinds: Kinds = {
  'slip in a header': (scene) => {
    const form = scene.form();
    const key = scene.field(form);
    overHeader(scene, form, key, `'${scene.chance.pick(TYPOS)(titleOf(form, key))}`);
  },
  "another field's header": (scene) => {
    const form = scene.form();
    overHeader(scene, form, scene.field(form), titleOf(form, scene.field(form)));
  },
  'two headers swapped': (scene) => {
    const form = scene.form();
    const [a, b] = [scene.field(form), scene.field(form)];
    overHeader(scene, form, a, titleOf(form, b));
    overHeader(scene, form, b, titleOf(form, a));
  },
  'two columns of a form swapped whole': (scene) => {
    const form = scene.form();
    const [a, b] = [scene.columnOf(form, scene.count(form)), scene.columnOf(form, scene.count(form))];
    const row = scene.frame(form, 'keys');
    const all = { row, rows: scene.frame(form, 'end') - row + 1, columns: 1 };
    if (a === b) throw new Impossible();
    scene.sheet.insertColumnAfter(scene.width);
    scene.range({ ...all, column: a }).moveTo(scene.range({ ...all, column: scene.width }));
    scene.range({ ...all, column: b }).moveTo(scene.range({ ...all, column: a }));
    scene.range({ ...all, column: scene.width }).moveTo(scene.range({ ...all, column: b }));
  },
  'header of a calculated column overwritten': (scene) => {
    const form = scene.form();
    const others = blockColumns(form, programme.indicators).filter(({ kind }) => kind !== 'field');
    const { key } = scene.chance.pick(others);
    scene.type(scene.frame(form, 'header'), scene.columnOf(form, key), titleOf(form, scene.field(form)));
  },
  'title or help overwritten': (scene) => {
    const row = scene.frame(scene.form(), scene.chance.pick(['title', 'help']));
    scene.type(row, scene.chance.between(3, scene.width), scene.chance.pick(['наша таблица', '5', '']));
  },
  'end row overwritten': (scene) => {
    const row = scene.frame(scene.form(), 'end');
    scene.type(row, scene.chance.between(3, scene.width), scene.chance.pick(['5', 'Итого', '']));
  },
  'keys row cleared': (scene) => {
    const row = scene.frame(scene.form(), 'keys');
    scene.range({ row, column: 3, rows: 1, columns: scene.width - 2 }).clearContent();
  },
  'some keys overwritten': (scene) => {
    const row = scene.frame(scene.form(), 'keys');
    scene.type(row, scene.chance.between(3, scene.width), [['five', 'four', '5'].slice(scene.chance.between(0, 2))]);
  },
  'head overwritten': (scene) => {
    const row = scene.chance.between(1, headRowsFor(programme.forms.length));
    scene.type(row, scene.chance.between(1, HEAD_WIDTH), scene.chance.pick(['5', 'Школа', '2022-Q4']));
  },
  'check ticked': (scene) => {
    scene.type(HEAD.check, BOX_COLUMN, 'TRUE');
  },
};
