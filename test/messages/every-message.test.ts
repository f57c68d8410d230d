import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..', 'src');
/** Where the words stand that people are told: remarks, refusals, outcomes, panels. */
const TOLD = [
  'messages',
  'domain',
  'pipeline',
  'appsscript',
  'sidebar',
  'workbook',
  'programme/forms',
  'programme/registers',
];

/** Data by which words of others are recognised, and what «Проверить установку» prints for whoever deploys: members of Google’s services. */
const NOT_TOLD = /^(?:domain\/(?:error-words|personal-data)\.ts|appsscript\/probe\/)/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

interface Told {
  readonly where: string;
  /** What stands there for certain; «…» where a value comes. */
  readonly text: string;
}

const escaped = (char: string): string => (char === 'n' ? '\n' : char);

const isTold = (text: string): boolean => /[А-Яа-яЁё]{2}/.test(text);

/** The strings of a file, each with «…» for its values; strings among these values are strings of their own. */
function stringsIn(code: string): string[] {
  const found: string[] = [];
  const isRegExp = (at: number): boolean => /[=(,:[!&|?{};\n]\s*$/.test(code.slice(Math.max(0, at - 30), at));
  let at = 0;
  const template = (): string => {
    let text = '';
    at += 1;
    while (at < code.length && code[at] !== '`') {
      if (code[at] === '\\') {
        text += escaped(code[at + 1]!);
        at += 2;
      } else if (code.startsWith('${', at)) {
        at += 2;
        walk('}');
        text += '…';
      } else text += code[at++];
    }
    at += 1;
    return text;
  };
  const quoted = (quote: string): string => {
    let text = '';
    at += 1;
    while (at < code.length && code[at] !== quote) {
      if (code[at] === '\\') {
        text += escaped(code[at + 1]!);
        at += 2;
      } else text += code[at++];
    }
    at += 1;
    return text;
  };
  const skipRegExp = (): void => {
    let inClass = false;
    at += 1;
    while (at < code.length && (inClass || code[at] !== '/')) {
      if (code[at] === '\\') at += 1;
      else if (code[at] === '[') inClass = true;
      else if (code[at] === ']') inClass = false;
      at += 1;
    }
    at += 1;
  };
  function walk(end: string): void {
    let depth = 0;
    while (at < code.length) {
      const char = code[at]!;
      if (depth === 0 && char === end) {
        at += 1;
        return;
      }
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      if (code.startsWith('//', at)) at = (code.indexOf('\n', at) + 1 || code.length + 1) - 1;
      else if (code.startsWith('/*', at)) at = code.indexOf('*/', at) + 2;
      else if (char === '`') found.push(template());
      else if (char === "'" || char === '"') found.push(quoted(char));
      else if (char === '/' && isRegExp(at)) skipRegExp();
      else at += 1;
    }
  }
  walk('');
  return found;
}

const told: readonly Told[] = TOLD.flatMap((folder) =>
  filesIn(join(ROOT, folder)).flatMap((file) =>
    stringsIn(readFileSync(file, 'utf8'))
      .filter((text) => isTold(text) && !NOT_TOLD.test(relative(ROOT, file)))
      .map((text) => ({ where: relative(ROOT, file), text })),
  ),
);

test('the walk meets the words of every kind', () => {
  for (const folder of TOLD) expect(told.filter(({ where }) => where.startsWith(folder)).length).toBeGreaterThan(10);
});

/** Names that people read so. */
const NAMES =
  /Google|Apps Script|Drive(?: API)?|Excel|Ctrl|CSV|\.?zip|#[A-Z]+[!?]|\.?xlsx|\.?docx|\.?csv|e-mail|https?:\S*|example\S*|edu|sch|[IVX]+|[A-Z]{1,2}\d+/g;

test('no message has a word of English', () => {
  const english = told.filter(({ text }) =>
    /[A-Za-z]{2,}|[А-яЁё][A-Za-z]|[A-Za-z][А-яЁё]/.test(text.replace(NAMES, '')),
  );
  expect(english).toEqual([]);
});

/** Longer than anybody reads in a margin or a corner. */
const LONGEST = 200;

/** The order's own words, and what stands in the note of a register's head. */
const OF_THE_ORDER = /^programme\/registers\//;

test('no message is longer than people read', () => {
  expect(told.filter(({ where, text }) => text.length > LONGEST && !OF_THE_ORDER.test(where))).toEqual([]);
});
