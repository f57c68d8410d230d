import type { Check, Details, Form, Indicator, Programme, Seen, Titles } from '../../model';
import { type Asleep, woken } from '../code-file';

/**
 * What the build has made of the programme's module, for which this one stands in the code that runs at every keystroke:
 * what an edit looks at of its forms, and what it seldom does.
 */
declare const PROGRAMME_DATA: string;
declare const SELDOM_DATA: readonly [string];
/** Which code each check of the programme's own is made by; the codes are handed over. */
declare const CHECK_CODES: string;
declare const CODES: readonly Asleep<{ readonly checks: readonly Check[] }>[];

type StoredCheck = Omit<Check, 'find' | 'words' | 'cases' | 'byRow'>;
type SeldomAsked = 'indicators' | 'settings' | 'otherTitles';
type Stored = Omit<Programme, SeldomAsked | 'checks'> & { readonly checks: readonly StoredCheck[] };
interface Seldom extends Pick<Programme, 'settings' | 'otherTitles'> {
  readonly indicators: readonly (Omit<Indicator, 'from'> & { readonly from: string })[];
}

const codes: Readonly<Record<string, number>> = JSON.parse(CHECK_CODES);
const made = new Map<number, readonly Check[]>();

/** The check as it is declared: its code is run when it is first asked for, as most edits touch one form. */
function declared(id: string): Check {
  const code = codes[id]!;
  const checks = made.get(code) ?? woken(CODES[code]!).checks;
  made.set(code, checks);
  return checks.find((check) => check.id === id)!;
}

const checkOf = (stored: StoredCheck): Check => ({
  ...stored,
  byRow: (form: Form) => declared(stored.id).byRow?.(form) === true,
  find: (seen: Seen) => declared(stored.id).find?.(seen) ?? [],
  words: (details: Details, titles: Titles) => declared(stored.id).words(details, titles),
  cases: [],
});

const stored: Stored = JSON.parse(PROGRAMME_DATA);
let seldom: Pick<Programme, SeldomAsked> | undefined;

function seldomAsked(): Pick<Programme, SeldomAsked> {
  if (!seldom) {
    const { indicators, ...others }: Seldom = JSON.parse(SELDOM_DATA[0]);
    const forms = new Map(stored.forms.map((form) => [form.key, form]));
    seldom = { indicators: indicators.map(({ from, ...rest }) => ({ ...rest, from: forms.get(from)! })), ...others };
  }
  return seldom;
}

export const programme: Programme = {
  ...stored,
  checks: stored.checks.map(checkOf),
  get indicators() {
    return seldomAsked().indicators;
  },
  get settings() {
    return seldomAsked().settings;
  },
  get otherTitles() {
    return seldomAsked().otherTitles;
  },
};
