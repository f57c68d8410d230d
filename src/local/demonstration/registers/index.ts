import type { Dataset } from '../../demo/dataset';
import { ACTIONS } from './actions';
import { DOCUMENTS } from './documents';
import { EVENTS } from './events';
import { FINANCING } from './financing';
import { PARTNERS } from './partners';
import { PLAN } from './plan';
import { REFERENCES } from './references';
import { TEAM } from './team';

/** What the demonstration's office has written into its registers, each line from its day on. */
export const REGISTERS: Dataset['registers'] = {
  plan: PLAN,
  documents: DOCUMENTS,
  events: EVENTS,
  partners: PARTNERS,
  actions: ACTIONS,
  financing: FINANCING,
  team: TEAM,
  references: REFERENCES,
};
