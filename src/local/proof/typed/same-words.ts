import type { Figure } from '../../../model';
import { programme } from '../../../programme';
import { REMARK_COLUMN } from '../../../workbook';
import type { Consolidated } from '../damage/consolidation';
import type { Scene } from '../damage/scene';
import { Desk } from './desk';
import { GRADES, LETTERS, SUBJECTS } from './words';

interface Tried {
  readonly tried: number;
  readonly wrong: readonly string[];
}

const formOf = (key: string) => programme.forms.find((form) => form.key === key)!;

/** All figures of all schools without the words of their slices: a slice torn in two shows, its spelling does not. */
const figures = (done: Consolidated): string =>
  [...done.outcomes.values()][0]!.figures
    .map(({ scope, school, group, slice, indicator, numerator, denominator }: Figure) =>
      [scope, school, group, slice && Object.keys(slice)[0], indicator, numerator, denominator].join(' '),
    )
    .sort()
    .join('\n');

/** A row whose word is spelt otherwise belongs to the same slice, or is pointed at. */
function otherwise(desk: Desk, form: string, field: string, usual: string, typed: string): string | undefined {
  const base = desk.usual(figures);
  return desk.at((scene) => {
    const column = scene.columnOf(formOf(form), field);
    const row = scene.filled(formOf(form)).find((one) => scene.value(one, column) === usual);
    if (row === undefined) throw new Error(`no row with ${usual}`);
    scene.type(row, column, typed);
    const done = desk.consolidated();
    if (figures(done) === base) return undefined;
    return String(scene.value(row, REMARK_COLUMN)) !== '' ? undefined : 'a slice or a class of its own, and no remark';
  });
}

function setLetters(scene: Scene, letter: string): void {
  for (const form of programme.forms) {
    for (const row of scene.filled(form)) {
      if (scene.value(row, scene.columnOf(form, 'grade')) === '5')
        scene.type(row, scene.columnOf(form, 'letter'), letter);
    }
  }
}

/** The same class once more, spelt otherwise, is not counted twice in silence. */
function twice(
  desk: Desk,
  letter: string,
  grade: string,
  typed: { grade: string; letter: string },
): string | undefined {
  return desk.at((scene) => {
    const form = formOf('pupils');
    if (letter !== '') setLetters(scene, letter);
    const base = figures(desk.consolidated());
    const row = scene.filled(form).find((one) => scene.value(one, scene.columnOf(form, 'grade')) === grade)!;
    const cells = { ...scene.texts(form, row), ...typed };
    const spare = scene.spareRow(form);
    scene.type(spare, scene.fieldColumns(form).first, [scene.laid(form, cells)]);
    if (figures(desk.consolidated()) === base) return undefined;
    return String(scene.value(spare, REMARK_COLUMN)) !== '' ? undefined : 'counted twice, and no remark';
  });
}

const told = (words: string, problem: string | undefined): string[] => (problem ? [`${words}: ${problem}`] : []);

/** Letters, grades and subjects as people spell them: one class, one slice. */
export function wrongWords(desk: Desk): Tried {
  const results: string[][] = [];
  for (const [usual, spellings] of SUBJECTS)
    for (const typed of spellings)
      results.push(told(`subject ${JSON.stringify(typed)}`, otherwise(desk, 'marks', 'subject', usual, typed)));
  for (const [school, usual, spellings] of GRADES) {
    const home = new Desk(desk.district, school);
    for (const typed of spellings) {
      results.push(told(`grade ${JSON.stringify(typed)}`, otherwise(home, 'marks', 'grade', usual, typed)));
      results.push(told(`grade ${JSON.stringify(typed)} twice`, twice(home, '', usual, { grade: typed, letter: '' })));
    }
  }
  for (const [letter, spellings] of LETTERS)
    for (const typed of spellings)
      results.push(
        told(`letter ${JSON.stringify(typed)} twice`, twice(desk, letter, '5', { grade: '5', letter: typed })),
      );
  return { tried: results.length, wrong: results.flat() };
}
