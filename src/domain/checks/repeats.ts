import type { Entry, Form } from '../../model';
import { identityOf, themeOf } from '../identity';
import { sameClasses } from './classes';
import { type Finding, found } from './finding';

/** Fields whose numbers are added up over rows; carried ones (по списку) only describe the class. */
const ownFields = (form: Form): string[] => Object.keys(form.fields).filter((key) => !form.fields[key]!.carried);

function groupBy(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

/** Rows with one business key: which of them is right cannot be known, so none is counted. */
function duplicates(form: Form, entries: readonly Entry[]): Map<number, Finding> {
  const findings = new Map<number, Finding>();
  for (const group of groupBy(entries, (entry) => identityOf(form, entry))) {
    if (group.length < 2) continue;
    for (const entry of group) {
      const others = group.filter((other) => other !== entry).map((other) => other.row);
      findings.set(entry.row, found('row/duplicate', 'error', { rows: others.join(', ') }, form.identity[0]));
    }
  }
  return findings;
}

/** Rows that count the same pupils twice: «1-4» beside «3» with the same column filled in both. */
function doubleCounts(
  form: Form,
  entries: readonly Entry[],
  known: ReadonlyMap<number, Finding>,
): Map<number, Finding> {
  const findings = new Map<number, Finding>();
  const fields = ownFields(form);
  if (!('grade' in form.fields)) return findings;
  for (const group of groupBy(entries, (entry) => themeOf(form, entry))) {
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) {
        if (known.has(a.row) || known.has(b.row) || !sameClasses(a, b)) continue;
        const field = fields.find((key) => a.numbers[key] != null && b.numbers[key] != null);
        if (field === undefined && fields.length > 0) continue;
        findings.set(a.row, found('row/overlap', 'error', { rows: String(b.row) }, field ?? 'enrolled'));
        findings.set(b.row, found('row/overlap', 'error', { rows: String(a.row) }, field ?? 'enrolled'));
      }
    });
  }
  return findings;
}

/** What is entered twice, by row number. Rows not begun yet take no part. */
export function checkRepeats(form: Form, entries: readonly Entry[]): Map<number, Finding> {
  const begun = entries.filter((entry) => entry.started && form.identity.some((key) => entry.texts[key]));
  const same = duplicates(form, begun);
  return new Map([...same, ...doubleCounts(form, begun, same)]);
}
