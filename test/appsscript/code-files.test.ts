import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { codeIn, pageOf } from './code-files';
import { DIST, District, distWith } from './district';

const FILES = ['commands', 'docx'];

describe.each(FILES)('dist/%s.html', (file) => {
  const page = pageOf(file);

  test('has nothing that HTML gives a meaning to, and no line that an editor would trim', () => {
    expect(page.match(/[&<>]|(?![ \n])[\p{C}\p{Z}]/u)).toBeNull();
    expect(page.split('\n').filter((line) => line !== line.trim())).toEqual([]);
  });

  test('is the same code when an editor has broken its lines otherwise', () => {
    expect(codeIn(page.replace(/\n/g, '\r\n'))).toBe(codeIn(page));
    expect(codeIn(page.replace(/\n/g, ''))).toBe(codeIn(page));
  });

  test('runs in a bare context, touching no service', () => {
    const touched: string[] = [];
    const service = (name: string) => new Proxy({}, { get: (_, key) => touched.push(`${name}.${String(key)}`) });
    const names = ['SpreadsheetApp', 'Utilities', 'PropertiesService', 'LockService', 'ScriptApp', 'Drive', 'Session'];
    const context = createContext(Object.fromEntries(names.map((name) => [name, service(name)])));
    expect(() => runInContext(codeIn(page), context)).not.toThrow();
    expect(touched).toEqual([]);
  });
});

test('what every keystroke loads is less than a third of the add-on', () => {
  const loaded = readFileSync(join(DIST, 'Code.js'), 'utf8').length;
  const all = FILES.reduce((sum, file) => sum + pageOf(file).length, loaded);
  expect(loaded / all).toBeLessThan(1 / 3);
});

test('what every keystroke loads has the checks with their words, without the cases that show them', () => {
  const loaded = readFileSync(join(DIST, 'Code.js'), 'utf8');
  expect(loaded).toContain('строку итогов удалите');
  expect(loaded).not.toContain('По школе');
  expect(loaded).not.toMatch(/\bsays:\s*\[/);
});

test('opening and typing start no file of code; a command starts its own', () => {
  const marked = FILES.map((file) => [`${file}.html`, `console.log('started ${file}');${pageOf(file)}`] as const);
  const district = new District({ dist: distWith(Object.fromEntries(marked)) });
  const started = () => district.runtime.logs.map(({ text }) => text).filter((text) => text.startsWith('started'));
  district.runtime.open();
  district.runtime.edit(district.runtime.book.sheets[0]!.name, 'A1', 'слово');
  expect(started()).toEqual([]);
  district.click('setUpWorkbook');
  expect(started()).toEqual(['started commands']);
});
