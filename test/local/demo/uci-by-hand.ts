/**
 * The mark indicators counted from the text of marks.csv with nothing of the project's: naive on purpose, so that an
 * error in the add-on cannot hide in here too. Good only for plain CSV (no quotes) without blanks or wrong rows.
 * Formulas: domain.md 1.1.
 */
export interface Counted {
  period: string;
  scope: 'school' | 'group' | 'district';
  school?: string;
  group?: string;
  slice?: { subject: string } | { grade: string };
  indicator: string;
  numerator: number;
  denominator: number;
  value: number | null;
}

type Line = Record<string, string>;

export function countByHand(csv: string, schoolsCsv: string): Counted[] {
  const groupOf: Line = {};
  for (const school of linesOf(schoolsCsv)) groupOf[school.key!] = school.group!;
  const piles: Record<
    string,
    { head: Omit<Counted, 'indicator' | 'numerator' | 'denominator' | 'value'>; lines: Line[] }
  > = {};
  for (const line of linesOf(csv)) {
    const period = line.period!;
    const school = line.school!;
    const scopes = [
      { scope: 'school' as const, school },
      { scope: 'group' as const, group: groupOf[school]! },
      { scope: 'district' as const },
    ];
    for (const scope of scopes) {
      for (const slice of [{}, { slice: { subject: line.subject! } }, { slice: { grade: line.grade! } }]) {
        const head = { period, ...scope, ...slice };
        const key = JSON.stringify(head);
        piles[key] ??= { head, lines: [] };
        piles[key].lines.push(line);
      }
    }
  }
  return Object.values(piles).flatMap(({ head, lines }) => indicators(lines).map((figure) => ({ ...head, ...figure })));
}

function linesOf(csv: string): Line[] {
  const [header, ...lines] = csv.replace('\uFEFF', '').replaceAll('\r', '').trimEnd().split('\n');
  const keys = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [keys[i]!, cell])));
}

function indicators(lines: Line[]) {
  let five = 0;
  let four = 0;
  let three = 0;
  let two = 0;
  let notAssessed = 0;
  for (const line of lines) {
    five += Number(line.five);
    four += Number(line.four);
    three += Number(line.three);
    two += Number(line.two);
    notAssessed += Number(line.notAssessed);
  }
  const marks = five + four + three + two;
  const all = marks + notAssessed;
  const figure = (indicator: string, numerator: number, denominator: number, scale: number) => ({
    indicator,
    numerator,
    denominator,
    value: denominator === 0 ? null : (scale * numerator) / denominator,
  });
  return [
    figure('pass-rate', five + four + three, all, 100),
    figure('quality-rate', five + four, all, 100),
    figure('fail-rate', two, all, 100),
    figure('sou', 100 * five + 64 * four + 36 * three + 16 * two + 7 * notAssessed, all, 1),
    figure('mean-mark', 5 * five + 4 * four + 3 * three + 2 * two, marks, 1),
  ];
}
