import { choice, count, defineForm, defineIndicator, type Programme, type Setting } from '../../../src/model';
import { classListTheme } from '../../../src/programme/forms/class-lists';
import { markTheme } from '../../../src/programme/forms/marks';
import { settings as first } from '../../../src/programme/settings';

const laboratories = defineForm({
  key: 'laboratories',
  title: 'Лаборатории',
  help: 'Сколько лабораторий оснащено на последний день квартала.',
  fields: {
    kind: choice('Вид', 'Чему служит.', ['естествознание', 'техника'], { slot: 'third' }),
    rooms: count('Помещений', 'Сколько всего.'),
    equipped: count('Оснащено', 'Сколько из них оснащено.'),
  },
  identity: ['kind'],
  due: [{ quarters: [1, 2, 3, 4], groups: ['опорная'] }],
  sums: [
    {
      id: 'more-than-rooms',
      title: 'оснащённые',
      parts: { equipped: 1 },
      whole: 'rooms',
      relation: 'at-most',
      severity: 'error',
    },
  ],
});

const equippedRate = defineIndicator({
  key: 'equipped-rate',
  title: 'Доля оснащённых лабораторий',
  kind: 'share',
  unit: 'percent',
  direction: 'up',
  source: 'оснащено / всего',
  from: laboratories,
  numerator: { equipped: 1 },
  denominator: { rooms: 1 },
  targets: [{ id: 'Ц1', by: '2029-Q2', group: 'опорная', atLeast: 80, source: 'Постановление № 15, приложение 2' }],
  column: true,
  examples: [{ given: [{ rooms: 4, equipped: 1 }], value: 25 }],
});

const WORDS: Readonly<Record<string, string>> = {
  organisation: 'Управление образования Заречного округа',
  municipality: 'Заречный муниципальный округ',
  place: 'г. Заречный',
  'signatory-position': 'Начальник управления',
  'signatory-name': 'О. О. Заречная',
  'prepared-position': 'Директор методического кабинета',
  'prepared-name': 'П. П. Заречный',
  author: 'Методический кабинет',
  groups: 'опорная, базовая',
  'deadline-q4': '20 января',
};
const own = (setting: Setting): Setting => ({
  ...setting,
  value: WORDS[setting.key] ?? setting.value,
  help: 'Впишите своё.',
});

/** Another district and another programme: its own years, schools, groups, words, and a form that no other has. */
export const programme: Programme = {
  title: '«Школа открытий»',
  district: 'Заречный округ',
  office: 'МКЗО',
  groups: [
    {
      key: 'опорная',
      title: 'Опорные школы',
      short: 'Опорные',
      genitive: 'опорных школ',
      within: 'в опорных школах',
      together: 'с опорными школами',
      role: 'leading',
    },
    {
      key: 'базовая',
      title: 'Базовые школы',
      short: 'Базовые',
      genitive: 'базовых школ',
      within: 'в базовых школах',
      together: 'с базовыми школами',
      role: 'participants',
    },
  ],
  basis:
    'постановление администрации Заречного округа от 01.02.2027 № 15 «О программе „Школа открытий“ на 2027–2029 годы»',
  lasts: ['2027-Q3', '2029-Q4'],
  forms: [classListTheme.form, markTheme.form, laboratories],
  indicators: [...classListTheme.indicators, ...markTheme.indicators, equippedRate],
  registers: [],
  checks: [],
  schools: [{ key: 'lyceum', name: 'Лицей № 7', type: 'СОШ', group: 'опорная', partner: '' }],
  settings: first.map(own),
  requirements: [{ id: 'п. 2', words: 'Оснастить лаборатории', answers: [{ indicator: 'equipped-rate' }] }],
};
