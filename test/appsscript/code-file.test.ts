import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { type Asleep, type AsleepCode, textIn, woken } from '../../src/appsscript/code-file';
import { District } from './district';

test('code in the comment of a function comes to what it says, ends of comments in it included', () => {
  const asleep = Function("/*@'one *@/, two *@@/'*/") as AsleepCode<string>;
  expect(woken(asleep)).toBe('one */, two *@/');
});

test('whatever text lies in a comment comes out of it as it was', () => {
  const { text } = buildSync({ entryPoints: ['src/local/asleep.mjs'], bundle: true, format: 'cjs', write: false })
    .outputFiles[0]!;
  const module = { exports: {} as { forEdits: (texts: object) => string } };
  new Function('module', text)(module);
  const anyText = fc.string({ unit: fc.constantFrom(...'*@/я"\n\\'), maxLength: 12 });
  fc.assert(
    fc.property(anyText, (data) => {
      const code = module.exports.forEdits({ edit: '', data, seldom: '', codeOfCheck: '', codes: [] });
      expect(textIn(runInContext(`${code} forEdits_.data`, createContext({})))).toBe(data);
    }),
    { numRuns: 100 },
  );
});

test('what is loaded with every keystroke runs nothing of what answers an edit, and no sign of it ends the comment it lies in', () => {
  const context = createContext({});
  runInContext(readFileSync(join('dist', 'Code.js'), 'utf8'), context);
  const { edit, checks, ...data } = runInContext('forEdits_', context);
  for (const asleep of [edit, ...checks, ...Object.values<Asleep>(data)])
    expect(String(asleep).indexOf('*/')).toBe(String(asleep).length - '*/}'.length);
  for (const code of [edit, ...checks]) expect(woken(code)).toBeTruthy();
  for (const text of Object.values<Asleep>(data)) expect(JSON.parse(textIn(text))).toBeTruthy();
});

test('what answers an edit is run from where it lies, not from a copy: no sign in it had to be changed', () => {
  expect(readFileSync(join('dist', 'Code.js'), 'utf8')).not.toContain('/*@');
});

describe('what answers an edit', () => {
  const folder = process.env.FOUR_FORMS!;
  const code = readFileSync(join(folder, 'Code.js'), 'utf8');
  const ready = District.ready();
  const answered = (by: string): unknown[][] => {
    const dist = mkdtempSync(join(tmpdir(), 'saved-'));
    cpSync(folder, dist, { recursive: true });
    writeFileSync(join(dist, 'Code.js'), by);
    const district = ready.copy({ dist });
    district.enter('s1', 'marks', 1, 'five', 'много');
    return district.values(district.tab('s1'));
  };
  const expected = answered(code);

  test('is all in sight: no editor would change what it does not show', () => {
    expect(code.match(/(?![ \n])[\p{C}\p{Z}]/u)).toBeNull();
    expect(code.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  test.each([
    ['with the ends of lines of Windows', code.replaceAll('\n', '\r\n')],
    ['with a mark of its encoding at its beginning', `\ufeff${code}`],
    ['set in lines', code.replaceAll('function () {/*', 'function () {\n  /*').replaceAll('*/}', '*/\n  }')],
  ])('answers it as ever when an editor has saved its file %s', (_, saved) => {
    expect(saved).not.toBe(code);
    expect(answered(saved)).toEqual(expected);
    expect(expected.flat()).toContainEqual(expect.stringContaining('указано «много»'));
  });
});
