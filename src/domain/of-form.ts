const known = new WeakMap<object, Map<string, readonly unknown[]>>();

/** What of a declared list concerns a form, found once: it is asked for every form of every school. */
export function ofForm<T>(list: readonly object[], form: string, find: () => readonly T[]): readonly T[] {
  let forms = known.get(list);
  if (!forms) {
    forms = new Map();
    known.set(list, forms);
  }
  let found = forms.get(form) as readonly T[] | undefined;
  if (!found) {
    found = find();
    forms.set(form, found);
  }
  return found;
}
