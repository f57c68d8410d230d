import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { type Asleep, woken } from '../../src/appsscript/code-file';

test('code in the comment of a function comes to what it says, ends of comments in it included', () => {
  const asleep = Function("/*'one *@/, two *@@/'*/") as Asleep<string>;
  expect(woken(asleep)).toBe('one */, two *@/');
});

test('what is loaded with every keystroke runs nothing of what answers an edit, and no sign of it ends the comment it lies in', () => {
  const context = createContext({});
  runInContext(readFileSync(join('dist', 'Code.js'), 'utf8'), context);
  const [forEdits, checks] = runInContext('[forEdits_, checks_]', context) as [Asleep<unknown>, Asleep<unknown>[]];
  for (const asleep of [forEdits, ...checks]) {
    const text = String(asleep);
    expect(text.indexOf('*/')).toBe(text.length - '*/}'.length);
    expect(woken(asleep)).toBeTruthy();
  }
});
