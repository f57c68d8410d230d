import type { Register } from '../../model';
import { documents } from './documents';
import { plan } from './plan';
import { references } from './references';

/** What the district keeps from period to period, one that others refer to before them: a new register is one file and its name here. */
export const registers: readonly Register[] = [plan, documents, references];
