import JSZip from 'jszip';
import { findAll, paragraphs, readDocx, textOf } from '../report/docx/read-docx';
import { readPng } from '../report/docx/read-png';
import { District, goodRows } from './district';

interface Built {
  readonly id: string;
  readonly words: string;
  readonly hash: string;
}

function collected(): District {
  const district = District.ready();
  for (const [at, { key }] of district.schools.entries())
    for (const form of ['classes', 'marks', 'pupils'] as const) district.replace(key, form, goodRows(at)[form]);
  district.click('consolidateWorkbook');
  return district;
}

const district = collected();
const build = (of: District) => of.runtime.run('buildReport', ['district', '2023-Q2', 'служебная']) as Built;
const bytesOf = (of: District, id: string) => Uint8Array.from(of.runtime.files.find((file) => file.id === id)!.bytes);
const read = (of: District, { id }: Built) => readDocx(bytesOf(of, id));
const calls = (of: District, name: string): number => of.runtime.calls.byMethod[name] ?? 0;
const journal = (of: District): string =>
  JSON.stringify(
    of.runtime.book.sheets.find(({ name }) => name === 'Журнал') ? of.sheet('Журнал').getDataRange().getValues() : [],
  );

describe('a report drawn by Google', () => {
  const drawn = district.copy();
  const built = build(drawn);

  test('has the picture, what it shows in words, its number and the sentence that refers to it', async () => {
    const { body } = await read(drawn, built);
    const pictures = findAll(body, 'wp:docPr').map(({ attributes }) => attributes);
    expect(pictures[0]).toMatchObject({ id: '1', name: expect.stringMatching(/^Рисунок 1 – /) });
    for (const { descr } of pictures) expect(descr).toMatch(/\d,\d\s%|\d\sиз\s\d/);
    const words = paragraphs(body).map((paragraph) => textOf(paragraph).replaceAll('\u00a0', ' '));
    for (const [index, { name }] of pictures.entries()) {
      expect(words).toContain(name);
      expect(words.some((text) => new RegExp(`на рисунке\\s${index + 1}`).test(text))).toBe(true);
    }
  });

  test('has pictures as wide as the text that are more than white paper, also on a grey print', async () => {
    const zip = await JSZip.loadAsync(bytesOf(drawn, built.id));
    const files = Object.values(zip.files).filter(
      ({ name }) => name.startsWith('word/media/') && name.endsWith('.png'),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { width, height, inked, greys } = readPng(await file.async('uint8array'));
      expect(width).toBe(1000);
      expect(inked).toBeGreaterThan(0.02 * width * height);
      expect(greys).toBeGreaterThan(5);
    }
  });

  test('takes a call for each chart and at most four of Drive; built again it draws nothing', () => {
    const drive = Object.entries(drawn.runtime.calls.byMethod).filter(([name]) => name.startsWith('Drive.'));
    expect(drive.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(4);
    expect(calls(drawn, 'Chart.getAs')).toBeGreaterThan(0);
    drawn.runtime.calls.reset();
    expect(build(drawn).hash).toBe(built.hash);
    expect(calls(drawn, 'Chart.getAs')).toBe(0);
  });
});

describe.each(['refused', 'empty'] as const)('a report of which Google draws nothing (%s)', (side) => {
  const bare = district.copy();
  bare.runtime.uncertain.charts = side;
  const built = build(bare);

  test('is there with its tables, without an empty frame, a caption or a reference to a picture', async () => {
    const { body, parts } = await read(bare, built);
    expect(findAll(body, 'w:tbl').length).toBeGreaterThan(1);
    expect(findAll(body, 'w:drawing')).toEqual([]);
    expect(Object.keys(parts).filter((path) => path.startsWith('word/media/'))).toEqual([]);
    expect(paragraphs(body).map(textOf).join('\n')).not.toMatch(/[Рр]исун/);
  });

  test('says so to the coordinator and in the journal', () => {
    expect(built.words).toMatch(/^Отчёт создан\. Google не нарисовал: рисунок 1.*остались таблицы/);
    const menu = district.copy();
    menu.runtime.uncertain.charts = side;
    menu.click('buildDistrictReport');
    expect(journal(menu)).toMatch(/Google не нарисовал: рисунок 1/);
  });

  test('gets its pictures when Google draws again', async () => {
    const later = bare.copy();
    const again = build(later);
    expect(again.hash).not.toBe(built.hash);
    expect(findAll((await read(later, again)).body, 'w:drawing').length).toBeGreaterThan(0);
  });
});
