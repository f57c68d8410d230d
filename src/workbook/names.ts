import type { Form, Register } from '../model';

/** Keys of the service tabs: permanent; their visible Russian names are free to change. */
export const TABS = {
  settings: 'Настройки',
  schools: 'Школы',
  status: 'Состояние',
  figures: 'Показатели',
  periods: 'Периоды',
  journal: 'Журнал',
  help: 'Справка',
  probe: 'Проверка установки',
} as const;

export type ServiceTab = keyof typeof TABS;

export const rowsTab = (form: Form): string => `rows/${form.key}`;
export const registerTab = (register: Pick<Register, 'key'>): string => `register/${register.key}`;
export const schoolTab = (school: string): string => `school/${school}`;

/** The visible name of a form's consolidated tab. */
export const rowsTabName = (form: Form): string => `Сводные данные. ${form.title}`;

const TAB_NAME_LIMIT = 100;

/** The visible name of a school's tab: its name without what a tab name may not hold. */
export const schoolTabName = (name: string): string =>
  name
    .replace(/[[\]*/\\?:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TAB_NAME_LIMIT);

/** What a tab that a repair has replaced says it is, in its first cell. */
export const RETIRED_TAB = 'head/old';
