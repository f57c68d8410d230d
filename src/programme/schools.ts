import type { School } from '../model';
import { LEADING, PARTICIPANT } from './groups';

/** The seven schools that order No 341 names; the coordinator edits the register on the tab «Школы». */
export const schools: readonly School[] = [
  { key: 'magdagachi-1', name: 'МОБУ Магдагачинская СОШ №1', type: 'СОШ', group: LEADING, partner: '' },
  { key: 'ushumun', name: 'МОБУ Ушумунская СОШ', type: 'СОШ', group: LEADING, partner: '' },
  { key: 'daktuy', name: 'МОБУ Дактуйская СОШ', type: 'СОШ', group: LEADING, partner: '' },
  { key: 'magdagachi-3', name: 'МОБУ Магдагачинская СОШ №3', type: 'СОШ', group: PARTICIPANT, partner: '' },
  { key: 'tolbuzino', name: 'МОКУ Толбузинская ООШ', type: 'ООШ', group: PARTICIPANT, partner: '' },
  { key: 'kuznetsovo', name: 'МОКУ Кузнецовская ООШ', type: 'ООШ', group: PARTICIPANT, partner: '' },
  { key: 'gudachi', name: 'МОКУ Гудачинская ООШ', type: 'ООШ', group: PARTICIPANT, partner: '' },
];
