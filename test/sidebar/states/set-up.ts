import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { SetUpContents, SetUpSchool, SetUpStep } from '../../../src/model';
import { said } from '../alone-page';
import { ANOTHER_ACCOUNT, type State, state, waitingAndFailing } from './state';

export const school = (key: string, name: string, more: Partial<SetUpSchool> = {}): SetUpSchool => ({
  ...{ key, name, type: 'СОШ', group: 'ведущая', partner: '', mail: '', editors: '', extended: '', ...more },
});
export const CONTENTS: SetUpContents = {
  isNew: true,
  restoring: false,
  period: '2023-Q2',
  periods: [
    { key: '2023-Q1', title: 'I квартал 2023 г.' },
    { key: '2023-Q2', title: 'II квартал 2023 г.' },
    { key: '2023-Q3', title: 'III квартал 2023 г.' },
  ],
  schools: [school('s1', 'МОБУ Зареченская СОШ №1'), school('s2', 'МОКУ Луговская ООШ', { type: 'ООШ' })],
  types: ['СОШ', 'ООШ', 'НОШ'],
  groups: ['ведущая', 'участник'],
  deadlines: [
    { key: 'deadline-q4', title: 'Сдать до: I полугодие (IV квартал)', value: '15 января' },
    { key: 'deadline-q2', title: 'Сдать до: учебный год (II квартал)', value: '15 июня' },
  ],
  permissions: [
    { title: 'читать и менять эту книгу', why: 'Проверять вкладки школ и собирать свод.', granted: true },
    { title: 'отправлять письма', why: 'Напоминать школам о сроке.', granted: false },
  ],
  grantUrl: 'https://accounts.google.com/o/oauth2/auth?client',
  automatic: false,
  proposals: [],
  notes: [],
};
export const OFFERED = [{ key: 'low:x', title: 'ИСБШ, нижняя граница', value: '0,05' }];
export const KNOWN: SetUpContents = { ...CONTENTS, isNew: false };
export const step = (title: string, more = false): SetUpStep => ({ title, lines: [`${title}.`], more });
export const READY = step('Вкладки готовы');

export const WRONG = [{ school: 1, words: 'Так называется служебная вкладка «Журнал» – назовите школу иначе.' }];

const press = (name: string) => async (page: Page) => page.getByRole('button', { name }).first().click();
const create = async (page: Page) => {
  await press('3. Район')(page);
  await press('Создать вкладки')(page);
};
const save = press('Сохранить и обновить вкладки');
const unfold = async (page: Page) => page.locator('summary', { hasText: 'МОКУ Луговская ООШ' }).click();
const made = [said([]), said(READY), said(KNOWN)];

/** An archive as the add-on packs it, as far as a page looks at it. */
export const ARCHIVE = Buffer.from(zipSync({ 'sha256.txt': strToU8('хеш'), 'tabs/x.json': strToU8('{}') }));
export const RESTORED = step('Книга восстановлена');
const restore = (buffer: Buffer) => async (page: Page) => {
  await page.getByText('Есть архив такой книги?').click();
  await page.getByLabel('Выбрать архив').setInputFiles({ name: 'архив.zip', mimeType: '', buffer });
};
const PART = step('Книга восстановлена не вся', true);

export const states: State[] = [
  ...waitingAndFailing('set-up'),
  state('set-up', 'what-it-does', [said(CONTENTS)]),
  state('set-up', 'restore-begun', [said({ ...CONTENTS, restoring: true })]),
  state('set-up', 'restore-no-archive', [said(CONTENTS)], restore(Buffer.from('нет'))),
  state('set-up', 'restore-underway', [said(CONTENTS), said(PART), 'silence'], restore(ARCHIVE)),
  state('set-up', 'restored', [said(CONTENTS), said(RESTORED)], restore(ARCHIVE)),
  state('set-up', 'permissions', [said(CONTENTS)], press('2. Разрешения')),
  state('set-up', 'district-new', [said(CONTENTS)], press('3. Район')),
  state('set-up', 'district', [said(KNOWN)], async (page) => {
    for (const words of ['Сроки сдачи', 'Добавить школы']) await page.getByText(words).click();
    await unfold(page);
  }),
  state('set-up', 'district-notes', [said({ ...KNOWN, notes: ['Вкладка «Настройки», «Сдать до»: указано «летом».'] })]),
  state('set-up', 'proposals', [said({ ...KNOWN, proposals: OFFERED })], async (page) =>
    page.locator('summary', { hasText: 'Предложенные значения' }).click(),
  ),
  state('set-up', 'closing-school', [said(KNOWN)], async (page) => {
    await unfold(page);
    await press('Закрыть школу МОКУ Луговская ООШ')(page);
  }),
  state('set-up', 'wrong', [said(KNOWN), said(WRONG)], async (page) => {
    await save(page);
    await page.getByRole('alert').waitFor();
  }),
  state('set-up', 'refused', [said(KNOWN), ANOTHER_ACCOUNT], async (page) => {
    await save(page);
    await page.getByRole('alert').waitFor();
  }),
  state('set-up', 'underway', [said(CONTENTS), said([]), said(step('Вкладки готовы не все', true)), 'silence'], create),
  state('set-up', 'created', [said(CONTENTS), ...made], async (page) => {
    await create(page);
    await page.getByRole('heading', { name: 'Вкладки готовы' }).waitFor();
  }),
  state('set-up', 'automatic', [said(CONTENTS), ...made, said(step('Автоматический сбор включён'))], async (page) => {
    await create(page);
    await press('Включить автоматический сбор')(page);
    await page.getByRole('heading', { name: 'Автоматический сбор включён' }).waitFor();
  }),
];
