import { programme } from '../../programme';
import { inTimeZone } from '../runtime/clock';
import { PreparedDistrict } from './damage/district';
import { Desk, type Reading } from './typed/desk';
import { CLEAR, PLAIN } from './typed/numbers';
import { wrongWords } from './typed/same-words';
import { UNREADABLE } from './typed/unreadable';

export interface TypedProof {
  readonly tried: number;
  readonly wrong: readonly string[];
}

const FORM = programme.forms.find(({ key }) => key === 'classes')!;
const FIELD = 'enrolled';
/** What is to be done, in the words of the remarks. */
const ADVICE = /нужн|введите|поставьте|не может быть|исправьте|оставьте|выберите|сократите/;

const shown = (typed: string): string => JSON.stringify(typed.length > 40 ? `${typed.slice(0, 40)}…` : typed);

/** A remark says which column, what was found there and what to do. */
function badRemark({ remark, isBlank }: Reading): string | undefined {
  if (isBlank) return remark.includes('пусто') ? undefined : 'left blank without a remark';
  if (!remark.startsWith('✖ Ошибка')) return 'no error among the remarks';
  if (!remark.includes(`«${FORM.fields[FIELD]!.title}»`)) return 'the remark does not name the column';
  if (!/указан|введ|превратил|формула дала|слишком длинный/.test(remark))
    return 'the remark does not say what was found';
  return ADVICE.test(remark) ? undefined : 'the remark does not say what to do';
}

type Expected = { readonly number: number | null; readonly orError: boolean };

function problemWith(reading: Reading, { number, orError }: Expected): string | undefined {
  if (!reading.isError) {
    if (number !== null && reading.number === number) return undefined;
    return `taken for ${reading.number}`;
  }
  if (number !== null && !orError) return `an error: ${reading.remark}`;
  return badRemark(reading);
}

const SPELLINGS: readonly (readonly [string, Expected])[] = [
  ...PLAIN.map(([typed, number]) => [typed, { number, orError: false }] as const),
  ...CLEAR.map(([typed, number]) => [typed, { number, orError: true }] as const),
  ...UNREADABLE.map((typed) => [typed, { number: null, orError: true }] as const),
];

/** Pastes all spellings at once, a class for each; `asText` into cells that have become plain text. */
function wrongNumbers(desk: Desk, asText: boolean): string[] {
  return desk.at((scene) => {
    const row = scene.spareRow(FORM);
    const place = { row, column: scene.columnOf(FORM, FIELD), rows: SPELLINGS.length, columns: 1 };
    scene.sheet.insertRowsAfter(row, SPELLINGS.length);
    if (asText) scene.range(place).setNumberFormat('@');
    const classes = SPELLINGS.map(([typed], index) => ({ grade: '11', letter: `Я${index + 1}`, [FIELD]: typed }));
    const cells = classes.map((line) => scene.laid(FORM, line));
    scene.type(row, scene.fieldColumns(FORM).first, cells);
    const { failures } = scene.runtime;
    if (failures.length > 0) return [`onEdit failed: ${failures[0]!.error.message}`];
    const readings = desk.readings(scene, FORM, FIELD);
    return SPELLINGS.flatMap(([typed, expected], index) => {
      const problem = problemWith(readings.get(row + index)!, expected);
      return problem === undefined ? [] : [`${shown(typed)}${asText ? ' in a text cell' : ''}: ${problem}`];
    });
  });
}

/** Types every known spelling of numbers, grades, letters and subjects, and looks for a wrong guess or a bare error. */
export function runTyped({ dist }: { dist?: string } = {}): TypedProof {
  return inTimeZone('Asia/Yakutsk', () => {
    const desk = new Desk(new PreparedDistrict(dist), 'ushumun');
    const wrong = [...wrongNumbers(desk, false), ...wrongNumbers(desk, true)];
    const words = wrongWords(desk);
    return { tried: 2 * SPELLINGS.length + words.tried, wrong: [...wrong, ...words.wrong] };
  });
}
