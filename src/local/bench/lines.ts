type Values = Readonly<Record<string, number>>;

const shown = (value: number): string => String(Math.round(value * 10) / 10);

/** A line that outside checks look for: `setup schools=7 calls=949 seconds=115.5`. */
export const line = (name: string, values: Values): void =>
  console.log(
    [
      name,
      ...Object.entries(values)
        .filter(([, value]) => !Number.isNaN(value))
        .map(([key, value]) => `${key}=${shown(value)}`),
    ].join(' '),
  );

export function fail(words: string): void {
  console.log(`FAILED: ${words}`);
  process.exitCode = 1;
}

/** Calls are the same on every machine: one too many fails. */
export function limited(name: string, values: Values, got: number, limit: number): void {
  line(name, { ...values, limit });
  if (got > limit) fail(`${name}: ${shown(got)}, limit ${limit}`);
}

/** Milliseconds depend on the machine: a line that fails on one that is busy is measured again when it is not. */
export function wanted(name: string, values: Values, got: number, limit: number): void {
  line(name, { ...values, limit: Math.round(limit) });
  if (got > limit) fail(`${name}: ${shown(got)} ms, wanted at most ${shown(limit)}`);
}
