import type { Page } from 'playwright-core';
import type { CellPlace, ExplainContents, Explanation } from '../../../src/model';
import { said } from '../alone-page';
import { REFUSED, type State, state, waitingAndFailing } from './state';

export const place: CellPlace = {
  period: '2023-Q2',
  school: 's2',
  form: 'marks',
  row: 1,
  name: '5 А Математика',
  field: 'five',
};
const NOTHING = { parts: [], rows: [], moreRows: 0, leftOut: [], history: [], corrections: [] };
export const ofSchool = {
  kind: 'figure',
  period: '2023-Q2',
  scope: 'school',
  school: 's2',
  indicator: 'quality-rate',
} as const;
const ofDistrict = { kind: 'figure', period: '2023-Q2', scope: 'district', indicator: 'quality-rate' } as const;
export const SCHOOL: Explanation = {
  ...NOTHING,
  of: ofSchool,
  title: 'Качество знаний',
  about: 'МОКУ Малая ООШ. Учебный год 2022/23 (II квартал 2023 г.)',
  value: '3 из 7 (42,9 %, численность мала)',
  interval: 'С учётом численности: от 15,8 до 75,0 %',
  formula: '(«5» + «4») / («5» + «4» + «3» + «2» + «н/а») × 100 %',
  numerator: { words: '(«5» + «4»)', sum: '3' },
  denominator: { words: '(«5» + «4» + «3» + «2» + «н/а»)', sum: '7' },
  notes: ['Форма «Отметки».', 'Школа сдала вкладку.'],
  rows: [
    {
      title: '5 А Математика',
      place,
      cells: [
        { title: '«5»', value: '1', place },
        { title: '«4»', value: '2', place: { ...place, field: 'four' } },
      ],
    },
  ],
  leftOut: [{ title: '6 Геометрия', why: 'Не заполнено: «4»', place: { ...place, row: 2 } }],
  history: [{ title: 'Учебный год 2022/23', value: '3 из 7 (42,9 %, численность мала)', of: ofSchool }],
  corrections: ['12.07.2023, МОКУ Малая ООШ, 5 А Математика: «5» – было 2, стало 1. Причина: опечатка'],
};
export const DISTRICT: Explanation = {
  ...SCHOOL,
  ...NOTHING,
  of: ofDistrict,
  about: 'Район. Учебный год 2022/23 (II квартал 2023 г.)',
  parts: [{ title: 'МОКУ Малая ООШ', value: '3 из 7 (42,9 %, численность мала)', of: ofSchool }],
};
const DOCUMENT = { kind: 'district', period: '2023-Q2', edition: 'служебная', subject: null };
export const CONTENTS: ExplainContents = {
  selected: { explanation: DISTRICT },
  documents: [{ key: DOCUMENT, title: 'Аналитическая справка, II квартал 2023 г.' }],
};
export const EMPTY: ExplainContents = { selected: { words: 'Выберите ячейку с числом.' }, documents: [] };

/** More figures than are shown at once. */
export const FIGURES = Array.from({ length: 40 }, (_, index) => ({
  id: `Ф-${index + 1}`,
  title: `Качество знаний, Школа №${index + 1}`,
  value: '42,9',
  tables: index === 6 ? [1, 3] : [],
  of: ofSchool,
}));

const toSchool = async (page: Page) => page.getByRole('button', { name: 'МОКУ Малая ООШ' }).click();
const WIDE = {
  ...SCHOOL,
  rows: Array.from({ length: 8 }, (_, row) => ({ ...SCHOOL.rows[0]!, place: { ...place, row } })),
};

export const states: State[] = [
  ...waitingAndFailing('explain'),
  state('explain', 'district', [said(CONTENTS)]),
  state('explain', 'nothing-yet', [said(EMPTY)]),
  state('explain', 'underway', [said(CONTENTS), 'silence'], toSchool),
  state('explain', 'school', [said(CONTENTS), said(SCHOOL)], async (page) => {
    await toSchool(page);
    await page.getByText('Строки школы: 1').waitFor();
  }),
  state('explain', 'many-rows', [said({ ...CONTENTS, selected: { explanation: WIDE } })]),
  state('explain', 'refused', [said(CONTENTS), REFUSED], async (page) => {
    await toSchool(page);
    await page.getByRole('alert').waitFor();
  }),
  state(
    'explain',
    'figures',
    [said(CONTENTS), said({ title: '', changed: 'Данные изменились.', figures: FIGURES })],
    async (page) => {
      await page.getByRole('button', { name: 'Показать цифры документа' }).click();
      await page.getByLabel('Номер цифры').waitFor();
    },
  ),
  state(
    'explain',
    'no-such-figure',
    [said(CONTENTS), said({ title: '', changed: '', figures: FIGURES })],
    async (page) => {
      await page.getByRole('button', { name: 'Показать цифры документа' }).click();
      await page.getByLabel('Номер цифры').fill('Ф-99');
    },
  ),
];
