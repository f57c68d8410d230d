import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Board, BoardSchool, PanelAnswer } from '../../src/model';
import { DIST } from '../appsscript/district';
import { launch, violations } from '../local/preview/launch-browser';
import { callsOf, openAlone, type Reply } from './alone-page';

const HTML = readFileSync(join(DIST, 'coordinator.html'), 'utf8');

const school = (key: string, name: string, more: Partial<BoardSchool> = {}): BoardSchool => ({
  key,
  name,
  handedIn: true,
  status: 'сдано 12 июня в 15:40',
  timeliness: 'в срок',
  errors: 0,
  questions: 0,
  trouble: '',
  forms: [],
  ...more,
});
const SCHOOLS = [
  school('s1', 'МОБУ СОШ №1'),
  school('s2', 'МОКУ Малая ООШ', {
    handedIn: false,
    status: 'не сдано',
    timeliness: '',
    errors: 1,
    questions: 2,
    forms: [{ title: 'Отметки', state: 'заполнено 40 из 52' }],
  }),
  school('s3', 'МОКУ Крошечная ООШ', { handedIn: false, status: 'не сдано', timeliness: '' }),
];
const BOARD: Board = {
  period: 'II квартал 2023 г.',
  summary: 'Сдали 1 из 3 школ',
  collected: '25 июня в 10:00',
  night: 'Автоматический сбор прошёл 25.06.2023 03:10.',
  deadline: 'Срок прошёл 15 июня',
  next: { words: 'Срок прошёл: 2 школы. Напомните им.', action: 'copy' },
  schools: SCHOOLS,
  debtors:
    'Не сдали данные за II квартал 2023 г. (срок – 15 июня):\n– МОКУ Малая ООШ (ошибок: 1)\n– МОКУ Крошечная ООШ',
};

let scratch: string;
let browser: Browser;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'sidebar-test-'));
  browser = await launch(scratch);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const said = (done: unknown): Reply => ({ answer: { done } as PanelAnswer });
const opened = async (board: Board, ...replies: Reply[]): Promise<Page> => {
  const page = await openAlone(browser, HTML, [said(board), ...replies]);
  await page.getByText(board.next.words).waitFor();
  return page;
};
const sound = async (page: Page): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overhang)).toBe(0);
};
const names = (page: Page): Promise<string[]> => page.locator('.card h2').allTextContents();

test('the panel tells after one call who has handed in, how the night went and what to do next', async () => {
  const page = await opened(BOARD);
  expect(await page.getByText('II квартал 2023 г.: сдали 1 из 3 школ').isVisible()).toBe(true);
  expect(await page.getByText('Автоматический сбор прошёл 25.06.2023 03:10.').isVisible()).toBe(true);
  expect(await names(page)).toEqual(SCHOOLS.map(({ name }) => name));
  expect(await callsOf(page)).toEqual([['coordinator', 'load', []]]);
  await sound(page);
});

test('«Не сдали» and «С вопросами» show those schools alone, and how many they are', async () => {
  const page = await opened(BOARD);
  await page.getByRole('button', { name: 'Не сдали 2' }).click();
  expect(await names(page)).toEqual(['МОКУ Малая ООШ', 'МОКУ Крошечная ООШ']);
  await page.getByRole('button', { name: 'С вопросами 1' }).click();
  expect(await names(page)).toEqual(['МОКУ Малая ООШ']);
  await page.getByText('Не заполнено форм: 1').click();
  expect(await page.getByText('Отметки: заполнено 40 из 52').isVisible()).toBe(true);
  await sound(page);
});

test('a click on «Открыть вкладку» leads to that school', async () => {
  const page = await opened(BOARD, said(null));
  await page.getByRole('button', { name: 'Открыть вкладку школы МОКУ Малая ООШ' }).click();
  expect((await callsOf(page))[1]).toEqual(['coordinator', 'openTab', ['s2']]);
});

test('the list of debtors is copied, or shown where the browser does not copy', async () => {
  const page = await opened(BOARD);
  await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true })');
  await page.getByRole('button', { name: 'Скопировать список должников' }).click();
  const list = page.getByLabel('Браузер не дал скопировать');
  expect(await list.inputValue()).toBe(BOARD.debtors);
  await sound(page);
});

test('«Собрать свод» goes on by itself where time ran out, and shows what came of it and the new state', async () => {
  const all: Board = { ...BOARD, summary: 'Сдали 3 из 3 школ', next: { words: 'Сдали все.', action: 'collect' } };
  const page = await opened(
    BOARD,
    said({ title: 'Свод собирается', lines: ['Школа 40 из 60'], more: true }),
    said({ title: 'Свод собран', lines: ['Учтены 3 школы.'], more: false }),
    said(all),
  );
  await page.getByRole('button', { name: 'Собрать свод' }).click();
  await page.getByText('Учтены 3 школы.').waitFor();
  await page.getByText('Сдали все.').waitFor();
  const actions = (await callsOf(page)).map(([, action]) => action);
  expect(actions).toEqual(['load', 'collect', 'collect', 'load']);
  await sound(page);
});

test('a refusal is said in its own words, and the board stays', async () => {
  const page = await opened(BOARD, { answer: { refused: 'Уже выполняется другая работа.' } });
  await page.getByRole('button', { name: 'Собрать свод' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Уже выполняется другая работа.');
  expect(await names(page)).toHaveLength(3);
  await sound(page);
});

test('without schools it says where to begin', async () => {
  const words = 'Школ нет. Заполните вкладку «Школы», затем «Создать или починить вкладки».';
  const page = await opened({ ...BOARD, schools: [], debtors: '', next: { words, action: 'none' } });
  expect(await page.getByRole('button').count()).toBe(0);
  await sound(page);
});
