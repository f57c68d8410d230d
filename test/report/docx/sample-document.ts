import type { Block, ReportDocument, TableCell, TableColumn } from '../../../src/model/document';
import { formatNumber, formatPercent, NBSP } from '../../../src/model/notation';
import { GOST as LAYOUT } from '../../../src/report/layout';

export { LAYOUT };

const SCHOOLS = [
  'МОБУ Магдагачинская СОШ № 1',
  'МОБУ Магдагачинская СОШ № 2',
  'МОБУ Ушумунская СОШ',
  'МОБУ Сивакская СОШ',
  'МОКУ Дактуйская СОШ',
  'МОКУ Гонжинская СОШ',
  'МОКУ Чалганская ООШ',
].map((name) => name.replace(/№ /, `№${NBSP}`));

const SUBJECTS = [
  'Русский язык',
  'Математика',
  'Окружающий мир',
  'Литература',
  'История',
  'Обществознание',
  'География',
  'Биология',
  'Физика',
  'Основы безопасности и защиты Родины',
];

const column = (title: string, width: number, align: TableColumn['align'] = 'center'): TableColumn => ({
  title,
  width,
  align,
});

/** Marks of one row from its number: the same at every run, plain to see that they are invented. */
function marks(n: number) {
  const [five, four, three, two] = [(n * 7) % 9, 6 + ((n * 5) % 8), 5 + ((n * 3) % 7), n % 3];
  const all = five + four + three + two;
  return { all, passed: all - two, good: five + four, mean: (five * 5 + four * 4 + three * 3 + two * 2) / all };
}

function figures(n: number): TableCell[] {
  const { all, passed, good, mean } = marks(n);
  const shares = [passed, good].map((part) => formatPercent((100 * part) / all));
  return [formatNumber(all), formatNumber(passed), ...shares, formatNumber(mean, 2)].map((content) => ({ content }));
}

const SCHOOL_TABLE: Block = {
  kind: 'table',
  caption: 'Таблица 1 – Учебные достижения обучающихся по школам за II полугодие 2022/23 учебного года',
  columns: [
    column('№', 0.06),
    column('Общеобразовательная организация', 0.29, 'left'),
    column('Оценено', 0.11),
    column('Успевают', 0.12),
    column('Успеваемость', 0.16),
    column('Качество знаний', 0.13),
    column('Средний балл', 0.13),
  ],
  rows: SCHOOLS.map((name, i) => [{ content: String(i + 1) }, { content: name }, ...figures(i + 1)]),
  note: 'Примечание. Оценено – число выставленных отметок, включая «н/а»; средний балл рассчитан без «н/а».',
};

const SUBJECT_TABLE: Block = {
  kind: 'table',
  caption: 'Таблица 2 – Учебные достижения по предметам и школам',
  columns: [
    column('Предмет', 0.28, 'left'),
    column('Школа', 0.3, 'left'),
    column('Оценено', 0.11),
    column('Успеваемость', 0.16),
    column('Качество', 0.15),
  ],
  rows: [
    ...Array.from({ length: 60 }, (_, i): TableCell[] => {
      const [all, , pass, quality] = figures(i + 3);
      return [{ content: SUBJECTS[i % 10]! }, { content: SCHOOLS[Math.floor(i / 10)]! }, all!, pass!, quality!];
    }),
    [{ content: 'Итого по району', bold: true, span: 2 }, ...figures(61).filter((_, i) => [0, 2, 3].includes(i))],
  ],
};

const text = (content: string): Block => ({ kind: 'paragraph', content });
const centred = (content: string, spaceAfter?: number): Block => ({
  kind: 'paragraph',
  content,
  align: 'center',
  spaceAfter,
});

const HEAD: readonly Block[] = [
  centred('МУНИЦИПАЛЬНОЕ УЧРЕЖДЕНИЕ'),
  centred('«ОТДЕЛ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ МАГДАГАЧИНСКОГО РАЙОНА»', 12),
  { kind: 'title', content: 'АНАЛИТИЧЕСКАЯ СПРАВКА' },
  centred('по итогам мониторинга качества образования за II полугодие 2022/23 учебного года', 6),
  { kind: 'paragraph', content: [{ text: 'учебные данные', italic: true }], align: 'center', spaceAfter: 12 },
  { kind: 'two-sides', left: `30${NBSP}июня 2023${NBSP}г.`, right: `п.${NBSP}Магдагачи`, spaceBefore: 6 },
];

const BASIS: readonly Block[] = [
  { kind: 'heading', level: 1, content: '1. Основание и порядок мониторинга' },
  text(
    `Мониторинг проведён на основании приказа отдела образования от 25${NBSP}декабря 2019${NBSP}г. №${NBSP}341 в рамках муниципальной программы «Качественное образование – залог успеха школы».`,
  ),
  text('Цель мониторинга – получить достоверные сведения о результатах обучения и условиях, в которых они достигнуты.'),
  {
    kind: 'list',
    numbered: false,
    items: [
      'объект мониторинга – результаты обучения по программам начального, основного и среднего общего образования;',
      `участники – 7${NBSP}общеобразовательных организаций, 64${NBSP}класса, ${formatNumber(1012)}${NBSP}обучающихся;`,
      'источники – сведения школ, внесённые в районную таблицу.',
    ],
  },
];

const RESULTS: readonly Block[] = [
  { kind: 'heading', level: 1, content: '2. Результаты' },
  { kind: 'heading', level: 2, content: '2.1. Учебные достижения по школам' },
  {
    kind: 'paragraph',
    content: [
      { text: 'Качество знаний составило ' },
      { text: formatPercent(42.857), bold: true },
      {
        text: ` (9 из 21), что на 3,1${NBSP}п.${NBSP}п. выше показателя за предыдущий период; с учётом численности изменение не выходит за пределы случайных колебаний. Сведения по школам приведены в таблице 1.`,
      },
    ],
  },
  SCHOOL_TABLE,
  text(
    'Различия между школами требуют дополнительного анализа: при малой численности классов доля меняется на несколько процентных пунктов от одной отметки.',
  ),
  { kind: 'heading', level: 2, content: '2.2. Учебные достижения по предметам' },
  text('Сведения по предметам приведены в таблице 2.'),
  SUBJECT_TABLE,
];

const CONCLUSIONS: readonly Block[] = [
  { kind: 'heading', level: 1, content: '3. Выводы' },
  {
    kind: 'list',
    numbered: true,
    items: [
      'Успеваемость по району остаётся устойчивой (таблица 1, показатель «Успеваемость»).',
      'Качество знаний по математике ниже, чем по русскому языку; по данным школ, это признак, который требует дополнительного анализа (таблица 2).',
      [{ text: 'Три школы', bold: true }, { text: ' представили сведения с опозданием.' }],
    ],
  },
  { kind: 'heading', level: 1, content: '4. Рекомендации' },
  {
    kind: 'list',
    numbered: true,
    items: [
      'Руководителям общеобразовательных организаций обсудить результаты на педагогических советах.',
      'Районным методическим объединениям провести занятия по предметам с наименьшим качеством знаний.',
    ],
  },
  {
    kind: 'two-sides',
    left: 'Начальник муниципального учреждения «Отдел образования администрации Магдагачинского района»',
    right: `Л.${NBSP}А.${NBSP}Попова`,
    spaceBefore: 24,
  },
  { kind: 'two-sides', left: 'Исполнитель: И. О. Фамилия', right: '', spaceBefore: 12 },
];

/** The district's report with invented figures («учебные данные»), long enough for a table to break over pages. */
export const SAMPLE_DOCUMENT: ReportDocument = {
  kind: 'district',
  edition: 'служебная',
  title: 'Аналитическая справка за II полугодие 2022/23 учебного года (учебные данные)',
  period: '2023-Q2',
  layout: LAYOUT,
  blocks: [...HEAD, ...BASIS, ...RESULTS, ...CONCLUSIONS],
};
