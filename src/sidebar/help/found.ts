import type { HelpContents, HelpForm, HelpIndicator } from '../../model/help-panel';
import { matches } from './search';

/** What of the help answers a query: a form stays with those of its fields that do, or whole when it does itself. */
export function found({ steps, forms, indicators }: HelpContents, stems: readonly string[]): HelpContents {
  return {
    steps: steps.filter((step) => matches(stems, step)),
    forms: forms.flatMap((form) => foundForm(form, stems)),
    indicators: indicators.filter(({ title, form, formula, notes }) => matches(stems, title, form, formula, ...notes)),
  };
}

function foundForm(form: HelpForm, stems: readonly string[]): HelpForm[] {
  if (matches(stems, form.title, form.help)) return [form];
  const fields = form.fields.filter(({ title, help }) => matches(stems, form.title, title, help));
  return fields.length > 0 ? [{ ...form, fields }] : [];
}

export const countOf = ({ steps, forms, indicators }: HelpContents): number =>
  steps.length + forms.length + indicators.length;

/** Indicators under the forms that they are counted from, in the order of the programme. */
export function byForm(indicators: readonly HelpIndicator[]): [string, HelpIndicator[]][] {
  const groups = new Map<string, HelpIndicator[]>();
  for (const indicator of indicators) groups.set(indicator.form, [...(groups.get(indicator.form) ?? []), indicator]);
  return [...groups];
}
