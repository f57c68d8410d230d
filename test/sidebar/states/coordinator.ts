import type { Page } from 'playwright-core';
import type { Board, BoardSchool, ClosingPlan, ReopeningPlan, Review } from '../../../src/model';
import { said } from '../alone-page';
import { REFUSED, type State, state, waitingAndFailing } from './state';

export const school = (key: string, name: string, more: Partial<BoardSchool> = {}): BoardSchool => ({
  key,
  name,
  handedIn: true,
  may: { accept: true, giveBack: true },
  comment: '',
  hasMail: true,
  reminded: '',
  changed: [],
  status: 'сдано 12 июня в 15:40',
  timeliness: 'в срок',
  errors: 0,
  questions: 0,
  trouble: '',
  forms: [],
  ...more,
});
export const NOTHING = { accept: false, giveBack: false };
export const SCHOOLS = [
  school('s1', 'МОБУ СОШ №1'),
  school('s2', 'МОКУ Малая ООШ', {
    handedIn: false,
    may: NOTHING,
    status: 'не сдано',
    timeliness: '',
    errors: 1,
    questions: 2,
    forms: [{ title: 'Отметки', state: 'заполнено 40 из 52' }],
  }),
  school('s3', 'МОКУ Крошечная ООШ', { handedIn: false, may: NOTHING, status: 'не сдано', timeliness: '' }),
];
export const BOARD: Board = {
  period: 'II квартал 2023 г.',
  summary: 'Сдали 1 из 3 школ',
  collected: '25 июня в 10:00',
  night: 'Автоматический сбор прошёл 25.06.2023 03:10.',
  deadline: 'Срок прошёл 15 июня',
  nightFailed: false,
  next: {
    words: 'Срок прошёл, не сдали: 2 школы.',
    action: 'remind',
    label: 'Напомнить двум школам',
    schools: ['s2', 's3'],
  },
  schools: SCHOOLS,
  debtors:
    'Не сдали данные за II квартал 2023 г. (срок – 15 июня):\n– МОКУ Малая ООШ (ошибок: 1)\n– МОКУ Крошечная ООШ',
};

export const PLAN: ClosingPlan = {
  title: 'II квартал 2023 г.',
  changes: [
    '7 ячеек у 3 школ изменились после свода 25 июня в 10:00: МОБУ СОШ №1 – 7.',
    'Качество знаний: 31,2 → 29,8 %, потому что изменилось: МОБУ СОШ №1 (40,1 → 38,0).',
  ],
  unread: [],
  owing: ['МОКУ Малая ООШ'],
  waiting: ['МОБУ СОШ №1'],
  errors: 1,
  frozen: 'Сохранятся и больше не изменятся: 120 строк, 4 формы из 18, 3 школы, показатели и настройки.',
  early: true,
};

export const REVIEW: Review = {
  school: 's1',
  name: 'МОБУ СОШ №1',
  left: '1 ошибка, 1 вопрос',
  changes: ['«Отметки» – изменены строки: 5 А Химия'],
  forms: [
    {
      key: 'marks',
      title: 'Отметки',
      issues: [
        {
          ...{ row: 45, whole: false, name: '5 А Химия', kind: 'error' },
          words: 'Отметок 21, а обучающихся 20: проверьте графы «5», «4», «3», «2»',
        },
        { row: 46, whole: false, name: '5 Б Химия', kind: 'question', words: 'Обучающихся больше, чем в классе' },
        { row: 47, whole: false, name: '6 А Химия', kind: 'explained', words: 'Пусто' },
      ],
    },
  ],
};
export const EXPLAINED: Review = {
  ...REVIEW,
  left: '1 ошибка',
  forms: [{ ...REVIEW.forms[0]!, issues: REVIEW.forms[0]!.issues.slice(0, 1) }],
};

export const NIGHT_FAILED =
  'Автоматический сбор 25.06.2023 03:10 не удался: дополнению не разрешено «читать и менять эту книгу».';
const NO_SCHOOLS: Board['next'] = {
  ...{ words: 'Школ нет. Начните с настройки: «Настройка», «Первая настройка…».', action: 'none', label: '' },
  schools: [],
};
const ACCEPTED: Board = {
  ...BOARD,
  summary: 'Сдали 3 из 3 школ',
  debtors: '',
  next: {
    ...{
      words: 'Приняты все вкладки. Соберите свод, постройте отчёт и закройте квартал.',
      action: 'collect',
      label: '',
    },
    schools: [],
  },
  schools: SCHOOLS.map(({ key, name }) =>
    school(key, name, { may: { accept: false, giveBack: true }, status: 'принято 14 июня' }),
  ),
};
const COLLECTED = { title: 'Свод собран', lines: ['II квартал 2023 г.: собрано школ 3 из 3, 120 строк.'], more: false };
const UNREAD: ClosingPlan = { ...PLAN, unread: ['МОКУ Малая ООШ: нет вкладки'] };
export const CLOSING = { title: 'Период закрывается', lines: ['Переведены вкладки: 1 из 3'], more: true };
export const CLOSED = { title: 'II квартал 2023 г. закрыт', lines: ['Открыт III квартал 2023 г.'], more: false };

export const REOPENING: ReopeningPlan = {
  title: 'I квартал 2023 г.',
  begun: false,
  unread: [],
  typed: [],
  notes: ['На вкладках школ снова будет то, что стояло при закрытии. II квартал 2023 г. начнётся заново.'],
};
export const TYPED: ReopeningPlan = { ...REOPENING, typed: ['МОКУ Малая ООШ: «Отметки»'] };
export const BACK = { title: 'Период открывается снова', lines: ['Возвращены вкладки: 1 из 3'], more: true };
export const REOPENED = {
  title: 'I квартал 2023 г. снова открыт',
  lines: ['На вкладках снова то, что было.'],
  more: false,
};

const reopened = async (page: Page): Promise<void> => {
  await to('Открыть период снова…')(page);
  await page.getByLabel('Почему').fill('закрыт раньше времени');
  await to('Открыть снова I квартал')(page);
};

const to = (name: string) => async (page: Page) => page.getByRole('button', { name }).first().click();
const SLOW = 'silence' as const;

export const states: State[] = [
  ...waitingAndFailing('coordinator'),
  state('coordinator', 'day', [said(BOARD)]),
  state('coordinator', 'day-nobody-shown', [said({ ...BOARD, schools: SCHOOLS.slice(0, 1) })], to('Не сдали 0')),
  state('coordinator', 'no-schools', [said({ ...BOARD, schools: [], debtors: '', next: NO_SCHOOLS })]),
  state('coordinator', 'night-failed', [said({ ...BOARD, night: NIGHT_FAILED, nightFailed: true })]),
  state('coordinator', 'all-accepted', [said(ACCEPTED)]),
  state('coordinator', 'collecting', [said(BOARD), SLOW], to('Собрать свод')),
  state('coordinator', 'collected', [said(BOARD), said(COLLECTED), said(ACCEPTED)], to('Собрать свод')),
  state('coordinator', 'refused', [said(BOARD), REFUSED], to('Собрать свод')),
  state('coordinator', 'copied-by-hand', [said(BOARD)], async (page) => {
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true })');
    await to('Скопировать список должников')(page);
  }),
  state('coordinator', 'review-underway', [said(BOARD), SLOW], to('Проверка вкладки')),
  state('coordinator', 'review', [said(BOARD), said(REVIEW)], async (page) => {
    await to('Проверка вкладки')(page);
    await page.getByText('Пояснить', { exact: false }).first().click();
  }),
  state('coordinator', 'review-clean', [said(BOARD), said({ ...REVIEW, left: '', forms: [] })], to('Проверка вкладки')),
  state('coordinator', 'review-refused', [said(BOARD), REFUSED], to('Проверка вкладки')),
  state('coordinator', 'give-back', [said(BOARD)], to('Вернуть…')),
  state('coordinator', 'give-back-with-remarks', [said(BOARD), said(REVIEW)], async (page) => {
    await to('Проверка вкладки')(page);
    await to('В замечания')(page);
    await to('Вернуть с замечаниями')(page);
  }),
  state('coordinator', 'closing-planned', [said(BOARD), said(PLAN)], to('Закрыть квартал…')),
  state('coordinator', 'closing-impossible', [said(BOARD), said(UNREAD)], to('Закрыть квартал…')),
  state('coordinator', 'closing', [said(BOARD), said(PLAN), said(CLOSING), SLOW], async (page) => {
    await to('Закрыть квартал…')(page);
    await to('Закрыть II квартал')(page);
    await page.getByText('Переведены вкладки').waitFor();
  }),
  state('coordinator', 'closed', [said(BOARD), said(PLAN), said(CLOSED)], async (page) => {
    await to('Закрыть квартал…')(page);
    await to('Закрыть II квартал')(page);
    await page.getByText('Открыт III квартал').waitFor();
  }),
  state('coordinator', 'reopening-planned', [said(BOARD), said(REOPENING)], to('Открыть период снова…')),
  state('coordinator', 'reopening-impossible', [said(BOARD), said(TYPED)], to('Открыть период снова…')),
  state('coordinator', 'reopening', [said(BOARD), said(REOPENING), said(BACK), SLOW], async (page) => {
    await reopened(page);
    await page.getByText('Возвращены вкладки').waitFor();
  }),
  state('coordinator', 'reopened', [said(BOARD), said(REOPENING), said(REOPENED)], async (page) => {
    await reopened(page);
    await page.getByText('На вкладках снова то, что было').waitFor();
  }),
];
