import type { Kinds } from '../scene';
import { cellKinds } from './cells';
import { columnKinds } from './columns';
import { frameKinds } from './frame';
import { lookKinds } from './looks';
import { rowKinds } from './rows';
import { sortingKinds } from './sorting';
import { tabKinds } from './tabs';
import { typingKinds } from './typing';

/** Everything that people are known to do to a filled tab. */
export const KINDS: Kinds = {
  ...rowKinds,
  ...columnKinds,
  ...sortingKinds,
  ...cellKinds,
  ...typingKinds,
  ...frameKinds,
  ...tabKinds,
  ...lookKinds,
};
