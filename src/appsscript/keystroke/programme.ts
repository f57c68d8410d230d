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
type StoredIndicator = Omit<Indicator, 'from'> & { readonly from: string };
type SeldomAsked = Pick<Programme, 'settings' | 'otherTitles'>;
interface Stored extends Omit<Programme, keyof SeldomAsked | 'checks' | 'indicators'> {
  readonly checks: readonly StoredCheck[];
  readonly indicators: readonly StoredIndicator[];
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
let seldom: SeldomAsked | undefined;

function seldomAsked(): SeldomAsked {
  seldom ??= JSON.parse(textIn(TEXTS.seldom)) as SeldomAsked;
  return seldom;
}

/** In place: copying each costs more than all else that is done with them. */
function withForms(indicators: readonly StoredIndicator[]): readonly Indicator[] {
  const forms = new Map<string, unknown>(stored.forms.map((form) => [form.key, form]));
  for (const indicator of indicators as readonly { from: unknown }[])
    indicator.from = forms.get(String(indicator.from));
  return indicators as readonly unknown[] as readonly Indicator[];
}

export const programme: Programme = {
  ...stored,
  checks: stored.checks.map(checkOf),
  indicators: withForms(stored.indicators),
  get settings() {
    return seldomAsked().settings;
  },
  get otherTitles() {
    return seldomAsked().otherTitles;
  },
};
