/** One line of Настройки: what it starts with, and what may stand there. */
export interface Setting {
  readonly key: string;
  readonly title: string;
  readonly value: string | number;
  readonly help: string;
  /** `share` — a number of 0..1; `period` — the key of a quarter; `day` — a day of every year, «15 января». */
  readonly kind: 'text' | 'number' | 'share' | 'period' | 'day' | 'choice';
  /** The words of a `choice`. */
  readonly choices?: readonly string[];
  /** Bounds of a `number`. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly whole?: boolean;
  /** A value that the authors propose and that counts only once a district has taken it. */
  readonly proposed?: number;
  /** Key of a setting that must be larger. */
  readonly below?: string;
}

/** What Настройки says, by key: numbers where numbers are declared. */
export type SettingValues = Readonly<Record<string, string | number>>;

/** The number that a setting holds. */
export type SettingNumber = (key: string) => number;
