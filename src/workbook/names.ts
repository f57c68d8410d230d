import { type Form, type Programme, type Register, textOf } from '../model';

/** Keys of the service tabs: permanent; their visible Russian names are free to change. */
export const TABS = {
  settings: 'Настройки',
  due: 'Что и когда сдаётся',
  schools: 'Школы',
  status: 'Состояние',
  overview: 'Показатели',
  figures: 'Сводные данные. Показатели',
  targets: 'Целевые индикаторы',
  periods: 'Периоды',
  journal: 'Журнал',
  help: 'Справка',
  panel: 'Панель',
  probe: 'Проверка установки',
} as const;

export type ServiceTab = keyof typeof TABS;

export const rowsTab = (form: Form): string => `rows/${form.key}`;
export const registerTab = (register: Pick<Register, 'key'>): string => `register/${register.key}`;
export const schoolTab = (school: string): string => `school/${school}`;

/** The visible name of a form's consolidated tab. */
export const rowsTabName = (form: Pick<Form, 'title'>): string => `Сводные данные. ${form.title}`;

/** A tab carries this name until it is finished, a copy of one has it in its own: what a run that died has left is known by it. */
export const UNFINISHED = '⏳ создаётся';
/** What a tab that is replaced by its repair is called from then on. */
export const BEFORE_REPAIR = ' (до починки ';

/** Names that no school's tab may have. */
export const serviceTabNames = ({ forms, registers }: Pick<Programme, 'forms' | 'registers'>): string[] => [
  ...Object.values(TABS),
  ...forms.map(rowsTabName),
  ...registers.map(({ title }) => title),
];

const TAB_NAME_LIMIT = 100;

/** The visible name of a school's tab: its name without what a tab name may not hold or would not show. */
export function schoolTabName(name: string): string {
  const letters = [...textOf(name.normalize('NFC').replace(/[[\]*/\\?:]/g, ' '))];
  while (letters.join('').length > TAB_NAME_LIMIT) letters.pop();
  return letters.join('').trim();
}

/** What a tab that a repair has replaced says it is, in its first cell. */
export const RETIRED_TAB = 'head/old';
