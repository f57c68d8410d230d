import type { Register } from '../../model';
import { actions } from './actions';
import { documents } from './documents';
import { events } from './events';
import { financing } from './financing';
import { partners } from './partners';
import { plan } from './plan';
import { references } from './references';
import { team } from './team';

/** Whom the order names: they may stand wherever people type. */
const OFFICIALS = ['Попова Л.А.', 'Грекова О.Ю.', 'Каменщикова Н.В.', 'Беличко С.А.'];

/** What the district keeps from period to period, one that others refer to before them: a new register is one file and its name here. */
export const registers: readonly Register[] = [
  plan,
  documents,
  events,
  partners,
  actions,
  financing,
  team,
  references,
].map((register) => ({ ...register, officials: OFFICIALS }));
