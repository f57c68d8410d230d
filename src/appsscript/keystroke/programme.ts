import type { Check, Details, Form, Indicator, Programme, Seen, Titles } from '../../model';
import { type Asleep, type AsleepCode, textIn, woken } from '../code-file';

/** What the build has made of the programme's module, for which this one stands in the code that answers an edit. */
export interface ProgrammeTexts {
  /** What an edit looks at of its forms, and what it seldom does. */
  readonly data: Asleep;
  readonly seldom: Asleep;
  /** Which of the codes of `checks` each check of the programme's own is made by. */
  readonly codeOfCheck: Asleep;
  readonly checks: readonly AsleepCode<{ readonly checks: readonly Check[] }>[];
}

/** Handed over to the code that answers an edit. */
declare const TEXTS: ProgrammeTexts;

type StoredCheck = Omit<Check, 'find' | 'words' | 'cases' | 'byRow'>;
type SeldomAsked = 'indicators' | 'settings' | 'otherTitles';
type Stored = Omit<Programme, SeldomAsked | 'checks'> & { readonly checks: readonly StoredCheck[] };
interface Seldom extends Pick<Programme, 'settings' | 'otherTitles'> {
  readonly indicators: readonly (Omit<Indicator, 'from'> & { readonly from: string })[];
}

const codes: Readonly<Record<string, number>> = JSON.parse(textIn(TEXTS.codeOfCheck));
const made = new Map<number, readonly Check[]>();

/** The check as it is declared: its code is run when it is first asked for, as most edits touch one form. */
function declared(id: string): Check {
  const code = codes[id]!;
  const checks = made.get(code) ?? woken(TEXTS.checks[code]!).checks;
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

const stored: Stored = JSON.parse(textIn(TEXTS.data));
let seldom: Pick<Programme, SeldomAsked> | undefined;

function seldomAsked(): Pick<Programme, SeldomAsked> {
  if (!seldom) {
    const { indicators, ...others }: Seldom = JSON.parse(textIn(TEXTS.seldom));
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
