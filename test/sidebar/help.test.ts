import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { formulaText } from '../../src/model';
import { DIST } from '../appsscript/district';
import { programme } from '../four-forms';
import { callsOf, chromiumForTests, focusOn, openAlone, type Reply } from './alone-page';
import { ANSWER } from './states/help';
import { ANOTHER_ACCOUNT } from './states/state';

const HTML = readFileSync(join(DIST, 'help.html'), 'utf8');
const browser = chromiumForTests();

const opened = (...replies: Reply[]): Promise<Page> => openAlone(browser(), HTML, replies);

const search = (page: Page) => page.getByLabel('Найти в справке');

test('the help shows how to fill in, every form and every group of indicators after one call', async () => {
  const page = await opened({ answer: ANSWER });
  await search(page).waitFor();
  expect(await page.getByText('Откройте вкладку своей школы').isVisible()).toBe(true);
  for (const { title } of programme.forms) expect(await page.getByText(title, { exact: true }).count()).toBe(1);
  const forms = new Set(programme.indicators.map(({ from }) => from.title));
  for (const title of forms) expect(await page.getByText(`По форме «${title}»`).isVisible()).toBe(true);
  expect(await callsOf(page)).toEqual([['help', 'load', []]]);
});

test('every indicator of the programme has its formula there', async () => {
  const page = await opened({ answer: ANSWER });
  await search(page).waitFor();
  const formulas = await page.locator('.formula').allTextContents();
  expect(formulas.sort()).toEqual(programme.indicators.map(formulaText).sort());
});

test('a search opens what it found, marks it, tells how many there are; Escape shows all again', async () => {
  const page = await opened({ answer: ANSWER });
  await search(page).fill('Качества');
  await page.getByText('Найдено:').waitFor();
  expect(await page.getByRole('heading', { name: 'Качество знаний', exact: true }).isVisible()).toBe(true);
  expect(await page.locator('mark').first().textContent()).toBe('Качеств');
  expect(await page.getByText('Откройте вкладку своей школы').count()).toBe(0);
  await search(page).press('Escape');
  await page.getByText('Откройте вкладку своей школы').waitFor();
  expect(await page.getByRole('heading', { name: 'Качество знаний', exact: true }).isVisible()).toBe(false);
});

test('a search that finds nothing says what to try, and all can be shown again', async () => {
  const page = await opened({ answer: ANSWER });
  await search(page).fill('абракадабра');
  await page.getByText('По запросу «абракадабра» ничего нет').waitFor();
  await page.getByRole('button', { name: 'Показать всё' }).click();
  await page.getByText('Откройте вкладку своей школы').waitFor();
});

test('while the server is silent the page says that it is loading', async () => {
  const page = await opened('silence');
  expect(await page.getByRole('status').textContent()).toBe('Загружается…');
});

test('where another Google account stands in the way the cure is shown, and «Повторить» tries again', async () => {
  const page = await opened(ANOTHER_ACCOUNT, { answer: ANSWER });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/два аккаунта Google.*окне инкогнито.*выйдите из всех аккаунтов/);
  await page.getByRole('button', { name: 'Повторить' }).click();
  await search(page).waitFor();
});

test('a refusal of the server is shown in its own words, and the help stays', async () => {
  const page = await opened({ answer: ANSWER }, { answer: { refused: 'Вкладки «Справка» ещё нет.' } });
  await page.getByRole('button', { name: 'Открыть вкладку «Справка»' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Вкладки «Справка» ещё нет.');
  expect(await search(page).isVisible()).toBe(true);
});

test('it works by keyboard alone: a section is reached, a form opened, a search typed', async () => {
  const page = await opened({ answer: ANSWER });
  await search(page).waitFor();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Tab', 'Tab', 'Tab', 'Enter');
  await focusOn(page, 'h2', 'Формы и графы');
  await press('Tab', 'Enter');
  expect(await page.locator('details[open] dl').isVisible()).toBe(true);
  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  await page.keyboard.type('соу');
  await page.getByRole('heading', { name: 'СОУ', exact: true }).waitFor();
});

test('a script or a comment inside the page’s own strings would not end it', () => {
  expect(HTML.match(/<\/script/g)).toHaveLength(1);
  expect(HTML).not.toContain('<!--');
});
