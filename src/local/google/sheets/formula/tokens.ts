export interface Token {
  kind: 'number' | 'text' | 'reference' | 'error' | 'name' | 'operator' | 'space';
  text: string;
}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!`;
const REFERENCE = `(?:${SHEET})?(?:${CELL}:(?:${CELL}|${COLUMN}|${ROW})|${COLUMN}:${COLUMN}|${ROW}:${ROW}|${CELL})(?![\\p{L}\\d_(.])`;

const TOKEN = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<text>"(?:[^"]|"")*")',
    '(?<error>(?:' + SHEET + ')?#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|ERROR!))',
    `(?<reference>${REFERENCE})`,
    '(?<name>[\\p{L}_][\\p{L}\\d_.]*)',
    '(?<operator><>|<=|>=|[-+*/^&=<>%();,{}\\\\:])',
  ].join('|'),
  'uy',
);

const NUMBERS: Record<string, RegExp> = {
  '.': /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y,
  ',': /\d+(?:,\d*)?(?:[eE][+-]?\d+)?|,\d+(?:[eE][+-]?\d+)?/y,
};

/** The tokens of a formula after its `=`, whose texts add up to it again; `undefined` when it has anything else in it. */
export function tokenize(formula: string, decimal: string): Token[] | undefined {
  const text = formula.replace(/^=/, '');
  const number = NUMBERS[decimal] ?? NUMBERS['.']!;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    number.lastIndex = at;
    const digits = match?.groups?.reference ? null : number.exec(text);
    if (digits) {
      tokens.push({ kind: 'number', text: digits[0] });
      at += digits[0].length;
    } else if (match) {
      const kind = Object.entries(match.groups!).find(([, found]) => found !== undefined)![0] as Token['kind'];
      tokens.push({ kind, text: match[0] });
      at += match[0].length;
    } else return undefined;
  }
  return tokens;
}
