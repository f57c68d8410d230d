import { type AnyIndicator, isDerived, type Programme, type TabDesign } from '../model';
import { LOOK } from './look';
import { TABS } from './names';

/** How to fill in, told alike on the tab and in the panel «Справка». */
export const FILLING_STEPS: readonly string[] = [
  '1. Откройте вкладку своей школы. Заполните форму «Классы»: по ней проверяются остальные.',
  '2. Заполняйте формы по порядку. Можно вставлять столбцами из Excel. Новые строки вставляйте внутри формы, выше серой черты.',
  '3. Замечания появляются в столбце B сразу после ввода: ✖ – ошибка, строка не учитывается; ⚠ – проверьте число или напишите пояснение в последнем столбце.',
  '4. Если таких обучающихся нет, ставьте 0. Пусто – значит «не заполнено».',
  '5. Дробные числа – через запятую: 12,5. Число через точку (12.5) превращается в дату.',
  '6. Поставьте галочку «Проверить», потом «Сдать». Если данные изменить после сдачи, отметка снимется – сдайте ещё раз.',
  '7. Только числа: фамилии, телефоны, даты рождения в книгу не вносятся. Все школы видят все вкладки.',
];

/** «Справка»: how a school fills its tab and how each indicator is counted. `formulaOf` gives the formula in Russian. */
export function helpDesign(programme: Programme, formulaOf: (indicator: AnyIndicator) => string): TabDesign {
  const formulas = programme.indicators.map((indicator) => [
    indicator.title,
    `${formulaOf(indicator)}${isDerived(indicator) ? '' : `. ${indicator.source}`}`,
  ]);
  const values = [
    ['Как заполнить вкладку школы', ''],
    ...FILLING_STEPS.map((step) => [step, '']),
    ['', ''],
    ['Как считаются показатели', ''],
    ...formulas,
  ];
  const title = FILLING_STEPS.length + 3;
  return {
    key: 'help',
    name: TABS.help,
    section: {
      values,
      decorations: [
        { row: 1, column: 1, rows: values.length, columns: 2, format: '@' },
        { row: 1, column: 1, rows: 1, columns: 2, ...LOOK.title, background: LOOK.head.background },
        { row: title, column: 1, rows: 1, columns: 2, ...LOOK.title, background: LOOK.head.background },
        { row: title + 1, column: 1, rows: formulas.length, columns: 2, wrap: true, border: true },
      ],
    },
    rows: values.length,
    columns: 2,
    frozenRows: 0,
    frozenColumns: 0,
    hiddenColumns: [],
    widths: [330, 900],
    hidden: false,
    protect: { description: `Служебная вкладка: ${TABS.help}`, warningOnly: false },
  };
}
