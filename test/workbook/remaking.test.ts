import fc from 'fast-check';
import { type Cell, type Decoration, SHEET_NUMBER, type TabDesign } from '../../src/model';
import { takenColumns, withoutColumns } from '../../src/workbook/column-match';
import { commonTab, isWorthWhile } from '../../src/workbook/common-tab';
import { type KeyedTab, keyedDesign } from '../../src/workbook/keyed-tab';
import { remakingOf } from '../../src/workbook/remaking';
import { lookAt } from './look-at';
import { remade, standingOf } from './remade';

const tab = (columns: readonly string[], more: Partial<KeyedTab> = {}): KeyedTab => ({
  key: columns.join(),
  name: columns.join(' '),
  help: 'help',
  spare: 10,
  columns: columns.map((key) => ({ key, title: key, width: key.length * 10, format: key === 'n' ? '0' : '@' })),
  ...more,
});
const designOf = (columns: readonly string[], more?: Partial<KeyedTab>): TabDesign => keyedDesign(tab(columns, more));

/** A block of rows under a title, as forms stand under one another. */
const blocks = (rows: readonly (readonly string[])[], captions: readonly number[] = []): TabDesign => {
  const values = rows.flatMap((words) => [['title'], ...words.map((word) => [word]), ['']]);
  const decorations: Decoration[] = [];
  let row = 1;
  for (const words of rows) {
    const place = { column: 1, columns: 1 };
    decorations.push({ ...place, row, rows: 1, bold: true });
    if (words.length > 0) decorations.push({ ...place, row: row + 1, rows: words.length, border: true });
    row += words.length + 2;
  }
  for (const caption of captions) decorations.push({ row: caption, column: 1, rows: 1, columns: 1, wrap: true });
  return { ...designOf(['a']), section: { values, decorations }, rows: values.length + 5, formats: undefined };
};

describe('a tab made of a copy of another', () => {
  test('needs nothing but its words and notes where it is of the same kind', () => {
    const made = remakingOf(designOf(['a', 'b', 'n']), designOf(['a', 'c', 'n'], { help: 'other' }))!;
    const { notes, values, ...rest } = made;
    expect([notes?.row, notes?.notes.length]).toEqual([1, 1]);
    expect(values).toEqual({
      row: 1,
      column: 1,
      values: [
        ['a c n', ''],
        ['a,c,n|a', 'c'],
        ['a', 'c'],
      ],
    });
    expect(Object.values(rest).filter((part) => (Array.isArray(part) ? part.length > 0 : part))).toEqual([]);
  });

  test('loses the columns between those that both have', () => {
    const made = remakingOf(designOf(['a', 'b', 'b', 'b', 'n']), designOf(['a', 'b', 'n']))!;
    expect(made.takenColumns).toEqual({ at: 3, count: 2 });
    expect([made.formats, made.widths]).toEqual([[], []]);
  });

  test('keeps the heights and the hiding of its rows when the columns of which they were said go', () => {
    const last = { column: 3, columns: 1, rows: 1 };
    const said = [
      { ...last, row: 1, height: 60 },
      { ...last, row: 2, hideRows: true },
    ];
    const withRows = (design: TabDesign, more: readonly Decoration[]): TabDesign => ({
      ...design,
      section: { ...design.section, decorations: [...design.section.decorations, ...more] },
    });
    const from = withRows(designOf(['a', 'b', 'n']), said);
    const to = withRows(
      designOf(['a', 'b']),
      said.map((area) => ({ ...area, column: 2 })),
    );
    const made = remakingOf(from, to)!;
    expect([made.heights, made.rowsHidden]).toEqual([[], []]);
  });

  test('cannot win columns', () => {
    expect(remakingOf(designOf(['a']), designOf(['a', 'b']))).toBeNull();
  });

  test('gets and loses rows where it has more or fewer of a kind, from below to above', () => {
    const made = remakingOf(
      blocks([
        ['', ''],
        ['', ''],
      ]),
      blocks([['x', 'y', 'z'], ['v']]),
    )!;
    expect(made.rows).toEqual([
      { kind: 'remove', row: 7, count: 1 },
      { kind: 'insert', row: 3, count: 1 },
    ]);
    expect(made.values).toEqual({ row: 2, column: 1, values: [['x'], ['y'], ['z'], [''], ['title'], ['v']] });
    expect(made.painted).toBeNull();
  });

  test('has single rows that look otherwise painted, and no others', () => {
    const made = remakingOf(blocks([['', '']]), blocks([['', '', '']], [3]))!;
    expect(made.onTop).toEqual([{ column: 1, columns: 1, wrap: true, row: 3, rows: 1 }]);
  });

  test('is made from nothing where its rows stand in another order', () => {
    expect(remakingOf(blocks([['']]), designOf(['a'], { spare: 0 }))).toBeNull();
  });

  test('has rows that are like none of the copy painted, and their words written', () => {
    const rows: readonly Record<string, Cell>[] = [{ a: '1' }, { a: '2', b: 'x' }];
    const made = remakingOf(designOf(['a', 'b']), keyedDesign(tab(['a', 'b'], { spare: 8 }), rows))!;
    expect(made.painted).toEqual({ row: 4, count: 2 });
    expect([made.rows, made.onTop, made.takenColumns]).toEqual([[], [], null]);
    expect(made.values).toEqual({
      row: 4,
      column: 1,
      values: [
        ['1', ''],
        ['2', 'x'],
      ],
    });
    const fewer = remakingOf(designOf(['a', 'b']), keyedDesign(tab(['a', 'b'], { spare: 0 }), rows))!;
    expect(fewer.rows).toEqual([{ kind: 'remove', row: 4, count: 8 }]);
    const more = remakingOf(designOf(['a', 'b']), keyedDesign(tab(['a', 'b'], { spare: 10 }), rows))!;
    expect(more.rows).toEqual([{ kind: 'insert', row: 12, count: 2 }]);
  });

  test('needs only the words that the last row of the copy does not say already', () => {
    const last = designOf(['a', 'b'], { lastRow: 'конец' });
    const ended = (a: string, b: string) => {
      const made = keyedDesign(tab(['a', 'b'], { spare: 0 }), [{ a: '1' }, { a: '2' }]);
      const values = made.section.values.map((cells, at) => (at === 4 ? [a, b] : cells));
      return remakingOf(last, { ...made, section: { ...made.section, values } })!.values!;
    };
    expect(ended('конец', '')).toEqual({ row: 4, column: 1, values: [['1']] });
    expect(ended('конец', 'конец')).toMatchObject({
      row: 4,
      values: [
        ['1', ''],
        ['конец', 'конец'],
      ],
    });
    expect(ended('слово', '')).toMatchObject({ row: 4, column: 1, values: [['1'], ['слово']] });
  });

  test('has other formats and wraps said of the rows below, where there are any', () => {
    const of = (formats: readonly string[] | undefined, more?: Partial<KeyedTab>): TabDesign => {
      const { formats: _, ...design } = designOf(['a', 'b'], more);
      return formats ? { ...design, formats } : design;
    };
    const made = remakingOf(of(['@', '0.0']), of(['@', '@']))!;
    expect([made.formats, made.wraps]).toEqual([[[0, 2, '@']], [[0, 2, true]]]);
    expect(remakingOf(of(undefined), of(['General', '@']))).toMatchObject({
      formats: [[1, 1, '@']],
      wraps: [[1, 1, true]],
    });
    expect(remakingOf(of(['General', '@']), of(undefined))!.formats).toEqual([[0, 2, 'General']]);
    const none = { spare: 0 };
    expect(remakingOf(of(['@', '0.0'], none), of(['@', '@'], none))).toMatchObject({ formats: [], wraps: [] });
    expect(remakingOf(designOf(['a'], { spare: 0, lastRow: 'конец' }), designOf(['a'], none))?.lastRow ?? false).toBe(
      false,
    );
  });

  test('gets the notes of every column that differ, and links to its own sheet though they look alike', () => {
    const withNote = (column: number, note: string): TabDesign => {
      const design = designOf(['a', 'b', 'n']);
      const own = { row: 3, column, rows: 1, columns: 1, note };
      return { ...design, section: { ...design.section, decorations: [...design.section.decorations, own] } };
    };
    expect(remakingOf(withNote(2, 'было'), withNote(2, 'стало'))!.notes).toEqual({
      row: 3,
      notes: [[null, 'стало', null]],
    });
    expect(remakingOf(withNote(2, 'было'), withNote(2, 'было'))!.notes).toBeNull();
    const linked = blocks([[`=HYPERLINK("#gid=${SHEET_NUMBER}")`, 'слово']]);
    expect(remakingOf(linked, linked)!.values).toMatchObject({ row: 2, column: 1 });
    expect(remakingOf(linked, linked)!.values!.values).toHaveLength(1);
    expect(remakingOf(blocks([['слово']]), blocks([['слово']]))!.values).toBeNull();
  });

  test('has rows that came beside hidden or thin ones said to be what they are', () => {
    const thin = (rows: readonly string[], from: number): TabDesign => {
      const design = blocks([rows]);
      const own = { column: 1, columns: 1, row: from, rows: rows.length + 2 - from, hideRows: true, height: 5 };
      return { ...design, section: { ...design.section, decorations: [...design.section.decorations, own] } };
    };
    const made = remakingOf(thin(['', ''], 3), thin(['', '', '', ''], 5))!;
    expect(made.rowsHidden).toEqual([
      [0, 4, false],
      [4, 1, true],
    ]);
    expect(made.heights).toEqual([
      [0, 4, 21],
      [4, 1, 5],
    ]);
    // Beside plain ones nothing has to be said.
    expect(remakingOf(blocks([['', '']]), blocks([['', '', '', '']]))).toMatchObject({ rowsHidden: [], heights: [] });
  });

  test('says in its last row what it is to say, also where the first column was lost', () => {
    const last = { lastRow: 'the end' };
    expect(remakingOf(designOf(['bb', 'a'], last), designOf(['a'], last))).toMatchObject({
      takenColumns: { at: 1, count: 1 },
      lastRow: true,
    });
    expect(remakingOf(designOf(['a', 'bb'], last), designOf(['a'], last))).toMatchObject({ lastRow: false });
    expect(remakingOf(designOf(['a'], last), designOf(['a']))).toMatchObject({ lastRow: true });
  });
});

describe('columns that a tab has too many of', () => {
  const wide = (): TabDesign => {
    const { section, ...design } = designOf(['a', 'bb', 'ccc', 'd'], { lastRow: 'конец' });
    const place = { row: 1, rows: 1 };
    const decorations: Decoration[] = [
      { ...place, column: 1, columns: 4, bold: true },
      { ...place, column: 2, columns: 1, note: 'bb' },
      { ...place, column: 2, columns: 2, wrap: true },
      { ...place, column: 3, columns: 2, border: true },
      { ...place, column: 4, columns: 1, note: 'd' },
    ];
    return { ...design, section: { ...section, decorations }, frozenColumns: 2, hiddenColumns: [1, 3, 4] };
  };

  test('are those between what stands at both ends of the two', () => {
    expect(takenColumns(designOf(['a', 'bb', 'ccc', 'd']), designOf(['a', 'd']))).toEqual({ at: 2, count: 2 });
    expect(takenColumns(designOf(['a', 'bb']), designOf(['a']))).toEqual({ at: 2, count: 1 });
    expect(takenColumns(designOf(['a', 'bb']), designOf(['a', 'ccc']))).toBeNull();
    expect(takenColumns(designOf(['a']), designOf(['a', 'bb']))).toBeUndefined();
    const plain = (...names: string[]): TabDesign => ({ ...designOf(names), formats: undefined });
    expect(takenColumns(plain('bb', 'a'), plain('a'))).toEqual({ at: 1, count: 1 });
  });

  test('go with their words, widths, looks and notes; what stands at their right moves', () => {
    const left = withoutColumns(wide(), { at: 2, count: 2 });
    expect([left.columns, left.widths, left.formats, left.hiddenColumns]).toEqual([2, [10, 10], ['@', '@'], [1, 2]]);
    expect(left.section.values[2]).toEqual(['a', 'd']);
    expect(left.section.decorations.map(({ column, columns }) => [column, columns])).toEqual([
      [1, 2],
      [2, 1],
      [2, 1],
    ]);
    expect(left.section.decorations.at(-1)!.note).toBe('d');
  });

  test('leave in sight as many columns as were frozen at their left, and the last row’s words with the first column', () => {
    expect(withoutColumns(wide(), { at: 3, count: 1 })).toMatchObject({ frozenColumns: 2, lastRow: 'конец' });
    // Whether fewer are frozen then is to be said anew.
    expect(withoutColumns(wide(), { at: 2, count: 1 }).frozenColumns).toBeLessThan(0);
    expect(withoutColumns(wide(), { at: 1, count: 1 }).lastRow).toBeUndefined();
    expect(withoutColumns(wide(), null)).toEqual(wide());
  });
});

describe('what many tabs have in common', () => {
  test('is as wide as the widest of them, so that each is a copy', () => {
    const designs = [designOf(['a', 'b']), designOf(['a', 'b', 'b', 'n']), designOf(['a', 'b', 'n'])];
    const common = commonTab(designs);
    expect(common.columns).toBe(4);
    for (const design of designs) expect(remakingOf(common, design)).not.toBeNull();
  });

  test('is worth being made first when there are several', () => {
    const designs = Array.from({ length: 4 }, () => designOf(['a', 'b']));
    expect(isWorthWhile(commonTab(designs), designs)).toBe(true);
    expect(isWorthWhile(commonTab(designs), designs.slice(0, 1))).toBe(false);
  });

  describe('wider than the tab it is taken from', () => {
    const columns = [
      { key: 'id', title: 'id', width: 50, format: '@', hidden: true },
      { key: 'b', title: 'b', width: 70, format: '@', help: 'что здесь' },
      { key: 'c', title: 'c', width: 70, format: '@' },
      { key: 'n', title: 'n', width: 40, format: '0', rule: { kind: 'whole-number', help: 'число' } as const },
      { key: 'z', title: 'z', width: 30, format: '0', hidden: true },
    ];
    const narrow = () => keyedDesign({ ...tab([]), columns });
    const wide = () => keyedDesign({ ...tab(['a', 'b', 'c', 'd', 'e', 'f', 'g']) }, [{ a: '1' }]);
    const common = () => commonTab([narrow(), wide()]);

    test('has columns like the commonest of it beside those, as no copy can win columns', () => {
      expect(common().columns).toBe(7);
      expect(common().widths).toEqual([50, 70, 70, 70, 70, 40, 30]);
      expect(common().formats).toEqual(['@', '@', '@', '@', '@', '0', '0']);
      expect(common().hiddenColumns).toEqual([1, 7]);
      expect(common().section.values[2]).toEqual(['id', 'b', '', '', 'c', 'n', 'z']);
    });

    test('has its looks move with its columns and reach over the new ones', () => {
      const look = (row: number, column: number) => lookAt(common().section.decorations, row, column);
      expect([1, 4, 7].map((column) => look(3, column).bold)).toEqual([true, true, true]);
      expect(look(3, 8)).toEqual({});
      expect([2, 3, 4, 5].map((column) => look(3, column).note)).toEqual([...Array(3).fill('что здесь'), undefined]);
      expect([4, 5, 6, 7].map((column) => look(4, column).rule?.kind)).toEqual([
        ...[undefined, undefined],
        'whole-number',
        undefined,
      ]);
      expect(look(4, 6).align).toBe('center');
      expect(look(4, 1)).toEqual({});
    });
  });

  test('has no rows of its own where one of them has none, and of those it is the one most are like', () => {
    const filled = keyedDesign(tab(['a', 'b']), [{ a: '1' }]);
    const bare = designOf(['a', 'b']);
    expect(commonTab([filled, bare])).toBe(bare);
    const odd = designOf(['a', 'nn', 'n']);
    const alike = ['x', 'y', 'z'].map((name) => designOf(['a', 'bbbb', 'n'], { help: name }));
    expect(commonTab([odd, ...alike])).toBe(alike[0]);
    expect(commonTab([...alike, odd])).toBe(alike[0]);
  });

  test('is worth being made as long as what is left to do to each copy is less than half of a tab made from nothing', () => {
    const withCaptions = (count: number) => {
      const rows = Array.from({ length: 20 }, (_, at) => `${at}`);
      const captions = Array.from({ length: count }, (_, at) => at + 2);
      return blocks([rows], captions);
    };
    const mould = blocks([['']]);
    const worth = (count: number) => isWorthWhile(mould, [withCaptions(count), withCaptions(count)]);
    expect([worth(0), worth(17), worth(18), worth(20)]).toEqual([true, true, false, false]);
  });

  test('is not worth being made where each copy has to be painted and widened besides', () => {
    const names = (length: (at: number) => number) =>
      Array.from({ length: 9 }, (_, at) => 'abcdefghi'[at]!.repeat(length(at)));
    const [even, uneven] = [names(() => 5), names((at) => 9 - at)];
    const rows = [Object.fromEntries(uneven.map((name) => [name, '1']))];
    const worth = (own: readonly Record<string, string>[]) => {
      const design = keyedDesign(tab(uneven), own);
      return isWorthWhile(designOf(even), [design, design]);
    };
    expect([worth([]), worth(rows)]).toEqual([true, false]);
  });

  test('is not worth being made for tabs of other kinds, nor for one', () => {
    const other = blocks([['x']]);
    expect(remakingOf(designOf(['a'], { spare: 0 }), other)).toBeNull();
    expect(isWorthWhile(designOf(['a'], { spare: 0 }), [other, other])).toBe(false);
    expect(isWorthWhile(designOf(['a']), [designOf(['b'])])).toBe(false);
  });
});

describe('whatever two tabs are like', () => {
  const blockOf = fc.record({
    rows: fc.nat(3),
    hidden: fc.boolean(),
    thin: fc.boolean(),
    /** Heights and rows out of sight are said of the last column alone. */
    saidOfLast: fc.boolean(),
    caption: fc.boolean(),
    note: fc.constantFrom(null, 'один', 'два'),
    word: fc.constantFrom('', 'а', SHEET_NUMBER),
  });
  const likeness = fc.record({
    blocks: fc.array(blockOf, { minLength: 1, maxLength: 3 }),
    columns: fc.shuffledSubarray(['aa', 'b', 'b ', 'n', 'h'], { minLength: 2 }),
    spare: fc.nat(3),
    lastRow: fc.constantFrom(undefined, 'конец'),
    reaching: fc.boolean(),
    isMarked: fc.boolean(),
    frozen: fc.nat(2),
  });
  type Likeness = typeof likeness extends fc.Arbitrary<infer T> ? T : never;

  /** Blocks with a bold title, framed rows, maybe a caption on top of one, and a blank row. */
  function tabLike({ blocks: all, columns: keys, spare, lastRow, reaching, isMarked, frozen }: Likeness): TabDesign {
    const width = keys.length;
    const wide = { column: 1, columns: width };
    const values: Cell[][] = [];
    const decorations: Decoration[] = [];
    for (const { rows, hidden, thin, saidOfLast, caption, note, word } of all) {
      const said = saidOfLast ? { column: width, columns: 1 } : wide;
      const row = values.length + 1;
      values.push(['title', word], ...Array.from({ length: rows }, (): Cell[] => [word]), ['']);
      decorations.push({ ...wide, row, rows: 1, bold: true });
      if (thin) decorations.push({ ...said, row, rows: 1, height: 3 });
      if (note !== null) decorations.push({ row, column: width, rows: 1, columns: 1, note });
      if (rows > 0) decorations.push({ ...wide, row: row + 1, rows, border: true });
      if (rows > 1 && caption) decorations.push({ ...wide, row: row + 2, rows: 1, italic: true });
      if (hidden) decorations.push({ ...said, row, rows: rows + 2, hideRows: true });
    }
    const rows = values.length + spare + (lastRow === undefined ? 0 : 1);
    const below = rows - values.length;
    if (reaching && below > 0) decorations.push({ ...wide, row: values.length + 1, rows: below, background: '#eee' });
    return {
      ...designOf(keys),
      ...{ section: { values, decorations }, rows, columns: width, frozenRows: frozen, frozenColumns: frozen % 2 },
      widths: keys.map((key) => key.trim().length * 10),
      formats: keys.map((key) => (key === 'n' ? '0' : '@')),
      hiddenColumns: keys.flatMap((key, index) => (key === 'h' ? [index + 1] : [])),
      conditions: isMarked ? [{ ...wide, row: 1, rows: 1, formula: '=A1=1', background: '#fff' }] : undefined,
      ...(lastRow === undefined ? { lastRow: undefined } : { lastRow }),
    } as TabDesign;
  }

  test('a copy of the one, remade, stands as the other would if it were made from nothing', () => {
    let remadeOnes = 0;
    fc.assert(
      fc.property(likeness, likeness, fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }), (one, other, kept) => {
        // As tabs of one kind do, they have blocks in the same order, and the one all columns of the other.
        const blocksOf = one.blocks.map((block, at) => ({
          ...block,
          ...other.blocks[at],
          rows: (other.blocks[at]?.rows ?? 0) + 1,
        }));
        const bare = one.blocks.map((block) => ({ ...block, rows: block.rows + 1, caption: false }));
        const columns = one.columns.filter((_, at) => at === 0 || kept[at] !== 0);
        const [from, to] = [tabLike({ ...one, blocks: bare }), tabLike({ ...other, blocks: blocksOf, columns })];
        const made = remakingOf(from, to);
        if (!made) return;
        remadeOnes += 1;
        expect(remade(standingOf(from), to, made)).toEqual(standingOf(to));
      }),
      { numRuns: 300 },
    );
    expect(remadeOnes).toBeGreaterThan(100);
  });
});
