import type { Programme, Theme } from '../model';
import { achievementTheme } from './forms/achievements';
import { classListTheme } from './forms/class-lists';
import { contextTheme } from './forms/context';
import { controlWorkTheme } from './forms/control-works';
import { coverageTheme } from './forms/coverage';
import { egeTheme } from './forms/ege';
import { markTheme } from './forms/marks';
import { materialBaseTheme } from './forms/material-base';
import { ogeTheme } from './forms/oge';
import { partnershipTheme } from './forms/partnership';
import { practiceTheme } from './forms/practices';
import { pupilTheme } from './forms/pupils';
import { riskProfileTheme } from './forms/risk-profile';
import { satisfactionTheme } from './forms/satisfaction';
import { staffTheme } from './forms/staff';
import { transitionTheme } from './forms/transition';
import { vprTheme } from './forms/vpr';
import { yearResultTheme } from './forms/year-results';
import { groups } from './groups';
import { identification, identificationSettings } from './identification';
import { measures } from './measures';
import { objectivity, objectivitySettings } from './objectivity';
import { readings, targetYear } from './order-targets';
import { registers } from './registers';
import { requirements } from './requirements';
import { risks } from './risks';
import { schools } from './schools';
import { settings } from './settings';
import { otherTitles } from './titles';

/**
 * What schools are asked for, in the order of their tabs: a new form is one file with its indicators and its name here.
 * Forms that are due in the same quarters stand beside each other, so that few calls bring them into sight and out of it
 * (design.md 8, closing); of a quarter's forms no other order is missed.
 */
const themes: readonly Theme[] = [
  classListTheme,
  contextTheme,
  satisfactionTheme,
  markTheme,
  controlWorkTheme,
  pupilTheme,
  partnershipTheme,
  practiceTheme,
  riskProfileTheme,
  transitionTheme,
  yearResultTheme,
  ogeTheme,
  egeTheme,
  vprTheme,
  coverageTheme,
  achievementTheme,
  staffTheme,
  materialBaseTheme,
];

/** Order No 341 of 25.12.2019 as data. */
export const programme: Programme = {
  title: '«Качественное образование – залог успеха школы»',
  district: 'Магдагачинский район',
  office: 'ИМЦ',
  groups,
  breaks: [
    '2020 год: ОГЭ не проводился, ЕГЭ сдавали только поступающие в вузы; базовый ЕГЭ по математике не проводился и в 2021 году.',
    'ВПР 2020 и 2022 годов проведены осенью, за программу предыдущего класса: сравнивается класс программы, а не класс, в котором учились.',
  ],
  basis:
    'приказ отдела образования администрации Магдагачинского района от 25.12.2019 № 341 «Об утверждении муниципальной программы повышения качества образования в образовательных организациях Магдагачинского района „Качественное образование – залог успеха школы“ на 2020–2023 годы»',
  groundOfReports: 'приказ от 25.12.2019 № 341, п. 3.2, 4.2',
  lasts: ['2020-Q1', '2023-Q4'],
  targetYear: targetYear.key,
  forms: themes.map(({ form }) => form),
  otherTitles,
  indicators: themes.flatMap(({ indicators }) => indicators),
  measures,
  registers,
  checks: themes.flatMap(({ checks = [] }) => checks),
  schools,
  settings: [
    ...settings,
    ...themes.flatMap(({ settings: own = [] }) => own),
    ...identificationSettings,
    ...objectivitySettings,
    targetYear,
    ...readings,
  ],
  identification,
  objectivity,
  risks,
  requirements,
};
