/** `Utilities.parseCsv`: rows of texts by RFC 4180. No rows for an empty text. */
export const parseCsv = (text: string, delimiter = ','): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = readField(text, at, delimiter);
    row.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
};

const readField = (text: string, from: number, delimiter: string): { value: string; end: number } => {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { value: text.slice(from, end), end };
  }
  let value = '';
  let at = from + 1;
  while (at < text.length) {
    if (text[at] === '"' && text[at + 1] === '"') at += 1;
    else if (text[at] === '"') return { value, end: at + 1 };
    value += text[at];
    at += 1;
  }
  return { value, end: at };
};
