import type { RawRow, School } from '../../model';

/**
 * Class lists and marks as somebody would compute them who writes for these two forms alone: every check and every sum of
 * the core, none of its generality. It is what the core is measured against.
 */

interface Bin {
  five: number;
  four: number;
  three: number;
  two: number;
  notAssessed: number;
  rows: number;
  leftOut: number;
}

interface Rates {
  readonly pass: number | null;
  readonly quality: number | null;
  readonly fail: number | null;
  readonly sou: number | null;
  readonly mean: number | null;
  readonly intervals: readonly (readonly [number, number])[];
}

const COUNTS = ['enrolled', 'exempt', 'five', 'four', 'three', 'two', 'notAssessed'] as const;
const PERSONAL = [
  /(?:^|[^А-ЯЁа-яё])[А-ЯЁ][а-яё]{2,}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}/,
  /[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы)(?![а-яё])/,
  /\d{3}-\d{3}-\d{3}[ -]\d{2}/,
  /(?:\+7|(?:^|\D)8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/,
  /[\w.+-]+@[\w-]+\.\w+/,
];
const Z = 1.959963984540054;

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

function wilson(k: number, n: number): readonly [number, number] {
  const p = k / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const centre = p + (Z * Z) / (2 * n);
  const scale = 1 + (Z * Z) / n;
  return [(100 * (centre - spread)) / scale, (100 * (centre + spread)) / scale];
}

const plain = (text: string): string =>
  text.toLowerCase().replace(/ё/g, 'е').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();

class PlainRun {
  readonly issues: string[] = [];
  readonly bins = new Map<string, Bin>();
  private listed = new Map<string, number>();
  private seen = new Set<string>();
  private school = '';

  takeSchool(rows: readonly RawRow[], group: string, school: School): void {
    this.listed = new Map();
    this.seen = new Set();
    this.school = school.key;
    for (const row of rows) if (row.form === 'classes') this.takeClass(row);
    for (const row of rows) if (row.form === 'marks') this.takeMarks(row, group, school);
  }

  private say(row: RawRow, words: string): void {
    this.issues.push(`${this.school}|${row.form}|${row.row}|${words}`);
  }

  private takeClass(row: RawRow): void {
    const { enrolled } = row.cells;
    const key = this.keyOf(row, '');
    if (!key || !this.checkTexts(row)) return;
    if (!isCount(enrolled)) {
      this.say(row, 'enrolled');
      return;
    }
    if (enrolled > 40) this.say(row, 'unlikely');
    if (this.listed.has(key)) this.say(row, 'duplicate');
    this.listed.set(key, enrolled);
  }

  private keyOf(row: RawRow, subject: string): string {
    const match = /^(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/.exec(String(row.cells.grade));
    if (!match || Number(match[1]) > 12) {
      this.say(row, 'grade');
      return '';
    }
    return `${match[1]}|${plain(String(row.cells.letter))}|${plain(subject)}`;
  }

  private checkTexts(row: RawRow): boolean {
    for (const key of ['grade', 'letter', 'subject']) {
      const text = String(row.cells[key] ?? '');
      if (text.length > 100) this.say(row, 'too long');
      if (/итог|всего|сумма/i.test(text)) return false;
      for (const pattern of PERSONAL) if (pattern.test(text)) this.say(row, 'personal');
    }
    for (const pattern of PERSONAL) if (pattern.test(row.explanation)) this.say(row, 'personal');
    return true;
  }

  private takeMarks(row: RawRow, group: string, school: School): void {
    const subject = String(row.cells.subject);
    const valid = this.checkMarks(row, subject, school);
    const grade = String(row.cells.grade);
    for (const slice of ['', `s${plain(subject)}`, `g${grade}`]) {
      this.add(`school ${this.school}|${slice}`, row, valid);
      this.add(`group ${group}|${slice}`, row, valid);
      this.add(`district|${slice}`, row, valid);
    }
  }

  private checkMarks(row: RawRow, subject: string, school: School): boolean {
    const { cells } = row;
    const key = this.keyOf(row, subject);
    if (!key || subject === '' || !/\p{L}/u.test(subject) || !this.checkTexts(row)) return false;
    for (const field of COUNTS) {
      if (isCount(cells[field])) continue;
      this.say(row, field);
      return false;
    }
    const [enrolled, exempt, five, four, three, two, notAssessed] = COUNTS.map((field) => cells[field] as number);
    const assessed = five! + four! + three! + two! + notAssessed!;
    if (assessed + exempt! > enrolled!) {
      this.say(row, 'more');
      return false;
    }
    if (assessed + exempt! < enrolled!) this.say(row, 'less');
    if (five! + four! + three! > assessed || five! + four! > assessed || two! > assessed) this.say(row, 'part');
    if (enrolled! > 40) this.say(row, 'unlikely');
    if (school.type === 'ООШ' && Number(cells.grade) > 9) this.say(row, 'not taught');
    const expected = this.listed.get(`${key.split('|').slice(0, 2).join('|')}|`);
    if (expected === undefined) this.say(row, 'not listed');
    else if (expected !== enrolled) this.say(row, 'differs');
    if (this.seen.has(key)) {
      this.say(row, 'duplicate');
      return false;
    }
    this.seen.add(key);
    return true;
  }

  private add(name: string, { cells }: RawRow, valid: boolean): void {
    let bin = this.bins.get(name);
    if (!bin) {
      bin = { five: 0, four: 0, three: 0, two: 0, notAssessed: 0, rows: 0, leftOut: 0 };
      this.bins.set(name, bin);
    }
    if (!valid) {
      bin.leftOut += 1;
      return;
    }
    bin.five += cells.five as number;
    bin.four += cells.four as number;
    bin.three += cells.three as number;
    bin.two += cells.two as number;
    bin.notAssessed += cells.notAssessed as number;
    bin.rows += 1;
  }
}

function ratesOf({ five, four, three, two, notAssessed }: Bin): Rates {
  const n = five + four + three + two + notAssessed;
  const graded = n - notAssessed;
  if (n === 0) return { pass: null, quality: null, fail: null, sou: null, mean: null, intervals: [] };
  return {
    pass: (100 * (five + four + three)) / n,
    quality: (100 * (five + four)) / n,
    fail: (100 * two) / n,
    sou: (100 * five + 64 * four + 36 * three + 16 * two + 7 * notAssessed) / n,
    mean: graded === 0 ? null : (5 * five + 4 * four + 3 * three + 2 * two) / graded,
    intervals: [wilson(five + four + three, n), wilson(five + four, n), wilson(two, n)],
  };
}

/** Rates by scope and slice: `district|` are the district's totals. */
export function plainResults(rows: readonly RawRow[], schools: readonly School[]): Map<string, Rates> {
  const bySchool = new Map<string, RawRow[]>(schools.map(({ key }) => [key, []]));
  for (const row of rows) bySchool.get(row.school)?.push(row);
  const run = new PlainRun();
  for (const school of schools) run.takeSchool(bySchool.get(school.key)!, school.group, school);
  return new Map([...run.bins].map(([name, bin]) => [name, ratesOf(bin)]));
}
