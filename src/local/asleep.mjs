// Texts that an edit asks for, in comments of functions: V8 reads over them until then.
import { compiledAtOnce } from './compiled-at-once.mjs';

/** As src/appsscript/code-file.ts has it: no sign in a text may end the comment. */
const inComment = (text) =>
  text.startsWith('@') || text.includes('*/') ? `@${text.replaceAll('*@', '*@@').replaceAll('*/', '*@/')}` : text;
const asleep = (text) => `function () {/*${inComment(text)}*/}`;
const asleepCode = (code, file) => asleep(`${code}\n//# sourceURL=${file}`);

const EDIT_FILE = 'edit.js';
const checksFile = (index) => `checks-${index}.js`;
/** What src/appsscript/keystroke/programme.ts asks for is handed over. */
const GIVEN = '(function(TEXTS){return ';

/** Where the texts lie: `edit` is the code that answers an edit, the others are what it asks for. */
export const forEdits = ({ edit, data, seldom, codeOfCheck, codes }) => `var forEdits_ = {
edit: ${asleepCode(`${GIVEN}${edit}})`, EDIT_FILE)},
data: ${asleep(data)},
seldom: ${asleep(seldom)},
codeOfCheck: ${asleep(codeOfCheck)},
checks: [${codes.map((code, index) => asleepCode(code, checksFile(index))).join(',\n')}],
};\n`;

/** The same texts with the functions compiled at once that `called` has, places by file. */
export function compiledFor(called, { edit, codes, ...rest }) {
  const ready = (code, file, start = 0) => {
    const places = (called.get(file) ?? []).map(([from, to]) => [from - start, to - start]);
    return compiledAtOnce(
      code,
      places.filter(([from, to]) => 0 < from && to < code.length),
    );
  };
  return {
    ...rest,
    edit: ready(edit, EDIT_FILE, GIVEN.length),
    codes: codes.map((code, index) => ready(code, checksFile(index))),
  };
}
