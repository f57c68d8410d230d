import type { Programme } from '../model';
import { classes } from './class-lists';
import { context, contextIndexIndicator, contextShares } from './context';
import { markIndicators, marks } from './marks';
import { pupilIndicators, pupils } from './pupils';
import { plan } from './registers/plan';
import { requirements } from './requirements';
import { schools } from './schools';
import { settings } from './settings';

/** Order No 341 of 25.12.2019 as data: a new form or indicator is one record in its theme's file and one line here. */
export const programme: Programme = {
  title: '«Качественное образование – залог успеха школы»',
  district: 'Магдагачинский район',
  basis:
    'приказ отдела образования администрации Магдагачинского района от 25.12.2019 № 341 «Об утверждении муниципальной программы повышения качества образования в образовательных организациях Магдагачинского района „Качественное образование – залог успеха школы“ на 2020–2023 годы»',
  lasts: ['2020-Q1', '2023-Q4'],
  forms: [classes, marks, pupils, context],
  indicators: [...markIndicators, ...pupilIndicators, ...contextShares, contextIndexIndicator],
  registers: [plan],
  checks: [],
  schools,
  settings,
  requirements,
};
