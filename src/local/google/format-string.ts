/** `Utilities.formatString`: %s, %d, %f, %x, %% with flags `-`, `0`, `+`, a width and a precision, as in C. */
export const formatString = (template: string, values: unknown[]): string => {
  let next = 0;
  return template.replace(/%([-0+]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g, (whole, flags, width, precision, kind) => {
    if (kind === '%') return '%';
    const text = fieldText(values[next++], kind, precision, flags.includes('+'));
    if (text === undefined) throw new Error(`Utilities.formatString of ${whole} is not implemented`);
    return justify(text, flags, Number(width ?? 0), kind);
  });
};

const fieldText = (value: unknown, kind: string, precision: string | undefined, plus: boolean): string | undefined => {
  const number = Number(value);
  const sign = plus && number >= 0 ? '+' : '';
  if (kind === 's') return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
  if (kind === 'd' || kind === 'i') return sign + String(Math.trunc(number));
  if (kind === 'f') return sign + number.toFixed(Number(precision ?? 6));
  if (kind === 'x') return Math.trunc(number).toString(16);
  return undefined;
};

const justify = (text: string, flags: string, width: number, kind: string): string => {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || kind === 's') return text.padStart(width);
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
};
