import fc from 'fast-check';
import type { Cell, Form, Grid, Programme } from '../../src/model';
import {
  answerEdit,
  besidePatch,
  calculatedPatch,
  checkTab,
  droppedBy,
  evolve,
  numbersByIdentity,
  planHealing,
} from '../../src/pipeline';
import { rowsOf } from '../../src/pipeline/tab-rows';
import {
  ANSWER_COLUMN,
  BLANK_MEMORY,
  BOX_COLUMN,
  DRAFT,
  HEAD,
  MEMORY_COLUMN,
  memoryCell,
  REASON_COLUMN,
  readMemory,
  STATE_COLUMN,
} from '../../src/workbook';
import {
  applied,
  CLASS_A,
  CLEAN,
  contextRow,
  copyOf,
  factsFor,
  filledTab,
  formOf,
  frozen,
  GID,
  gridOf,
  MARKS_A,
  PERIOD,
  PUPILS_A,
  rawRow,
  readTab,
  SCHOOL,
  SUBMIT_BOX,
  ticked,
} from '../build';
import { programme } from '../four-forms';
import { type Row010, tabOf010 } from './tab-0-1-0';

const FORMS = ['classes', 'marks', 'pupils', 'context'];
const PLACE = { school: SCHOOL, period: PERIOD, facts: factsFor() };

const healed = (grid: Grid, place = PLACE): Grid => gridOf(planHealing(programme, place, frozen(copyOf(grid))).design);

/** Checked and written as after an edit. */
function answered(grid: Grid): Grid {
  const checked = checkTab(programme, readTab(grid));
  const beside = besidePatch(checked);
  const columns = checked.blocks.flatMap((block) => calculatedPatch(programme, checked, block) ?? []);
  return applied(grid, [...(beside ? [beside] : []), ...columns]);
}

/** Several rows of every form, with shares, memories, an explanation; handed in, with a reason in the head. */
function wholeTab(): Grid {
  const letters = ['А', 'Б', 'В'];
  const grid = answered(
    filledTab({
      classes: letters.map((letter) => ({ ...CLASS_A, letter })),
      marks: letters.map((letter) => ({
        ...MARKS_A,
        letter,
        ...(letter === 'Б' ? { five: 1, explanation: 'один болел' } : {}),
      })),
      pupils: letters.map((letter) => ({ ...PUPILS_A, letter })),
      context: letters.map((letter) => ({ ...contextRow('5', 15), letter })),
    }),
  );
  const { row } = readTab(grid).lines.get('pupils')!;
  grid[row - 1]![ANSWER_COLUMN - 1] = 'заполняю';
  grid[row - 1]![REASON_COLUMN - 1] = 'ждали одного';
  return applied(grid, answerEdit(programme, ticked(grid, HEAD.submit), SUBMIT_BOX, '2023-07-05T09:15').patches);
}

const rawsOf = (grid: Grid, form: string, of = programme) => {
  const tab = readTab(grid, of);
  return rowsOf(tab, tab.blocks.get(form)!).map(({ raw }) => ({ cells: raw.cells, explanation: raw.explanation }));
};

const memoriesOf = (grid: Grid, form: string) => {
  const { firstRow, endRow } = readTab(grid).blocks.get(form)!;
  return grid.slice(firstRow - 1, endRow - 1).flatMap((cells) => readMemory(cells[MEMORY_COLUMN - 1]) ?? []);
};

const isLeftover = (grid: Grid): boolean => grid.some(([role]) => String(role).startsWith('unrecognised/'));

const whole = wholeTab();

test('the tab that is to be damaged is in order and handed in', () => {
  expect([readTab(whole).status.state, readTab(whole).trouble]).toEqual(['submitted', []]);
});

test('a tab that has lost what it remembered of its rows says so: the school is asked to look at all its numbers', () => {
  const without = (row: readonly Cell[]): Cell[] => row.map((cell, column) => (column === 1 ? '' : cell));
  const { preview, done, forgotten } = planHealing(programme, PLACE, frozen(whole.map(without)));
  expect(forgotten).toBe(true);
  for (const words of [preview, done]) expect(words).toContain('попросите школу сверить всё, что она ввела');
  const damaged = copyOf(whole).filter(([role]) => role !== 'marks/end');
  expect(planHealing(programme, PLACE, frozen(damaged)).forgotten).toBe(false);
});

test('a tab that has lost its head with the status says so: who had handed in hands in again', () => {
  const words = 'отметка о сдаче не найдена: если школа сдавала, пусть сдаст ещё раз';
  expect(planHealing(programme, PLACE, copyOf(whole).slice(HEAD.forms)).preview).toContain(words);
  const unsent = filledTab({ classes: [CLASS_A] }).filter(([role]) => role !== 'marks/end');
  expect(planHealing(programme, PLACE, unsent).preview).not.toContain(words);
});

test('of a tab on which nothing is left it is said where it can come from', () => {
  expect(planHealing(programme, PLACE, [['']]).preview).toBe(
    `${SCHOOL.name}: в формах данных не найдено; если они были, верните вкладку через «Файл», «История версий».`,
  );
});

describe.each(FORMS.flatMap((form) => ['title', 'help', 'keys', 'header', 'end'].map((role) => [form, role] as const)))(
  '%s without its %s row',
  (form, role) => {
    const damaged = copyOf(whole);
    damaged.splice(
      damaged.findIndex(([found]) => found === `${form}/${role}`),
      1,
    );
    const repaired = healed(damaged);

    test('is repaired: every row in its form, with explanation and memory, nothing left over', () => {
      expect(readTab(damaged).trouble).not.toEqual([]);
      expect(readTab(repaired).trouble).toEqual([]);
      expect(isLeftover(repaired)).toBe(false);
      for (const each of FORMS) {
        expect([each, rawsOf(repaired, each)]).toEqual([each, rawsOf(whole, each)]);
        expect([each, memoriesOf(repaired, each)]).toEqual([each, memoriesOf(whole, each)]);
      }
    });

    test('stays handed in, answer and reason stay in the head', () => {
      const tab = readTab(repaired);
      expect([tab.status, tab.ticked]).toEqual([readTab(whole).status, true]);
      expect(droppedBy(checkTab(programme, tab), '2023-07-06T10:00')).toBeNull();
      expect(tab.lines.get('pupils')).toMatchObject({ answer: 'заполняю', reason: 'ждали одного' });
    });
  },
);

test('a repair says what it will keep', () => {
  const damaged = copyOf(whole);
  damaged.splice(readTab(whole).blocks.get('marks')!.endRow - 1, 1);
  expect(planHealing(programme, PLACE, damaged).preview).toBe(
    `${SCHOOL.name}: сохранятся: «Число обучающихся» – 3\u00a0строки, «Отметки» – 3\u00a0строки, «Итоги обучающихся» – 3\u00a0строки, «${formOf('context').title}» – 3\u00a0строки.`,
  );
});

test('nothing a person has typed is lost, whatever row or column is damaged: it stands in a form or among what was not recognised', () => {
  const typed = filledTab({
    marks: [{ ...MARKS_A, five: 1111, explanation: 'слово' }],
    pupils: [{ ...PUPILS_A, good: 2222 }],
  });
  const words = (grid: Grid): string => grid.flat().map(String).join('|');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: typed.length }),
      fc.integer({ min: 1, max: typed[0]!.length }),
      fc.constantFrom('role', 'cell', 'down', 'right'),
      (row, column, how) => {
        const grid = copyOf(typed);
        const own = grid[row - 1]!;
        if (how === 'role') own[0] = '';
        else if (how === 'cell') own[column - 1] = 'чужое';
        else if (how === 'down')
          for (let at = grid.length - 1; at >= row; at -= 1) grid[at]![column - 1] = grid[at - 1]![column - 1]!;
        else own.splice(column - 1, 0, '');
        const after = words(healed(grid));
        for (const value of ['1111', '2222', 'слово'])
          if (words(grid).includes(value))
            expect([how, row, column, after.includes(value)]).toEqual([how, row, column, true]);
      },
    ),
    { numRuns: 40 },
  );
});

test('repeated captions are no rows of what is repaired', () => {
  const twice = [MARKS_A, { ...MARKS_A, grade: '6' }, { ...MARKS_A, grade: '7' }];
  const once = healed(filledTab({ marks: twice }));
  expect(once.filter(([role]) => role === 'marks/caption')).toHaveLength(2);
  const again = healed(once);
  expect(again).toEqual(once);
  expect(isLeftover(again)).toBe(false);
});

describe('a tab of version 0.1.0', () => {
  const rows: Readonly<Record<string, readonly Row010[]>> = {
    classes: [{ cells: CLASS_A }, { cells: { ...CLASS_A, letter: 'Б' } }],
    marks: [
      { cells: MARKS_A, calculated: 46.7 },
      {
        cells: { ...MARKS_A, letter: 'Б', five: 1 },
        remark: 'ℹ Пояснено: отметки дают 14, а по списку 15.',
        explanation: 'один на домашнем обучении',
        calculated: 40,
      },
      { cells: { ...MARKS_A, letter: 'Б', subject: 'Химия', five: 1 }, remark: '✖ Ошибка: 100 %.', percent: ['five'] },
    ],
    pupils: [{ cells: PUPILS_A }, { cells: { ...PUPILS_A, letter: 'Б', good: '' }, remark: '⚠ Проверьте: пусто.' }],
    context: [{ cells: { ...contextRow('5', 15), letter: 'А' } }],
  };
  const old = tabOf010(programme, {
    school: SCHOOL,
    period: PERIOD,
    rows,
    status: 'сдано 05.07.2023 09:15',
    submitted: true,
  });
  const after = healed(old);

  test('is known as such, and for nothing else', () => {
    expect(readTab(old).trouble).toEqual([{ id: 'tab/older-version', row: 0 }]);
  });

  const edited = (row: number, column = 4) => {
    const { patches, toast } = answerEdit(programme, old, { row, column, rows: 1, columns: 1 }, '2023-07-06T09:15');
    return { toast, grid: applied(old, patches) };
  };
  const rowAt = (role: string): number => old.findIndex(([found]) => found === role) + 1;

  test('says at a change who has to do what, and a change after handing in is taken over as not handed in', () => {
    const { toast, grid } = edited(rowAt('marks/row'));
    expect(toast).toBe(
      'Вкладка прежней версии: изменение пока не проверено, отметка «Сдать» снята. Координатору: «Качество образования» → «Настройка» → «Создать или починить вкладки». До этого данные здесь не проверяются.',
    );
    expect(readTab(healed(grid)).status).toEqual(DRAFT);
  });

  test('takes a tick «Проверить» back and says why; what was handed in stays so', () => {
    const asked = copyOf(old);
    asked[rowAt('head/check') - 1]![2] = true;
    const edit = { row: rowAt('head/check'), column: 3, rows: 1, columns: 1 };
    const { patches, toast } = answerEdit(programme, asked, edit, '2023-07-06T09:15');
    expect(toast).toContain('проверить её пока нельзя. Координатору:');
    expect(applied(asked, patches)).toEqual(old);
  });

  test('cannot be handed in unchecked', () => {
    const { toast, grid } = edited(rowAt('head/submit'), 3);
    expect(toast).toContain('сдать её пока нельзя. Координатору:');
    expect(readTab(healed(grid)).ticked).toBe(false);
  });

  test('is left alone by evolving, and by an edit of the words in its head', () => {
    expect(edited(1)).toEqual({ toast: '', grid: old });
    expect(evolve(programme, old, () => factsFor(), GID)).toEqual({ patches: [], words: [] });
  });

  test('comes over whole: every row with its numbers and its explanation, nothing left over', () => {
    expect(readTab(after).trouble).toEqual([]);
    expect(isLeftover(after)).toBe(false);
    for (const form of FORMS) {
      const blank = Object.fromEntries(Object.keys(formOf(form).fields).map((key) => [key, '']));
      const given = rows[form]!.map(({ cells, explanation = '' }) => ({ cells: { ...blank, ...cells }, explanation }));
      expect([form, rawsOf(after, form)]).toEqual([form, given]);
    }
  });

  test('stays handed in since its moment, with what stands there now', () => {
    const tab = readTab(after);
    expect(tab.status).toMatchObject({ state: 'submitted', at: '2023-07-05T09:15', by: 'school' });
    expect([tab.ticked, Object.keys(tab.status.prints!)]).toEqual([true, FORMS]);
    expect(droppedBy(checkTab(programme, tab), '2023-07-06T10:00')).toBeNull();
    const { firstRow, columns } = tab.blocks.get('marks')!;
    const changed = copyOf(after);
    changed[firstRow - 1]![columns.get('five')! - 1] = 3;
    expect(droppedBy(checkTab(programme, readTab(changed)), '2023-07-06T10:00')!.changed).toEqual(['marks']);
  });

  test('an explanation still explains, also once it has been remembered', () => {
    for (const grid of [after, answered(after)]) {
      const marks = checkTab(programme, readTab(grid)).blocks.find(({ block }) => block.form.key === 'marks')!;
      const second = marks.checked.issues.filter(({ row }) => row === 2);
      expect(second.map(({ severity }) => severity)).toEqual(['warning']);
      expect(String(marks.beside.get(marks.placed[1]!.tabRow)!.remark)).toMatch(/^ℹ Пояснено/);
    }
  });

  test('a number typed as a percentage is still one, and no other is', () => {
    const { issues } = checkTab(programme, readTab(after));
    const percents = issues.filter(({ id }) => id === 'cell/percent');
    expect(percents.map(({ form, row, field }) => [form, row, field])).toEqual([['marks', 3, 'five']]);
    expect(memoriesOf(after, 'marks').map(({ percent }) => percent)).toEqual([['five']]);
  });

  test('is no unseen change', () => {
    const ids = checkTab(programme, readTab(after)).issues.map(({ id }) => id);
    expect(ids).not.toContain('row/changed-unseen');
  });

  test('has the head of today: the period in words, its facts, its states', () => {
    expect(readTab(after).facts).toEqual({ gid: GID, ...factsFor() });
    expect(after[HEAD.title - 1]![STATE_COLUMN - 1]).toContain('учебный год 2022/23');
    expect(after[HEAD.check - 1]![BOX_COLUMN - 1]).toBe(false);
    expect(after[readTab(after).lines.get('classes')!.row - 1]![STATE_COLUMN - 1]).toBe('✔ готово');
  });

  test('in draft stays a draft, whatever words stand in its status', () => {
    for (const status of [
      'черновик',
      'черновик (изменено после сдачи 06.07.2023 10:00)',
      'сдано 05.07.2023 09:15',
      'ок',
    ]) {
      const draft = tabOf010(programme, { school: SCHOOL, period: PERIOD, rows, status });
      expect([status, readTab(healed(draft)).status]).toEqual([status, DRAFT]);
    }
  });

  test('handed in with words that hold no moment is handed in all the same', () => {
    const odd = tabOf010(programme, { school: SCHOOL, period: PERIOD, rows, status: 'ок', submitted: true });
    expect(readTab(healed(odd)).status).toMatchObject({ state: 'submitted', at: '' });
  });

  test('healed once, it stands as it is healed again', () => {
    expect(healed(after)).toEqual(after);
  });

  test('what a person wrote beside its head or its remarks’ titles is kept aside', () => {
    const noted = copyOf(old);
    noted[4]![5] = 'позвонить в школу';
    const kept = healed(noted);
    expect(kept.flat()).toContain('позвонить в школу');
    expect(isLeftover(kept)).toBe(true);
    for (const form of FORMS) expect(rawsOf(kept, form)).toEqual(rawsOf(after, form));
  });

  test('with an end row or a header missing comes over as well', () => {
    for (const role of ['marks/end', 'marks/header', 'marks/keys', 'pupils/title']) {
      const damaged = copyOf(old);
      damaged.splice(
        damaged.findIndex(([found]) => found === role),
        1,
      );
      const kept = healed(damaged);
      for (const form of FORMS) expect([role, form, rawsOf(kept, form)]).toEqual([role, form, rawsOf(after, form)]);
    }
  });

  test('gets the numbers of the last period from what was frozen of it, row by row', () => {
    const before = numbersByIdentity(programme, [
      rawRow('marks', 1, { ...MARKS_A, five: 4 }, { period: '2023-Q1' }),
      rawRow('marks', 2, { ...MARKS_A, letter: 'Г' }, { period: '2023-Q1' }),
    ]);
    const kept = gridOf(planHealing(programme, { ...PLACE, before }, old).design);
    const [first, ...others] = memoriesOf(kept, 'marks');
    expect(first!.before).toMatchObject({ five: 4, four: 5, enrolled: 15 });
    expect(others.every((memory) => Object.keys(memory.before).length === 0)).toBe(true);
  });

  test('any numbers and words in it come over', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(fc.nat(40), fc.constantFrom<Cell>('', 'нет', '12,5', '007', 2.5));
    const anyRow = fc.record({
      cells: fc.record({
        grade: fc.constantFrom('5', '6', '1-4'),
        letter: fc.constantFrom('А', 'Б', ''),
        subject: fc.constantFrom('Химия', 'Музыка', '1С'),
        enrolled: cell,
        five: cell,
        two: cell,
      }),
      explanation: fc.constantFrom('', 'карантин'),
      percent: fc.subarray(['five', 'two']),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (marks) => {
        const kept = healed(tabOf010(programme, { school: SCHOOL, period: PERIOD, rows: { marks } }));
        const blank = Object.fromEntries(Object.keys(formOf('marks').fields).map((key) => [key, '']));
        expect(isLeftover(kept)).toBe(false);
        expect(rawsOf(kept, 'marks')).toEqual(
          marks.map(({ cells, explanation }) => ({ cells: { ...blank, ...cells }, explanation })),
        );
      }),
      { numRuns: 25 },
    );
  });
});

test('memories of the last period that stand on a damaged tab are kept, not written over', () => {
  const grid = filledTab({ ...CLEAN });
  const { firstRow, endRow } = readTab(grid).blocks.get('marks')!;
  const own = { ...BLANK_MEMORY, identity: '5-5|а|математика', before: { five: 7 } };
  grid[firstRow - 1]![MEMORY_COLUMN - 1] = memoryCell(own);
  grid.splice(endRow - 1, 1);
  const before = numbersByIdentity(programme, [rawRow('marks', 1, { ...MARKS_A, five: 4 }, { period: '2023-Q1' })]);
  const kept = gridOf(planHealing(programme, { ...PLACE, before }, grid).design);
  expect(memoriesOf(kept, 'marks')).toEqual([own]);
});

describe('what is no longer asked for', () => {
  const { exempt, ...fields } = formOf('marks').fields;
  const of = {
    ...programme,
    forms: programme.forms.map((form) => (form.key === 'marks' ? { ...form, fields } : form)),
  };
  const grid = filledTab({ marks: [{ ...MARKS_A, exempt: 77 }] });
  const evolved = applied(grid, evolve(of, grid, () => factsFor(of), GID).patches);

  test('is not lost by a repair', () => {
    const { endRow } = readTab(evolved, of).blocks.get('marks')!;
    evolved.splice(endRow - 1, 1);
    const kept = gridOf(planHealing(of, PLACE, evolved).design);
    expect(exempt).toBeDefined();
    expect(kept.flat().map(String)).toContain('77');
  });
});

const ROWS = {
  classes: [CLASS_A],
  marks: [
    { ...MARKS_A, exempt: 77 },
    { ...MARKS_A, letter: 'Б', explanation: 'карантин' },
  ],
  pupils: [PUPILS_A],
  context: [{ ...contextRow('5', 15), letter: 'А' }],
};
const ROWS_010 = Object.fromEntries(
  Object.entries(ROWS).map(([form, rows]) => [
    form,
    rows.map((row: Readonly<Record<string, Cell>>): Row010 => {
      const { explanation, ...cells } = row;
      return { cells, explanation: String(explanation ?? '') };
    }),
  ]),
);

const withForms = (of: (form: Form) => Form | null): Programme => {
  const forms = programme.forms.flatMap((form) => of(form) ?? []);
  const asked = new Set(forms.map(({ key }) => key));
  const indicators = programme.indicators.filter((each) => each.kind === 'derived' || asked.has(each.from.key));
  return { ...programme, forms, indicators };
};
const worded = withForms((form) => ({
  ...form,
  title: `${form.title} учащихся`,
  help: 'Заполните каждую строку.',
  fields: Object.fromEntries(
    Object.entries(form.fields).map(([key, field]) => [key, { ...field, title: `${field.title}, всего` }]),
  ),
}));
const withoutExempt = withForms((form) => {
  const { exempt: _, ...fields } = form.fields;
  return form.key === 'marks' ? { ...form, fields } : form;
});
const withoutContext = withForms((form) => (form.key === 'context' ? null : form));

/** Another day's programme: forms worded otherwise, a field and a form no longer asked for. */
describe.each([
  ['today', (): Grid => filledTab(ROWS)],
  ['version 0.1.0', (): Grid => tabOf010(programme, { school: SCHOOL, period: PERIOD, rows: ROWS_010 })],
] as const)('a tab of %s taken over under a programme that has changed since', (name, made) => {
  const under = (changed: Programme): Grid => {
    const grid = made();
    // Of today's tab something is damaged, else there is nothing to repair.
    if (name === 'today')
      grid.splice(
        grid.findIndex(([role]) => role === 'classes/end'),
        1,
      );
    return gridOf(planHealing(changed, { ...PLACE, facts: factsFor(changed) }, frozen(grid)).design);
  };

  test('keeps every row where titles, helps and captions are worded otherwise, and none of the old words is left over', () => {
    const other = worded;
    const kept = under(other);
    expect([readTab(kept, other).trouble, isLeftover(kept)]).toEqual([[], false]);
    for (const form of Object.keys(ROWS))
      expect([form, rawsOf(kept, form, other)]).toEqual([form, rawsOf(under(programme), form)]);
  });

  test('keeps what stands under a field no longer asked for in a grey column, and the field takes it up again', () => {
    const other = withoutExempt;
    const kept = under(other);
    const tab = readTab(kept, other);
    const { columns, keysRow } = tab.blocks.get('marks')!;
    const column = columns.get('retired:exempt')!;
    expect([tab.trouble, isLeftover(kept)]).toEqual([[], false]);
    expect([kept[keysRow]![column - 1], kept[keysRow + 1]![column - 1]]).toEqual([
      `${formOf('marks').fields.exempt!.title} (больше не заполняется)`,
      77,
    ]);
    const back = applied(kept, evolve(programme, kept, () => factsFor(), GID).patches);
    expect(readTab(back).trouble).toEqual([]);
    expect(rawsOf(back, 'marks')[0]!.cells.exempt).toBe(77);
  });

  test('keeps the block of a form no longer asked for, folded to its title, and the form takes it up again', () => {
    const other = withoutContext;
    const kept = under(other);
    expect([readTab(kept, other).trouble, isLeftover(kept)]).toEqual([[], false]);
    expect(kept.flat()).toContain(`${formOf('context').title} (больше не заполняется)`);
    const back = applied(kept, evolve(programme, kept, () => factsFor(), GID).patches);
    expect(readTab(back).trouble).toEqual([]);
    expect(rawsOf(back, 'context')).toEqual(rawsOf(under(programme), 'context'));
  });

  test('says beforehand what is no longer asked for and stays', () => {
    const { preview } = planHealing(withoutContext, PLACE, frozen(made()));
    expect(preview).toContain(`больше не заполняются, данные останутся на вкладке: форма «${formOf('context').title}»`);
  });
});

/** What a person does to the hidden column of roles. */
const LOST: Readonly<Record<string, (grid: Grid) => Grid>> = {
  'its first column deleted': (grid) => grid.map((cells) => cells.slice(1)),
  'its first column cleared': (grid) => grid.map((cells) => ['', ...cells.slice(1)]),
};

describe.each(Object.entries(LOST))('a tab with %s', (_, lose) => {
  test('comes back whole, handed in with answer and reason: none of the add-on’s own words is left over', () => {
    const repaired = healed(lose(whole));
    const tab = readTab(repaired);
    expect([tab.trouble, isLeftover(repaired), tab.status, tab.ticked]).toEqual([
      [],
      false,
      readTab(whole).status,
      true,
    ]);
    expect(tab.lines.get('pupils')).toMatchObject({ answer: 'заполняю', reason: 'ждали одного' });
    for (const form of FORMS) {
      expect([form, rawsOf(repaired, form)]).toEqual([form, rawsOf(whole, form)]);
      expect([form, memoriesOf(repaired, form)]).toEqual([form, memoriesOf(whole, form)]);
    }
  });

  test.each([
    ['today', (): Grid => filledTab(ROWS)],
    ['version 0.1.0', (): Grid => tabOf010(programme, { school: SCHOOL, period: PERIOD, rows: ROWS_010 })],
  ])('of %s, whose words the programme has changed since, leaves none of the old ones over', (__, made) => {
    const repaired = gridOf(planHealing(worded, { ...PLACE, facts: factsFor(worded) }, frozen(lose(made()))).design);
    expect([readTab(repaired, worded).trouble, isLeftover(repaired)]).toEqual([[], false]);
    for (const form of Object.keys(ROWS))
      expect(rawsOf(repaired, form, worded)).toHaveLength(ROWS[form as 'marks'].length);
  });

  test('of version 0.1.0 is still handed in since its moment', () => {
    const old = tabOf010(programme, {
      ...{ school: SCHOOL, period: PERIOD, rows: ROWS_010 },
      ...{ status: 'сдано 01.07.2023 09:00', submitted: true },
    });
    const repaired = readTab(healed(lose(old)));
    expect([repaired.status.state, repaired.status.at]).toEqual(['submitted', '2023-07-01T09:00']);
  });

  test('keeps aside what a person typed beside the head', () => {
    const noted = copyOf(whole);
    noted[HEAD.submit - 1]![4] = 'до пятницы';
    const left = healed(lose(noted)).filter(([role]) => role === 'unrecognised/row');
    expect(left.flat()).toContain('до пятницы');
  });
});
