import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { type Asleep, type AsleepCode, textIn, woken } from '../../src/appsscript/code-file';

test('code in the comment of a function comes to what it says, ends of comments in it included', () => {
  const asleep = Function("/*'one *@/, two *@@/'*/") as AsleepCode<string>;
  expect(woken(asleep)).toBe('one */, two *@/');
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
