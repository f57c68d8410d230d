import { type AnyIndicator, isDerived, type Programme, type TabDesign } from '../model';
import { type KeyedTab, keyedDesign } from './keyed-tab';
import { TABS } from './names';

/** How to fill in, told alike on the tab and in the panel «Справка». */
export const FILLING_STEPS: readonly string[] = [
  '1. Откройте вкладку своей школы. Заполните форму «Число обучающихся»: по ней проверяются остальные.',
  '2. Заполняйте формы по порядку. Можно вставлять столбцами из Excel. Новые строки вставляйте внутри формы, выше серой черты.',
  '3. Замечания появляются в столбце «Замечания» сразу после ввода: ✖ – ошибка, строка не учитывается; ⚠ – проверьте число или напишите, почему оно верно, в столбце «Пояснение».',
  '4. Если таких обучающихся нет, ставьте 0. Пусто – значит «не заполнено».',
  '5. Если чего-то у школы не было совсем, выберите ответ в графе «Ответ» вверху вкладки и напишите причину: форма свернётся.',
  '6. Дробные числа – через запятую: 12,5. Число через точку (12.5) превращается в дату.',
  '7. Поставьте галочку «Проверить», потом «Сдать». Если данные изменить после сдачи, отметка снимется – сдайте ещё раз.',
  '8. Срок стоит вверху вкладки. Продлить его школе может координатор: вкладка «Школы», графа «Отсрочка до».',
  '9. Вкладку, которую вернули, исправьте по замечаниям координатора (↩) и сдайте ещё раз; принятая закрыта для правки.',
  '10. Только числа: фамилии, телефоны, даты рождения в книгу не вносятся. Все школы видят все вкладки.',
];

const helpTab: KeyedTab = {
  key: 'help',
  name: TABS.help,
  title: 'Как заполнить вкладку школы и как считаются показатели',
  help: 'Эта вкладка пишется сама.',
  columns: [
    { key: 'what', title: 'Что', width: 330, format: '@' },
    { key: 'how', title: 'Как', width: 900, format: '@' },
  ],
  spare: 0,
};

/** «Справка»: how a school fills its tab and how each indicator is counted. `formulaOf` gives the formula in Russian. */
export const helpDesign = (programme: Programme, formulaOf: (indicator: AnyIndicator) => string): TabDesign =>
  keyedDesign(helpTab, [
    ...FILLING_STEPS.map((how, index) => ({ what: index === 0 ? 'Как заполнить вкладку' : '', how })),
    ...programme.indicators.map((indicator) => ({
      what: indicator.title,
      how: `${formulaOf(indicator)}${isDerived(indicator) ? '' : `. ${indicator.source}`}`,
    })),
  ]);
