import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Board, Review } from '../../src/model';
import { DIST } from '../appsscript/district';
import { callsOf, chromiumForTests, openAlone, type Reply, said } from './alone-page';
import {
  BACK,
  BOARD,
  CLOSED,
  CLOSING,
  EXPLAINED,
  NIGHT_FAILED,
  PLAN,
  REOPENED,
  REOPENING,
  REVIEW,
  SCHOOLS,
  TYPED,
} from './states/coordinator';

const HTML = readFileSync(join(DIST, 'coordinator.html'), 'utf8');

const browser = chromiumForTests();

const opened = async (board: Board, ...replies: Reply[]): Promise<Page> => {
  const page = await openAlone(browser(), HTML, [said(board), ...replies]);
  await page.getByText(board.next.words).waitFor();
  return page;
};
const names = (page: Page): Promise<string[]> => page.locator('.card h2').allTextContents();

test('the panel tells after one call who has handed in, how the night went and what to do next', async () => {
  const page = await opened(BOARD);
  expect(await page.getByText('II квартал 2023 г.: сдали 1 из 3 школ').isVisible()).toBe(true);
  expect(await page.getByText('Автоматический сбор прошёл 25.06.2023 03:10.').isVisible()).toBe(true);
  expect(await names(page)).toEqual(SCHOOLS.map(({ name }) => name));
  expect(await callsOf(page)).toEqual([['coordinator', 'load', []]]);
});

test('«Не сдали» and «С вопросами» show those schools alone, and how many they are', async () => {
  const page = await opened(BOARD);
  await page.getByRole('button', { name: 'Не сдали 2' }).click();
  expect(await names(page)).toEqual(['МОКУ Малая ООШ', 'МОКУ Крошечная ООШ']);
  await page.getByRole('button', { name: 'С вопросами 1' }).click();
  expect(await names(page)).toEqual(['МОКУ Малая ООШ']);
  await page.getByText('Не заполнено форм: 1').click();
  expect(await page.getByText('Отметки: заполнено 40 из 52').isVisible()).toBe(true);
});

test('a click on «Открыть вкладку» leads to that school', async () => {
  const page = await opened(BOARD, said(null));
  await page.getByRole('button', { name: 'Открыть вкладку МОКУ Малая ООШ' }).click();
  expect((await callsOf(page))[1]).toEqual(['coordinator', 'openTab', ['s2']]);
});

test('the list of debtors is copied, or shown where the browser does not copy', async () => {
  const page = await opened(BOARD);
  await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true })');
  await page.getByRole('button', { name: 'Скопировать список должников' }).click();
  const list = page.getByLabel('Браузер не дал скопировать');
  expect(await list.inputValue()).toBe(BOARD.debtors);
});

test('«Собрать свод» goes on by itself where time ran out, and shows what came of it and the new state', async () => {
  const all: Board = {
    ...BOARD,
    summary: 'Сдали 3 из 3 школ',
    next: { words: 'Сдали все.', action: 'collect', label: '', schools: [] },
  };
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
});

test('a refusal is said in its own words, and the board stays', async () => {
  const page = await opened(BOARD, { answer: { refused: 'Уже выполняется другая работа.' } });
  await page.getByRole('button', { name: 'Собрать свод' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Уже выполняется другая работа.');
  expect(await names(page)).toHaveLength(3);
});

test('without schools it says where to begin', async () => {
  const words = 'Школ нет. Начните с настройки: «Настройка», «Первая настройка…».';
  const page = await opened({
    ...BOARD,
    schools: [],
    debtors: '',
    next: { words, action: 'none', label: '', schools: [] },
  });
  expect(await page.getByRole('button').count()).toBe(0);
});

test('those who owe are reminded by one button, a single school from its card', async () => {
  const told = { title: 'Напоминания', lines: ['Письма отправлены: МОКУ Малая ООШ.'] };
  const after = { ...BOARD, schools: BOARD.schools.map((each) => ({ ...each, reminded: 'напомнили 16 июня' })) };
  const page = await opened(BOARD, said(told), said(after));
  await page.getByRole('button', { name: 'Напомнить двум школам' }).click();
  await page.getByText('Письма отправлены: МОКУ Малая ООШ.').waitFor();
  expect((await callsOf(page))[1]).toEqual(['coordinator', 'remind', [['s2', 's3']]]);
  expect(await page.getByRole('button', { name: /^Напомнить МОКУ/ }).count()).toBe(0);
  expect(await page.getByText('не сдано, напомнили 16 июня').count()).toBe(2);
});

test('a night without a good run is told with the button that switches it on again', async () => {
  const page = await opened(
    { ...BOARD, night: NIGHT_FAILED, nightFailed: true },
    ...[said({ title: 'Автоматический сбор включён', lines: [] }), said(BOARD)],
  );
  await page.getByRole('button', { name: 'Включить ночной сбор снова' }).click();
  await page.getByText('Автоматический сбор включён').waitFor();
  expect((await callsOf(page))[1]).toEqual(['coordinator', 'enable', []]);
});

test('«Закрыть квартал…» first tells what it would do, then closes, going on by itself', async () => {
  const page = await opened(BOARD, said(PLAN), said(CLOSING), said(CLOSED), said(BOARD));
  await page.getByRole('button', { name: 'Закрыть квартал…' }).click();
  await page.getByText('Качество знаний: 31,2 → 29,8 %', { exact: false }).waitFor();
  expect(await page.getByText('Квартал ещё не закончился.').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Закрыть II квартал 2023 г.' }).click();
  await page.getByText('Открыт III квартал 2023 г.').waitFor();
  await page.getByRole('button', { name: 'К списку школ' }).click();
  await page.getByText(BOARD.next.words).waitFor();
  const calls = (await callsOf(page)).slice(1).map(([, action, args]) => [action, args]);
  const close = ['close', ['II квартал 2023 г.']];
  expect(calls).toEqual([['plan', []], close, close, ['load', []]]);
});

test('while a tab cannot be read there is no button that closes', async () => {
  const page = await opened(BOARD, said({ ...PLAN, unread: ['МОКУ Малая ООШ: нет вкладки'] }));
  await page.getByRole('button', { name: 'Закрыть квартал…' }).click();
  await page.getByText('МОКУ Малая ООШ: нет вкладки').waitFor();
  expect(await page.getByRole('button', { name: 'Закрыть II квартал' }).count()).toBe(0);
});

test('«Открыть период снова…» first tells what will be, asks why, then goes on by itself', async () => {
  const page = await opened(BOARD, said(REOPENING), said(BACK), said(REOPENED), said(BOARD));
  await page.getByRole('button', { name: 'Открыть период снова…' }).click();
  const reopen = page.getByRole('button', { name: 'Открыть снова I квартал 2023 г.' });
  expect(await reopen.isDisabled()).toBe(true);
  await page.getByLabel('Почему').fill('закрыт раньше времени');
  await reopen.click();
  await page.getByText('На вкладках снова то, что было.').waitFor();
  await page.getByRole('button', { name: 'К списку школ' }).click();
  await page.getByText(BOARD.next.words).waitFor();
  const calls = (await callsOf(page)).slice(1).map(([, action, args]) => [action, args]);
  const step = ['reopen', ['I квартал 2023 г.', 'закрыт раньше времени']];
  expect(calls).toEqual([['planReopening', []], step, step, ['load', []]]);
});

test('while a school has typed for the next quarter there is no button that opens the last one', async () => {
  const page = await opened(BOARD, said(TYPED));
  await page.getByRole('button', { name: 'Открыть период снова…' }).click();
  await page.getByText('МОКУ Малая ООШ: «Отметки»').waitFor();
  expect(await page.getByRole('button', { name: 'Открыть снова I квартал' }).count()).toBe(0);
});

test('a tab is accepted from its card: what was done is said, and the board is new', async () => {
  const after = { ...BOARD, schools: [{ ...SCHOOLS[0]!, may: { accept: false, giveBack: true }, status: 'принято' }] };
  const page = await opened(BOARD, said('Вкладка принята: МОБУ СОШ №1.'), said(after));
  expect(await page.getByRole('button', { name: /^Принять/ }).count()).toBe(1);
  await page.getByRole('button', { name: 'Принять МОБУ СОШ №1' }).click();
  await page.getByText('Вкладка принята: МОБУ СОШ №1.').waitFor();
  expect(await page.getByRole('button', { name: /^Принять/ }).count()).toBe(0);
  expect((await callsOf(page)).map(([, action]) => action)).toEqual(['load', 'accept', 'load']);
});

test('a tab is given back with a word, by keyboard; without one there is nothing to send', async () => {
  const page = await opened(BOARD, said('Вкладка возвращена: МОБУ СОШ №1.'), said(BOARD));
  await page.getByRole('button', { name: 'Вернуть… МОБУ СОШ №1' }).press('Enter');
  const send = page.getByRole('button', { name: 'Вернуть школе' });
  expect(await send.isDisabled()).toBe(true);
  await page.locator('h1:focus').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Нет данных по химии');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Вкладка возвращена: МОБУ СОШ №1.').waitFor();
  const given = { comment: 'Нет данных по химии', notes: [] };
  expect((await callsOf(page))[1]).toEqual(['coordinator', 'giveBack', ['s1', given]]);
});

test('«Проверка вкладки» leads to the cell, explains in place, and gives back with the chosen remarks', async () => {
  const page = await opened(
    BOARD,
    ...[said(REVIEW), said(null), said(EXPLAINED), said('Вкладка возвращена: МОБУ СОШ №1.'), said(BOARD)],
  );
  await page.getByRole('button', { name: 'Проверка вкладки МОБУ СОШ №1' }).click();
  await page.getByText('Осталось: 1 ошибка, 1 вопрос').waitFor();
  await page.getByText('Пояснить', { exact: false }).click();
  await page.getByRole('button', { name: 'К ячейке строка 45, 5 А Химия' }).click();
  await page.getByLabel('Пояснение: строка 46, 5 Б Химия').fill('прибыл в июне');
  await page.getByRole('button', { name: 'Записать на вкладку' }).click();
  await page.getByText('Осталось: 1 ошибка', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'В замечания строка 45, 5 А Химия' }).click();
  await page.getByRole('button', { name: 'Вернуть с замечаниями (1)…' }).click();
  await page.getByRole('button', { name: 'Вернуть школе' }).click();
  await page.getByText('Вкладка возвращена: МОБУ СОШ №1.').waitFor();
  const [, , went, explained, given] = await callsOf(page);
  expect(went).toEqual(['coordinator', 'goTo', ['s1', 45]]);
  expect(explained).toEqual(['coordinator', 'explain', ['s1', { form: 'marks', row: 46 }, 'прибыл в июне']]);
  const { words } = REVIEW.forms[0]!.issues[0]!;
  expect(given![2]).toEqual(['s1', { comment: '', notes: [{ form: 'marks', row: 45, words }] }]);
});

test('a tab without remarks says so; one that cannot be read is refused in words with a way to try again', async () => {
  const page = await opened(
    BOARD,
    { answer: { refused: 'Вкладка повреждена.' } },
    said({ ...REVIEW, left: '', forms: [] }),
  );
  await page.getByRole('button', { name: 'Проверка вкладки МОБУ СОШ №1' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Вкладка повреждена.');
  await page.getByRole('button', { name: 'Повторить' }).click();
  await page.getByText('Замечаний нет').waitFor();
});

test('a tab that has been looked through is accepted there and then; one with errors or with remarks to send is not', async () => {
  const clean: Review = { ...REVIEW, left: '', forms: [] };
  const page = await opened(BOARD, said(clean), said('Вкладка принята: МОБУ СОШ №1.'), said(BOARD));
  await page.getByRole('button', { name: 'Проверка вкладки МОБУ СОШ №1' }).click();
  await page.getByRole('button', { name: 'Принять' }).click();
  await page.getByText('Вкладка принята: МОБУ СОШ №1.').waitFor();
  expect((await callsOf(page)).slice(2)).toEqual([
    ['coordinator', 'accept', ['s1']],
    ['coordinator', 'load', []],
  ]);
  const wrong = await opened(BOARD, said(REVIEW));
  await wrong.getByRole('button', { name: 'Проверка вкладки МОБУ СОШ №1' }).click();
  await wrong.getByRole('button', { name: 'Вернуть…' }).waitFor();
  expect(await wrong.getByRole('button', { name: 'Принять' }).count()).toBe(0);
});
