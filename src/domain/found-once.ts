const known = new WeakMap<object, Map<string, readonly unknown[]>>();

/** What of a declared list is meant by a key, looked for once: it is asked for with every form of every school. */
export function foundOnce<T>(list: readonly object[], key: string, find: () => readonly T[]): readonly T[] {
  let ofList = known.get(list);
  if (!ofList) {
    ofList = new Map();
    known.set(list, ofList);
  }
  let found = ofList.get(key) as readonly T[] | undefined;
  if (!found) {
    found = find();
    ofList.set(key, found);
  }
  return found;
}
