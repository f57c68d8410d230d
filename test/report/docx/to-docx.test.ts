import { Packer } from 'docx';
import fc from 'fast-check';
import { devDependencies } from '../../../package.json';
import type { Block, Content, ReportDocument } from '../../../src/model/document';
import { NBSP } from '../../../src/model/notation';
import { mmToTwips, textWidthTwips } from '../../../src/report/docx/measure';
import { toDocx } from './file';
import * as docx from './read-docx';
import { attributeOf, find, findAll, isOn, paragraphs, paragraphWith, parseXml, textOf } from './read-docx';
import { LAYOUT, SAMPLE_DOCUMENT } from './sample-document';

const reportOf = (...blocks: Block[]): ReportDocument => ({ ...SAMPLE_DOCUMENT, blocks });
const read = (...blocks: Block[]) => docx.readDocx(toDocx(reportOf(...blocks)));
const paragraph = (content: Content): Block => ({ kind: 'paragraph', content });
const TEXT_WIDTH = textWidthTwips(LAYOUT);

/** A table of one column, with the note if given. */
const table = (rows: number, note?: string): Block => ({
  kind: 'table',
  caption: 'Таблица 1 – Школы',
  columns: [{ title: 'Школа', width: 1, align: 'left' }],
  rows: Array.from({ length: rows }, (_, i) => [{ content: `Школа ${i + 1}` }]),
  note,
});

describe('the file', () => {
  test('every part is well-formed XML', async () => {
    const parts = await docx.readParts(toDocx(SAMPLE_DOCUMENT));
    for (const xml of Object.values(parts)) expect(() => parseXml(xml)).not.toThrow();
    expect(Object.keys(parts)).toContain('[Content_Types].xml');
  });

  test('the same tree gives the same bytes, whenever it is written', () => {
    jest.useFakeTimers({ now: new Date('2023-07-01T10:00:00Z') });
    const first = toDocx(SAMPLE_DOCUMENT);
    jest.setSystemTime(new Date('2024-02-29T23:59:59Z'));
    const second = toDocx(SAMPLE_DOCUMENT);
    jest.useRealTimers();
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test('another word gives other bytes', () => {
    const [first, second] = ['раз', 'два'].map((word) => Buffer.from(toDocx(reportOf(paragraph(word)))));
    expect(first!.equals(second!)).toBe(false);
  });

  test('title and language stand in the properties', async () => {
    const title = 'Справка <за I & II кварталы>';
    const { parts } = await docx.readDocx(toDocx({ ...reportOf(), title }));
    const core = parseXml(parts['docProps/core.xml']!);
    expect(find(core, 'dc:title')?.children).toEqual([title]);
    expect(find(core, 'dc:language')?.children).toEqual(['ru-RU']);
  });

  test('the tree is not changed', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    expect(() => toDocx(freeze(structuredClone(SAMPLE_DOCUMENT)))).not.toThrow();
  });
});

describe('docx', () => {
  test('is the version whose private Packer.compiler was read', () => {
    expect(devDependencies.docx).toBe('9.15.2');
    const { compiler } = Packer as unknown as { compiler: { compile: unknown } };
    expect(typeof compiler.compile).toBe('function');
  });

  test('without that member the renderer says which version it needs', () => {
    const packer = Packer as unknown as { compiler?: unknown };
    const { compiler } = packer;
    packer.compiler = undefined;
    try {
      expect(() => toDocx(reportOf())).toThrow(/Packer\.compiler\.compile is gone.*9\.15\.2/);
    } finally {
      packer.compiler = compiler;
    }
  });
});

describe('the page', () => {
  test('is A4 with the margins of the layout', async () => {
    const { body } = await read();
    expect(find(body, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    const margins = find(body, 'w:pgMar')!.attributes;
    for (const side of ['left', 'right', 'top', 'bottom'] as const)
      expect(margins[`w:${side}`]).toBe(String(mmToTwips(LAYOUT.marginsMm[side])));
  });

  test('carries its number top centre from the second page on', async () => {
    const { parts, body } = await read();
    expect(isOn(find(body, 'w:sectPr')!, 'w:titlePg')).toBe(true);
    const relations = findAll(parseXml(parts['word/_rels/document.xml.rels']!), 'Relationship');
    const header = (type: string) => {
      const reference = findAll(body, 'w:headerReference').find((one) => one.attributes['w:type'] === type)!;
      const { Target } = relations.find((one) => one.attributes.Id === reference.attributes['r:id'])!.attributes;
      return parseXml(parts[`word/${Target}`]!);
    };
    expect(find(header('default'), 'w:instrText')?.children).toEqual(['PAGE']);
    expect(attributeOf(header('default'), 'w:jc')).toBe('center');
    expect(find(header('first'), 'w:r')).toBeUndefined();
    expect(Number(find(body, 'w:pgMar')!.attributes['w:header'])).toBeGreaterThanOrEqual(mmToTwips(10));
  });
});

describe('pages on their side', () => {
  const turn = (landscape: boolean): Block => ({ kind: 'page', landscape });

  test('are a section of their own, a table in it as wide as they are', async () => {
    const { body } = await read(
      table(1),
      turn(true),
      table(1),
      turn(false),
      turn(true),
      table(1),
      turn(false),
      table(1),
    );
    const sizes = findAll(body, 'w:pgSz').map(({ attributes }) => [attributes['w:w'], attributes['w:orient']]);
    expect(sizes).toEqual([
      ['11906', 'portrait'],
      ['16838', 'landscape'],
      ['11906', 'portrait'],
    ]);
    const wide = TEXT_WIDTH + 16838 - 11906;
    expect(findAll(body, 'w:tblW').map(({ attributes }) => Number(attributes['w:w']))).toEqual([
      ...[TEXT_WIDTH, wide, wide, TEXT_WIDTH],
    ]);
  });

  test('carry their number, too, their first page as well', async () => {
    const { body } = await read(table(1), turn(true), table(1));
    const [, second] = findAll(body, 'w:sectPr');
    expect(isOn(second!, 'w:titlePg')).toBe(false);
    expect(findAll(second!, 'w:headerReference').map(({ attributes }) => attributes['w:type'])).toEqual(['default']);
  });
});

describe('text', () => {
  test('has the font, size and language of the layout', async () => {
    const { styles } = await read();
    const defaults = find(styles, 'w:docDefaults')!;
    for (const script of ['ascii', 'hAnsi', 'eastAsia', 'cs'])
      expect(attributeOf(defaults, 'w:rFonts', `w:${script}`)).toBe('Times New Roman');
    expect([attributeOf(defaults, 'w:sz'), attributeOf(defaults, 'w:szCs')]).toEqual(['26', '26']);
    expect(attributeOf(defaults, 'w:lang')).toBe('ru-RU');
  });

  test('is justified with the first line indented', async () => {
    const { body, styles } = await read(paragraph('Текст'));
    expect(attributeOf(body, 'w:pStyle')).toBe('BodyText');
    const style = docx.styleNamed(styles, 'Body Text');
    expect(attributeOf(style, 'w:jc')).toBe('both');
    expect(attributeOf(style, 'w:ind', 'w:firstLine')).toBe(String(mmToTwips(12.5)));
  });

  test('is not indented where it is centred, unless asked to', async () => {
    const centred: Block = { kind: 'paragraph', content: 'Текст', align: 'center' };
    const { body } = await read(centred, { ...centred, indent: true });
    expect(findAll(body, 'w:pStyle').map((style) => style.attributes['w:val'])).toEqual(['Normal', 'BodyText']);
    expect(findAll(body, 'w:jc').map((align) => align.attributes['w:val'])).toEqual(['center', 'center']);
  });

  test('names the rule of every line spacing of its styles', async () => {
    const { parts, body, styles } = await docx.readDocx(toDocx(SAMPLE_DOCUMENT));
    const written = [...findAll(body, 'w:spacing'), ...findAll(styles, 'w:spacing')].filter(
      (one) => 'w:line' in one.attributes,
    );
    expect(written.length).toBeGreaterThan(10);
    for (const { attributes } of written) expect(attributes['w:lineRule']).toBe('auto');
    expect(parts['word/document.xml']).toContain('w:line="240"');
  });

  test('keeps no-break spaces, spaces at its ends, emoji and characters beyond U+FFFF', async () => {
    const text = ` 46,7${NBSP}% 😀 𝟙𐍈 <a & b> "«»" \u2212 `;
    expect(textOf((await read(paragraph(text))).body)).toBe(text);
  });

  test('keeps a typed line break and makes a tab a space', async () => {
    const { body } = await read(paragraph('раз\r\nдва\nтри\tчетыре'));
    expect(textOf(body)).toBe('раз\nдва\nтри четыре');
  });

  test('loses control characters and lone surrogates', async () => {
    const { parts, body } = await read(paragraph('а\u0000б\u0007в\u001bг\u007fд\u0085е\ud83dж\ude00з\uffffи'));
    expect(textOf(body)).toBe('абвгд\nежзи');
    expect(parts['word/document.xml']).not.toMatch(/[\p{Cc}\p{Cs}\ufffd\ufffe\uffff]/u);
  });

  test('is taken word for word, even where docx has a meaning for it', async () => {
    const words = ['CURRENT', '{list-0}', '{list1-0}', '{Школа-1}', '%1.', '<w:p/>', '&amp;', ']]>'];
    const { body } = await read({ kind: 'list', numbered: true, items: words });
    expect(paragraphs(body).map(textOf)).toEqual(words);
  });

  test('whatever is typed gives a document that reads back', async () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(unit).map((units) => units.join('')),
    );
    const kept = (text: string) =>
      [...text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replace(/\t/g, ' ')]
        .filter((one) => {
          const code = one.codePointAt(0)!;
          const surrogate = code >= 0xd800 && code <= 0xdfff;
          return (
            one === '\n' ||
            (code >= 0x20 && !(code >= 0x7f && code <= 0x9f) && !surrogate && code !== 0xfffe && code !== 0xffff)
          );
        })
        .join('');
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 20, maxLength: 40 }), async (texts) => {
        const { body } = await read(...texts.map(paragraph));
        expect(paragraphs(body).map(textOf)).toEqual(texts.map(kept));
      }),
      { numRuns: 10 },
    );
  });

  test('has its own bold and italic runs', async () => {
    const { body } = await read(paragraph([{ text: 'а', bold: true }, { text: 'б', italic: true }, { text: 'в' }]));
    const runs = findAll(body, 'w:r');
    expect(runs.map((run) => [isOn(run, 'w:b'), isOn(run, 'w:i')])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test('that is empty is a blank line', async () => {
    const { body } = await read(paragraph(''), paragraph([]), paragraph([{ text: '' }]));
    expect(paragraphs(body).map(textOf)).toEqual(['', '', '']);
  });
});

describe('headings', () => {
  test('are real, black, bold, in the font of the text, and stay with what follows', async () => {
    const { body, styles } = await read(
      { kind: 'title', content: 'АНАЛИТИЧЕСКАЯ СПРАВКА' },
      { kind: 'heading', level: 1, content: '1. Часть' },
      { kind: 'heading', level: 2, content: '1.1. Раздел' },
    );
    expect(findAll(body, 'w:pStyle').map((one) => one.attributes['w:val'])).toEqual(['Title', 'Heading1', 'Heading2']);
    for (const name of ['Title', 'Heading 1', 'Heading 2']) {
      const style = docx.styleNamed(styles, name);
      expect([isOn(style, 'w:b'), isOn(style, 'w:keepNext')]).toEqual([true, true]);
      expect([attributeOf(style, 'w:color'), attributeOf(style, 'w:rFonts', 'w:ascii')]).toEqual([
        '000000',
        'Times New Roman',
      ]);
    }
    expect(attributeOf(docx.styleNamed(styles, 'Title'), 'w:jc')).toBe('center');
  });
});

describe('a table', () => {
  test('has one set of absolute widths on grid and cells, adding up to the text width', async () => {
    const { body } = await docx.readDocx(toDocx(SAMPLE_DOCUMENT));
    for (const one of findAll(body, 'w:tbl')) {
      const grid = findAll(one, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(TEXT_WIDTH);
      expect(find(one, 'w:tblW')?.attributes).toMatchObject({ 'w:type': 'dxa', 'w:w': String(TEXT_WIDTH) });
      expect(attributeOf(one, 'w:tblLayout', 'w:type')).toBe('fixed');
      for (const row of findAll(one, 'w:tr')) {
        let column = 0;
        for (const cell of findAll(row, 'w:tc')) {
          const span = Number(attributeOf(cell, 'w:gridSpan') ?? 1);
          const width = grid.slice(column, column + span).reduce((sum, part) => sum + part, 0);
          expect(find(cell, 'w:tcW')?.attributes).toMatchObject({ 'w:type': 'dxa', 'w:w': String(width) });
          column += span;
        }
        expect(column).toBe(grid.length);
      }
    }
  });

  test('has borders on every cell', async () => {
    const { body } = await read(table(3));
    const cells = findAll(body, 'w:tc');
    expect(cells).toHaveLength(4);
    for (const borders of cells.map((cell) => find(cell, 'w:tcBorders')!))
      for (const side of ['top', 'left', 'bottom', 'right']) expect(attributeOf(borders, `w:${side}`)).toBe('single');
  });

  test('repeats its header row and breaks no row over pages', async () => {
    const { body } = await read(table(60));
    const rows = findAll(body, 'w:tr');
    expect(rows.map((row) => isOn(row, 'w:tblHeader'))).toEqual([true, ...Array(60).fill(false)]);
    // An importer that only looks whether the element is there must not take every row for a header.
    expect(findAll(body, 'w:tblHeader')).toHaveLength(1);
    expect(rows.every((row) => isOn(row, 'w:cantSplit'))).toBe(true);
  });

  test('stands between its caption and its note, held together', async () => {
    const { body, styles } = await read(table(2, 'Примечание'));
    const order = body.children.map((child) => (typeof child === 'string' ? child : textOf(child)));
    expect(order.slice(0, 3)).toEqual([`Таблица 1${NBSP}– Школы`, 'ШколаШкола 1Школа 2', 'Примечание']);
    expect(isOn(docx.styleNamed(styles, 'caption'), 'w:keepNext')).toBe(true);
    expect(findAll(body, 'w:tr').map((row) => isOn(row, 'w:keepNext'))).toEqual([true, true, true]);
    const size = (name: string) => Number(attributeOf(docx.styleNamed(styles, name), 'w:sz'));
    expect(size('Table Note')).toBeLessThan(size('Table Text'));
  });

  const keptRows = async (block: Block) =>
    findAll((await read(block)).body, 'w:tr').map((row) => isOn(row, 'w:keepNext'));

  test('leaves no few rows alone, neither below its head nor at its end', async () => {
    const kept = await keptRows(table(30, 'Примечание'));
    expect(kept.slice(0, 3)).toEqual([true, true, false]);
    expect(kept.slice(-5)).toEqual([false, true, true, true, true]);
  });

  test('does not leave a row that names those below it alone at the end of a page', async () => {
    const many = table(20) as Extract<Block, { kind: 'table' }>;
    const columns = [many.columns[0]!, { ...many.columns[0]!, title: 'n' }].map((one) => ({ ...one, width: 0.5 }));
    const rows = many.rows.map(([cell], index) =>
      index === 9 ? [{ content: 'Район', span: 2 }] : [cell!, { content: String(index) }],
    );
    expect((await keptRows({ ...many, columns, rows })).slice(9, 12)).toEqual([false, true, false]);
  });

  test('of tall rows is torn between any of them: a page would stay half empty', async () => {
    const tall = table(4) as Extract<Block, { kind: 'table' }>;
    const rows = tall.rows.map(() => [{ content: 'слово '.repeat(80) }]);
    expect(await keptRows({ ...tall, rows })).toEqual([true, false, false, false, false]);
  });

  test.each([
    ['доля × 100 %', `доля ×${NBSP}100${NBSP}%`],
    ['за II квартал 2023 г. (III кв. 2022 г.)', `за II${NBSP}квартал 2023${NBSP}г. (III${NBSP}кв. 2022${NBSP}г.)`],
    ['приказ № 341, п. 3.2; 5 п. п.', `приказ${NBSP}№${NBSP}341, п.${NBSP}3.2; 5 п.${NBSP}п.`],
    ['Школа №3 – 11, Школа №4 – 2', `Школа${NBSP}№3${NBSP}– 11, Школа${NBSP}№4${NBSP}– 2`],
  ])('does not break the line within «%s»', async (typed, printed) => {
    const { body } = await read({ ...table(1), rows: [[{ content: typed }]] } as Block, paragraph(typed));
    expect(textOf(body)).toContain(printed);
    expect(textOf(paragraphs(body).at(-1)!)).toBe(printed);
  });

  test('has smaller text, single-spaced, without the indent of the first line', async () => {
    const { body, styles } = await read(table(1));
    const cells = findAll(body, 'w:tc');
    expect(cells.map((cell) => attributeOf(cell, 'w:pStyle'))).toEqual(['TableText', 'TableText']);
    const style = docx.styleNamed(styles, 'Table Text');
    expect([attributeOf(style, 'w:sz'), attributeOf(style, 'w:spacing', 'w:line')]).toEqual(['24', '240']);
    expect(find(style, 'w:ind')).toBeUndefined();
  });

  test('that is dense has smaller print still', async () => {
    const { body, styles } = await read({ ...table(1), dense: true } as Block);
    expect(findAll(body, 'w:tc').map((cell) => attributeOf(cell, 'w:pStyle'))).toEqual(['DenseText', 'DenseText']);
    expect(attributeOf(docx.styleNamed(styles, 'Dense Table Text'), 'w:sz')).toBe('20');
  });

  test('aligns a cell by its column, unless the cell says otherwise', async () => {
    const { body } = await read({
      kind: 'table',
      caption: '',
      columns: [
        { title: 'а', width: 0.5, align: 'left' },
        { title: 'б', width: 0.5, align: 'center' },
      ],
      rows: [[{ content: '1' }, { content: '2', align: 'right', bold: true }]],
    });
    expect(findAll(find(body, 'w:tbl')!, 'w:jc').map((one) => one.attributes['w:val'])).toEqual([
      'center',
      'center',
      'left',
      'right',
    ]);
    expect(isOn(paragraphWith(body, '2'), 'w:b')).toBe(true);
  });

  test('without rows is its header, without columns its caption', async () => {
    const { body } = await read(table(0));
    expect(findAll(body, 'w:tr')).toHaveLength(1);
    const bare = await read({ kind: 'table', caption: 'Таблица 1', columns: [], rows: [] });
    expect([find(bare.body, 'w:tbl'), textOf(bare.body)]).toEqual([undefined, 'Таблица 1']);
  });

  test('fills up a short row and refuses one that is too long', async () => {
    const columns = ['а', 'б', 'в'].map((title) => ({ title, width: 1 / 3, align: 'left' as const }));
    const rowOf = (...cells: { content: string; span?: number }[]): Block => ({
      kind: 'table',
      caption: '',
      columns,
      rows: [cells],
    });
    const { body } = await read(rowOf({ content: 'итого', span: 2 }));
    expect(findAll(findAll(body, 'w:tr')[1]!, 'w:tc').map(textOf)).toEqual(['итого', '']);
    expect(() => toDocx(reportOf(rowOf({ content: 'итого', span: 4 })))).toThrow(
      'covers 4 columns of a table that has 3',
    );
  });

  test('never touches the next one', async () => {
    const { body } = await read(
      table(1),
      { kind: 'two-sides', left: 'а', right: 'б' },
      { kind: 'two-sides', left: 'в', right: '' },
    );
    const names = body.children.map((child) => (typeof child === 'string' ? child : child.name)).join(' ');
    expect(names).not.toContain('w:tbl w:tbl');
    expect(names).not.toContain('w:tbl w:sectPr');
  });
});

describe('two sides', () => {
  test('stand at the margins, without borders', async () => {
    const { body } = await read({ kind: 'two-sides', left: 'Начальник', right: 'Л. А. Попова' });
    expect(findAll(body, 'w:tc').map((cell) => [textOf(cell), attributeOf(cell, 'w:jc')])).toEqual([
      ['Начальник', 'left'],
      ['Л. А. Попова', 'right'],
    ]);
    const borders = findAll(body, 'w:tcBorders').flatMap((one) => one.children as docx.Element[]);
    expect(borders.map((border) => border.attributes['w:val'])).toEqual(Array(8).fill('none'));
    expect(attributeOf(find(body, 'w:tblCellMar')!, 'w:left', 'w:w')).toBe('0');
  });

  test('as a signature never stand alone on a page', async () => {
    const signature: Block = { kind: 'two-sides', left: 'Начальник', right: 'Л. А. Попова' };
    const { body } = await read(
      paragraph('Вывод'),
      signature,
      { kind: 'list', numbered: true, items: ['раз', 'два'] },
      signature,
    );
    const kept = (text: string) => isOn(paragraphWith(body, text), 'w:keepNext');
    expect([kept('Вывод'), kept('раз'), kept('два')]).toEqual([true, false, true]);
  });
});

describe('a list', () => {
  const list = (numbered: boolean): Block => ({ kind: 'list', numbered, items: ['раз', 'два'] });

  test('is numbered for real, from 1 in every list', async () => {
    const { parts, body } = await read(list(true), list(true));
    const ids = findAll(body, 'w:numId').map((one) => one.attributes['w:val']!);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    const numbering = parseXml(parts['word/numbering.xml']!);
    const abstractOf = (id: string) =>
      attributeOf(findAll(numbering, 'w:num').find((one) => one.attributes['w:numId'] === id)!, 'w:abstractNumId');
    expect(abstractOf(ids[0]!)).not.toBe(abstractOf(ids[2]!));
    const levels = findAll(numbering, 'w:abstractNum')
      .filter((one) => [abstractOf(ids[0]!), abstractOf(ids[2]!)].includes(one.attributes['w:abstractNumId']))
      .map((one) => find(one, 'w:lvl')!);
    for (const level of levels) {
      expect([attributeOf(level, 'w:start'), attributeOf(level, 'w:numFmt'), attributeOf(level, 'w:lvlText')]).toEqual([
        '1',
        'decimal',
        '%1.',
      ]);
      expect(find(level, 'w:ind')?.attributes).toMatchObject({ 'w:left': '0', 'w:firstLine': String(mmToTwips(12.5)) });
    }
  });

  test('without numbers has dashes', async () => {
    const { parts } = await read(list(false));
    expect(parts['word/numbering.xml']).toContain('w:lvlText w:val="–"');
  });
});

test('contents lead to every part by its heading and ask for its page', async () => {
  const { body } = await read(
    { kind: 'contents', content: 'Содержание' },
    { kind: 'heading', level: 1, content: '1. Кратко' },
    paragraph('Текст'),
    { kind: 'heading', level: 1, content: '2. Школы' },
  );
  const links = findAll(body, 'w:hyperlink');
  const marks = findAll(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
  expect(links.map(textOf)).toEqual(['1. Кратко', '2. Школы']);
  expect(links.map(({ attributes }) => attributes['w:anchor'])).toEqual(marks);
  const asked = findAll(body, 'w:instrText').map((each) => textOf(each) || String(each.children[0]));
  expect(asked.map((text) => /PAGEREF (\S+)/.exec(text)?.[1])).toEqual(marks);
});

test('who has written it never stands on another page than the signature', async () => {
  const { body } = await read({ kind: 'two-sides', left: 'Директор', right: 'Фамилия', below: 'Исполнитель: ИМЦ' });
  const rows = findAll(body, 'w:tr');
  expect(rows.map(textOf)).toEqual(['ДиректорФамилия', 'Исполнитель: ИМЦ']);
  expect(findAll(rows[0]!, 'w:keepNext')).toHaveLength(2);
});

test('words of a cell lead to their address, and nowhere where it is none', async () => {
  const cells = [
    { content: 'открыть', link: 'https://example.org/a?b=1&c=2' },
    { content: 'ещё раз', link: 'https://example.org/a?b=1&c=2' },
    { content: 'никуда', link: 'на полке' },
  ];
  const column = { width: 1, align: 'left' } as const;
  const columns = cells.map((_, index) => ({ ...column, title: `Графа ${index}` }));
  const { parts, body } = await read({ kind: 'table', caption: 'Таблица 1', columns, rows: [cells] });
  const links = findAll(body, 'w:hyperlink');
  expect(links.map(textOf)).toEqual(['открыть', 'ещё раз']);
  const relations = findAll(parseXml(parts['word/_rels/document.xml.rels']!), 'Relationship');
  const targets = links.map(({ attributes }) => relations.filter((one) => one.attributes.Id === attributes['r:id']));
  expect(targets.map((found) => found.map(({ attributes }) => [attributes.Target, attributes.TargetMode]))).toEqual([
    [['https://example.org/a?b=1&c=2', 'External']],
    [['https://example.org/a?b=1&c=2', 'External']],
  ]);
});

test('a word behind the text stands in the header of every page, the first and those on their side too', async () => {
  const wide: Block[] = [paragraph('Текст'), { kind: 'page', landscape: true }, paragraph('Широкая таблица')];
  const headersOf = async (watermark?: string) => {
    const report = { ...reportOf(...wide), ...(watermark === undefined ? {} : { watermark }) };
    const parts = await docx.readParts(toDocx(report));
    const headers = Object.keys(parts).filter((path) => /^word\/header\d+\.xml$/.test(path));
    return headers.map((path) => findAll(parseXml(parts[path]!), 'v:textpath').map((one) => one.attributes.string));
  };
  expect((await headersOf('ПРЕДВАРИТЕЛЬНО')).map((found) => found.filter((word) => word))).toEqual([
    ['ПРЕДВАРИТЕЛЬНО'],
    ['ПРЕДВАРИТЕЛЬНО'],
    ['ПРЕДВАРИТЕЛЬНО'],
  ]);
  expect((await headersOf()).flat()).toEqual([]);
});
