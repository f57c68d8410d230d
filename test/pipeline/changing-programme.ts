import fc from 'fast-check';
import {
  type Cell,
  count,
  defineIndicator,
  type Field,
  type Form,
  type Grid,
  isNumeric,
  type Programme,
  text,
} from '../../src/model';
import { besidePatch, calculatedPatch, checkTab, evolve, NOTHING_SEEN } from '../../src/pipeline';
import { ANSWER_COLUMN, REASON_COLUMN } from '../../src/workbook';
import { applied, copyOf, factsFor, filledTab, formOf, frozen, GID, readTab } from '../build';
import { programme } from '../four-forms';

export const withForm = (of: Programme, key: string, change: (form: Form) => Form): Programme => ({
  ...of,
  forms: of.forms.map((form) => (form.key === key ? change(form) : form)),
});

export const withFields = (
  of: Programme,
  key: string,
  fields: (fields: Record<string, Field>) => Record<string, Field>,
) => withForm(of, key, (form) => ({ ...form, fields: fields({ ...form.fields }) }));

export const without = <T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));

export const newForm = (key: string): Form => ({
  key,
  title: `Новая форма ${key}`,
  help: 'О чём она.',
  fields: {
    kind: text('Вид', '', { slot: 'third' }),
    people: count('Человек', ''),
    winners: count('Победителей', '', { optional: true }),
  },
  identity: ['kind'],
  due: [{ quarters: [1, 2, 3, 4] }],
  sums: [],
});

export const classwise = (key: string): Form => ({
  ...newForm(key),
  fields: {
    grade: formOf('classes').fields.grade!,
    letter: formOf('classes').fields.letter!,
    clubs: count('Кружков', ''),
  },
  identity: ['grade', 'letter'],
  followsClassList: true,
});

export const rateOf = (form: Form) =>
  defineIndicator({
    key: `${form.key}-rate`,
    title: 'Доля победителей',
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: '',
    from: form as Form<{ people: Field<'count'>; winners: Field<'count'> }>,
    numerator: { winners: 1 },
    denominator: { people: 1 },
    column: true,
    examples: [],
  });

/** What a programme may become. */
export const CHANGES: Readonly<Record<string, (of: Programme) => Programme>> = {
  'a form': (of) => ({ ...of, forms: [...of.forms.slice(0, 1), newForm('contests'), ...of.forms.slice(1)] }),
  'a form with a calculated column': (of) => {
    const form = newForm('olympiads');
    return { ...of, forms: [...of.forms, form], indicators: [...of.indicators, rateOf(form)] };
  },
  'a form that starts from the class list': (of) => ({ ...of, forms: [...of.forms, classwise('clubs')] }),
  'more forms than the head has spare lines': (of) => ({
    ...of,
    forms: [...of.forms, ...['one', 'two', 'three', 'four', 'five', 'six'].map(newForm)],
  }),
  'a field in the middle': (of) =>
    withFields(of, 'marks', (fields) => {
      const entries = Object.entries(fields);
      return Object.fromEntries([...entries.slice(0, 4), ['remote', count('На дистанте', '')], ...entries.slice(4)]);
    }),
  'two fields of the widest form': (of) =>
    withFields(of, 'context', (fields) => ({ ...fields, a: count('Ещё одно', ''), b: text('Ещё слова', '') })),
  'a field for an unused slot': (of) =>
    withFields(of, 'pupils', (fields) => ({
      ...fields,
      profile: text('Профиль', '', { slot: 'third', optional: true }),
    })),
  'without a field': (of) => withFields(of, 'marks', (fields) => without(fields, 'exempt')),
  'a field in place of another': (of) =>
    withFields(of, 'marks', (fields) => ({ ...without(fields, 'exempt'), absent: count('Отсутствовали', '') })),
  'without a calculated column': (of) => ({ ...of, indicators: of.indicators.filter(({ key }) => key !== 'sou') }),
  'without a form': (of) => ({ ...of, forms: of.forms.filter(({ key }) => key !== 'pupils') }),
  'its forms in another order': (of) => ({ ...of, forms: [...of.forms].reverse() }),
  'its fields in another order': (of) =>
    withFields(of, 'marks', (fields) => Object.fromEntries(Object.entries(fields).reverse())),
  'two titles renamed': (of) =>
    withFields(of, 'marks', (fields) => ({
      ...fields,
      five: { ...fields.five!, title: 'Отлично' },
      two: { ...fields.two!, title: 'Неудовлетворительно' },
    })),
  'two titles exchanged': (of) =>
    withFields(of, 'marks', (fields) => ({
      ...fields,
      five: { ...fields.five!, title: fields.four!.title },
      four: { ...fields.four!, title: fields.five!.title },
    })),
};

export const changed = (names: readonly string[]): Programme =>
  names.reduce((of, name) => CHANGES[name]!(of), programme);

export const evolveTo = (of: Programme, grid: Grid, facts = factsFor(of), opens = false) =>
  evolve(frozen(of), frozen(copyOf(grid)), () => facts, GID, opens);

/** The tab under another programme, answered as a run does after evolving. */
export const evolved = (of: Programme, grid: Grid): Grid => applied(grid, evolveTo(of, grid).patches);

/** Checked and written as after an edit. */
export function answered(grid: Grid, of: Programme = programme): Grid {
  const checked = checkTab(of, readTab(grid, of), { ...NOTHING_SEEN, changed: () => true });
  const beside = besidePatch(checked);
  const columns = checked.blocks.flatMap((block) => calculatedPatch(of, checked, block) ?? []);
  return applied(grid, [...(beside ? [beside] : []), ...columns]);
}

export const anyCount: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(40),
  fc.constantFrom<Cell>('', 'нет', '12,5', 2.5, new Date(2023, 4, 12)),
);
export const anyRow = (form: string) =>
  fc.record({
    grade: fc.constantFrom('5', '6', '1-4'),
    letter: fc.constantFrom('А', 'Б', ''),
    explanation: fc.constantFrom('', 'карантин'),
    ...Object.fromEntries(
      Object.entries(formOf(form).fields).flatMap(([key, field]) => (isNumeric(field) ? [[key, anyCount]] : [])),
    ),
    ...(form === 'marks' ? { subject: fc.constantFrom('Химия', 'Музыка', '') } : {}),
  });
export const anyRows = fc.record({
  classes: fc.array(anyRow('classes'), { maxLength: 3 }),
  marks: fc.array(anyRow('marks'), { maxLength: 4 }),
  pupils: fc.array(anyRow('pupils'), { maxLength: 3 }),
  context: fc.array(anyRow('context'), { maxLength: 3 }),
});

/** A tab in use: filled, answered, with an answer and a reason in the head. */
export const anyTab = fc.tuple(anyRows, fc.boolean()).map(([rows, isAnswered]) => {
  const grid = filledTab(rows);
  const { row } = readTab(grid).lines.get('pupils')!;
  grid[row - 1]![ANSWER_COLUMN - 1] = 'заполняю';
  grid[row - 1]![REASON_COLUMN - 1] = 'ждём одного';
  return isAnswered ? answered(grid) : grid;
});

export const anyChange = fc
  .subarray(
    Object.keys(CHANGES).filter((name) => name !== 'two titles exchanged'),
    { minLength: 1, maxLength: 3 },
  )
  .filter(
    (names) => names.filter((name) => name === 'without a field' || name === 'a field in place of another').length < 2,
  );
