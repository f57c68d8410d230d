import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExplainContents } from '../../src/model';
import { DIST } from '../appsscript/district';
import { callsOf, chromiumForTests, focusOn, openAlone, type Reply, said } from './alone-page';
import { CONTENTS, DISTRICT, EMPTY, FIGURES, ofSchool, place, SCHOOL } from './states/explain';

const HTML = readFileSync(join(DIST, 'explain.html'), 'utf8');

const browser = chromiumForTests();

const opened = async (contents: ExplainContents, ...replies: Reply[]): Promise<Page> => {
  const page = await openAlone(browser(), HTML, [said(contents), ...replies]);
  await page.getByRole('button', { name: 'Объяснить выбранную ячейку' }).waitFor();
  return page;
};

test('after one call the panel tells how the selected figure is made', async () => {
  const page = await opened(CONTENTS);
  expect(await page.getByText(SCHOOL.formula).isVisible()).toBe(true);
  expect(await page.getByText('Числитель: 3').isVisible()).toBe(true);
  expect(await page.getByText('Школа сдала вкладку.').isVisible()).toBe(true);
  expect(await callsOf(page)).toEqual([['explain', 'load', []]]);
});

test('a part is opened in turn, down to the cells, and the way back leads to the whole', async () => {
  const page = await opened(CONTENTS, said(SCHOOL));
  await page.getByRole('button', { name: 'МОКУ Малая ООШ' }).press('Enter');
  await page.getByText('Строки школы: 1').waitFor();
  expect((await callsOf(page))[1]).toEqual(['explain', 'explain', [ofSchool]]);
  expect(await page.getByText('Не заполнено: «4»').isVisible()).toBe(true);
  expect(await page.getByText('было 2, стало 1').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Назад: Качество знаний' }).click();
  expect(await page.getByText(DISTRICT.about).isVisible()).toBe(true);
  expect(await callsOf(page)).toHaveLength(2);
});

test('what is opened gets the focus, so that it is read aloud from its beginning', async () => {
  const page = await opened(CONTENTS, said(SCHOOL));
  await page.getByRole('button', { name: 'МОКУ Малая ООШ' }).click();
  await page.getByText('Строки школы: 1').waitFor();
  await focusOn(page, 'h2', 'Качество знаний');
});

test('«Показать» asks for the cell, by keyboard too', async () => {
  const page = await opened({ ...CONTENTS, selected: { explanation: SCHOOL } }, said(null));
  await page.getByRole('button', { name: 'Показать ячейку: 5 А Математика, «4»' }).press('Enter');
  expect((await callsOf(page))[1]).toEqual(['explain', 'show', [{ ...place, field: 'four' }]]);
});

test('another cell is explained on a click, or the panel says that there is nothing to explain', async () => {
  const page = await opened(
    CONTENTS,
    said({ words: 'В этой ячейке объяснять нечего.' }),
    said({ explanation: SCHOOL }),
  );
  const look = page.getByRole('button', { name: 'Объяснить выбранную ячейку' });
  await look.click();
  await page.getByText('В этой ячейке объяснять нечего.').waitFor();
  expect(await page.getByText(SCHOOL.formula).count()).toBe(0);
  await look.click();
  await page.getByText(SCHOOL.about).waitFor();
  expect(await page.getByText('объяснять нечего').count()).toBe(0);
});

test('a figure of a document is found by its number or by words', async () => {
  const changed = 'Данные изменились после того, как документ построен.';
  const page = await opened(CONTENTS, said({ title: 'Справка', changed, figures: FIGURES }), said(SCHOOL));
  await page.getByRole('button', { name: 'Показать цифры документа' }).click();
  await page.getByText('Найдено цифр: 40').waitFor();
  expect(await page.getByText(changed).isVisible()).toBe(true);
  const wanted = page.getByLabel('Номер цифры, показатель или школа');
  await wanted.fill('ф 12');
  await page.getByText('Найдено цифр: 1').waitFor();
  await wanted.fill('школа №7');
  await page.getByRole('button', { name: 'Ф-7. Качество знаний, Школа №7 (табл. 1, 3)' }).click();
  await page.getByText(SCHOOL.about).waitFor();
  const asked = (await callsOf(page)).slice(1).map(([, action]) => action);
  expect(asked).toEqual(['figuresOf', 'explain']);
  await wanted.fill('Ф-99');
  await page.getByText('Такой цифры в документе нет.').waitFor();
});

test('without a cell and without documents it says what to do', async () => {
  const page = await opened(EMPTY);
  expect(await page.getByText('Выберите ячейку с числом.').isVisible()).toBe(true);
  expect(await page.getByText('Постройте отчёт').isVisible()).toBe(true);
});

test('while a call lasts the panel says so, and a refusal keeps what is in sight', async () => {
  const waiting = await opened(CONTENTS, 'silence');
  await waiting.getByRole('button', { name: 'МОКУ Малая ООШ' }).click();
  expect(await waiting.getByRole('status').first().textContent()).toBe('Разбирается…');
  const page = await opened(CONTENTS, { answer: { refused: 'Свод ещё не собран. Нажмите «Собрать свод».' } });
  await page.getByRole('button', { name: 'МОКУ Малая ООШ' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Нажмите «Собрать свод»');
  expect(await page.getByText(DISTRICT.about).isVisible()).toBe(true);
});
