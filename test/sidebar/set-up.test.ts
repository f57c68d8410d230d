import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SetUpContents, SetUpDraft } from '../../src/model';
import { DIST } from '../appsscript/district';
import { callsOf, chromiumForTests, focusOn, openAlone, type Reply, said } from './alone-page';
import { ARCHIVE, CONTENTS, KNOWN, OFFERED, READY, RESTORED, school, step, WRONG } from './states/set-up';
import { ANOTHER_ACCOUNT } from './states/state';

const HTML = readFileSync(join(DIST, 'set-up.html'), 'utf8');

const browser = chromiumForTests();

async function opened(contents: SetUpContents, ...replies: Reply[]): Promise<Page> {
  const page = await openAlone(browser(), HTML, [said(contents), ...replies]);
  await page.getByRole('navigation').waitFor();
  return page;
}
const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const district = (page: Page) => click(page, '3. Район');
const unfold = (page: Page, hasText: string) => page.locator('summary', { hasText }).click();
const actionsOf = async (page: Page) => (await callsOf(page)).map(([, action]) => action);
const savedOf = async (page: Page): Promise<SetUpDraft> => {
  const call = (await callsOf(page)).find(([, action]) => action === 'save') as [string, string, [SetUpDraft]];
  return call[2][0];
};

test('three screens: what it does, what it may do and why, the district', async () => {
  const page = await opened(CONTENTS);
  expect(await page.getByRole('heading', { name: 'Что делает надстройка' }).isVisible()).toBe(true);
  await click(page, 'Дальше');
  await focusOn(page, 'h2', 'Что разрешить и зачем');
  expect(await page.getByRole('img', { name: /Google не проверил это приложение/ }).isVisible()).toBe(true);
  expect(await page.getByText('Дополнительные настройки» – мелкий текст').isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Выдать разрешения' }).getAttribute('href')).toBe(CONTENTS.grantUrl);
  await click(page, 'Дальше');
  expect(await page.getByLabel('Отчётный период').inputValue()).toBe('2023-Q2');
  expect(await callsOf(page)).toEqual([['set-up', 'load', []]]);
});

test('one click saves and makes the tabs, as often as it takes; the last step switches the automation on', async () => {
  const page = await opened(
    CONTENTS,
    said([]),
    said(step('Вкладки готовы не все', true)),
    said(READY),
    said(KNOWN),
    said(step('Автоматический сбор включён')),
  );
  await district(page);
  await click(page, 'Создать вкладки');
  await page.getByRole('heading', { name: 'Вкладки готовы' }).waitFor();
  expect(await actionsOf(page)).toEqual(['load', 'save', 'create', 'create', 'load']);
  await click(page, 'Включить автоматический сбор');
  await page.getByRole('heading', { name: 'Автоматический сбор включён' }).waitFor();
  expect(await page.getByText('Откройте книгу школам').isVisible()).toBe(true);
});

test('schools are pasted as a list, changed and taken out; deadlines and period are chosen', async () => {
  const page = await opened(CONTENTS, said([]), said(READY), said(KNOWN));
  await district(page);
  await page.getByLabel('Отчётный период').selectOption('2023-Q3');
  await page.getByText('Сроки сдачи').click();
  await page.getByLabel('Сдать до: учебный год').fill('20 июня');
  await page.getByText('Добавить школы').click();
  await page.getByLabel('Названия, каждое с новой строки').fill('  Подгорненская ООШ \n\nСреднинская  СОШ');
  await click(page, 'Добавить');
  await unfold(page, 'МОБУ Зареченская СОШ №1');
  await page.getByRole('textbox', { name: 'Название', exact: true }).fill('Зареченский лицей');
  await page.getByLabel('Отсрочка до').first().fill('2023-06-30');
  await page.getByRole('textbox', { name: 'Кто заполняет вкладку' }).fill('teacher@school.example');
  await unfold(page, 'МОКУ Луговская ООШ');
  await click(page, 'Убрать МОКУ Луговская ООШ');
  await click(page, 'Создать вкладки');
  await page.getByRole('heading', { name: 'Вкладки готовы' }).waitFor();
  expect(await savedOf(page)).toEqual({
    period: '2023-Q3',
    schools: [
      school('s1', 'Зареченский лицей', { editors: 'teacher@school.example', extended: '2023-06-30' }),
      school('', 'Подгорненская ООШ', { type: 'ООШ', group: 'участник' }),
      school('', 'Среднинская СОШ', { group: 'участник' }),
    ],
    closed: ['s2'],
    deadlines: { 'deadline-q4': '15 января', 'deadline-q2': '20 июня' },
  });
});

test('a school at work is closed only after it is said what goes with it', async () => {
  const page = await opened(KNOWN, said([]), said(READY), said(KNOWN));
  await unfold(page, 'МОКУ Луговская ООШ');
  await click(page, 'Закрыть школу МОКУ Луговская ООШ');
  expect(await page.getByText(/вкладки удалятся вместе с тем, что введено/).isVisible()).toBe(true);
  await click(page, 'Сохранить и обновить вкладки');
  await page.getByRole('heading', { name: 'Вкладки готовы' }).waitFor();
  expect((await savedOf(page)).closed).toEqual(['s2']);
});

test('what cannot be saved is said at its school, which unfolds; no tab is made', async () => {
  const page = await opened(KNOWN, said(WRONG));
  await click(page, 'Сохранить и обновить вкладки');
  await page.getByText('так называется служебная вкладка', { exact: false }).waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Исправьте отмеченное в школах');
  expect(await actionsOf(page)).toEqual(['load', 'save']);
});

test('a workbook whose settings cannot be used shows what is wrong with them', async () => {
  const page = await opened({ ...KNOWN, notes: ['Вкладка «Настройки», «Сдать до»: указано «летом».'] });
  expect(await page.getByText('указано «летом»').isVisible()).toBe(true);
});

test('a refusal or another account in the browser is said in words, and the same is tried again', async () => {
  const page = await opened(KNOWN, ANOTHER_ACCOUNT, said([]), said(READY), said(KNOWN));
  await click(page, 'Сохранить и обновить вкладки');
  await page.getByText('Панель не допущена к книге').waitFor();
  await click(page, 'Повторить');
  await page.getByRole('heading', { name: 'Вкладки готовы' }).waitFor();
});

test('while the tabs are made it is said how far it is, and nothing can be changed', async () => {
  const page = await opened(CONTENTS, said([]), said(step('Вкладки готовы не все', true)), 'silence');
  await district(page);
  await click(page, 'Создать вкладки');
  await page.getByText('Создаются вкладки. Продолжение 2.').waitFor();
  expect(await page.getByLabel('Отчётный период').isDisabled()).toBe(true);
});

test('values that the authors propose are shown as theirs and taken by a click', async () => {
  const page = await opened({ ...KNOWN, proposals: OFFERED }, said('Предложенные значения приняты: 1.'));
  await unfold(page, 'Предложенные значения');
  expect(await page.getByText('ИСБШ, нижняя граница: 0,05').isVisible()).toBe(true);
  await click(page, 'Принять предложенное');
  await page.getByText('Предложенные значения приняты: 1.').waitFor();
  expect(await actionsOf(page)).toEqual(['load', 'takeProposals']);
});

test('a workbook comes back from its archive, which is unpacked here and sent as often as it takes', async () => {
  const page = await opened(CONTENTS, said(step('Книга восстановлена не вся', true)), said(RESTORED));
  await page.getByText('Есть архив такой книги?').click();
  const choose = page.getByLabel('Выбрать архив');
  await choose.setInputFiles({ name: 'отчёт.zip', mimeType: '', buffer: Buffer.from('не архив') });
  expect(await page.getByRole('alert').textContent()).toContain('Это не архив .zip');
  await choose.setInputFiles({ name: 'архив.zip', mimeType: '', buffer: ARCHIVE });
  await page.getByRole('heading', { name: 'Книга восстановлена', exact: true }).waitFor();
  const sent = ['set-up', 'restore', [{ 'sha256.txt': 'хеш', 'tabs/x.json': '{}' }]];
  expect(await callsOf(page)).toEqual([['set-up', 'load', []], sent, sent]);
  expect(await (await opened(KNOWN)).getByText('Есть архив такой книги?').count()).toBe(0);
});

test('all of it works by keyboard', async () => {
  const page = await opened(CONTENTS, said([]), said(READY), said(KNOWN));
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
  };
  await press('Tab', 4);
  await press('Enter');
  await focusOn(page, 'h2', 'Что разрешить и зачем');
  await press('Tab', 3);
  await press('Enter');
  await page.locator('h2:focus').filter({ hasNotText: 'Что разрешить и зачем' }).waitFor();
  await press('Tab', 6);
  await press('Enter');
  await page.getByRole('heading', { name: 'Вкладки готовы' }).waitFor();
});
