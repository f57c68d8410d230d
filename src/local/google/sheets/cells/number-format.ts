/** Patterns that mean "as it comes". */
const GENERAL = new Set(['', 'General', '0.###############']);

/** What `getNumberFormat` says of a cell nobody formatted [K]. */
export const GENERAL_PATTERN = '0.###############';

export const isGeneral = (format: string | undefined): boolean => format === undefined || GENERAL.has(format);

export const isText = (format: string | undefined): boolean => format === '@';

const dates = new Map<string, boolean>();

/** Whether a pattern shows numbers as dates, times or durations; `getValue` gives a Date for these. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || GENERAL.has(format)) return false;
  let answer = dates.get(format);
  if (answer === undefined) {
    const bare = format
      .replace(/"[^"]*"/g, '')
      .replace(/\\./g, '')
      .replace(/\[\$[^\]]*\]|\[(?:red|green|blue|black|white|yellow|cyan|magenta|color\d+)\]/gi, '');
    answer = /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/\.0+/g, ''));
    dates.set(format, answer);
  }
  return answer;
}
