import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ReportRequest } from '../../src/model';
import { DIST } from '../appsscript/district';
import { callsOf, chromiumForTests, openAlone, type Reply, said } from './alone-page';
import { built, CONTENTS, DOUBT } from './states/report';

const HTML = readFileSync(join(DIST, 'report.html'), 'utf8');

const browser = chromiumForTests();

async function opened(...replies: Reply[]): Promise<Page> {
  const page = await openAlone(browser(), HTML, [said(CONTENTS), ...replies]);
  await page.getByLabel('Вид отчёта').waitFor();
  return page;
}

/** What the page has asked to be built. */
const requestsOf = async (page: Page): Promise<ReportRequest[]> =>
  (await callsOf(page)).slice(1).map(([, , args]) => (args as [ReportRequest])[0]);

const build = (page: Page) => page.getByRole('button', { name: 'Построить' }).click();

test('the panel says what will be missing in the report and which documents there are already', async () => {
  const page = await opened();
  expect(await page.getByRole('list', { name: 'Что будет неполным' }).textContent()).toContain(
    'Не сдали: МОКУ Малая ООШ.',
  );
  expect(await page.getByRole('link', { name: 'Аналитическая справка' }).getAttribute('href')).toContain('/old/');
  await page.getByLabel('Период').selectOption('2023-Q1');
  expect(await page.getByRole('list', { name: 'Что будет неполным' }).count()).toBe(0);
});

test('the district’s report is one call, and a link to it', async () => {
  const page = await opened(built('Аналитическая справка, II квартал 2023 г.'));
  await build(page);
  await page.getByText('Построено документов: 1 из 1.').waitFor();
  expect(await page.getByRole('link', { name: 'Аналитическая справка, II квартал 2023 г.' }).isVisible()).toBe(true);
  const request = { kind: 'district', period: '2023-Q2', edition: 'служебная', subject: null };
  expect(await callsOf(page)).toEqual([
    ['report', 'load', []],
    ['report', 'build', [request]],
  ]);
});

test('cards of all schools are built one by one; what fails is tried again without the others', async () => {
  const refusal: Reply = { answer: { refused: 'Свод ещё не собран.' } };
  const page = await opened(built('Первая'), refusal, built('Вторая'), built('Третья'));
  await page.getByLabel('Вид отчёта').selectOption('school');
  await build(page);
  await page.getByText('Остановлено. 2 из 3: МОКУ Малая ООШ').waitFor();
  expect(await page.getByText('Уже построено').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Повторить' }).click();
  await page.getByText('Построено документов: 3 из 3.').waitFor();
  const subjects = (await requestsOf(page)).map(({ subject }) => subject);
  expect(subjects).toEqual(['s1', 's2', 's2', 's3']);
});

test('one school’s card is built alone', async () => {
  const page = await opened(built('Карточка'));
  await page.getByLabel('Вид отчёта').selectOption('school');
  await page.getByLabel('О какой школе').selectOption('s2');
  await build(page);
  await page.getByText('Построено документов: 1 из 1.').waitFor();
  expect(await callsOf(page)).toHaveLength(2);
});

describe('a document that people have written in', () => {
  test.each([
    ['Создать новый рядом', 'beside'],
    ['Заменить текст', 'replace'],
  ])('is asked about: «%s»', async (button, choice) => {
    const page = await opened(DOUBT, built('Справка'));
    await build(page);
    expect(await page.getByRole('alert').textContent()).toContain('правили вручную');
    await page.getByRole('button', { name: button }).click();
    await page.getByText('Построено документов: 1 из 1.').waitFor();
    const last = (await requestsOf(page)).pop();
    expect(last?.answer).toEqual({ state: 'id 7', choice });
  });

  test('can be left as it is', async () => {
    const page = await opened(DOUBT);
    await build(page);
    await page.getByRole('button', { name: 'Оставить как есть' }).click();
    await page.getByText('Построено документов: 0 из 1.').waitFor();
    expect(await callsOf(page)).toHaveLength(2);
  });
});

test('all of it works by keyboard', async () => {
  const page = await opened(built('Справка'));
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Построено документов: 1 из 1.').waitFor();
});

test('drafts of recommendations go into their register by one button, and the panel says what came of it', async () => {
  const page = await opened(said('Внесено: 3 строки со статусом «проект».'));
  await page.getByLabel('Период').selectOption('2023-Q1');
  await page.getByRole('button', { name: 'Внести проекты рекомендаций' }).click();
  await page.getByText('Внесено: 3 строки со статусом «проект».').waitFor();
  expect((await callsOf(page)).slice(1)).toEqual([['report', 'enterDrafts', ['2023-Q1']]]);
});
