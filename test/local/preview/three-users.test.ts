import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { goodRows } from '../../appsscript/district';
import { asCoordinator, asSchool, cell, eventually, goTo, Previews, settled } from './preview-page';

const previews = new Previews();
const SMALL = 'МОКУ Малая ООШ';
const LARGE = 'МОБУ Большая СОШ';

/** Two schools with a quarter's data; the small one has left a cell of «Отметки» blank, so that it could not hand in. */
function districtInFiles(): string {
  const folder = join(previews.scratch, 'district');
  mkdirSync(folder);
  const write = (name: string, lines: readonly string[][]): void =>
    writeFileSync(join(folder, `${name}.csv`), lines.map((cells) => cells.join(';')).join('\n'));
  write('schools', [
    ['key', 'name', 'type', 'group', 'partner'],
    ['small', SMALL, 'ООШ', 'участник', 'large'],
    ['large', LARGE, 'СОШ', 'ведущая', ''],
  ]);
  const forms = { small: goodRows(0), large: goodRows(2) };
  const last = forms.small.marks.length - 1;
  forms.small.marks[last] = { ...forms.small.marks[last], four: '' };
  for (const form of ['classes', 'marks', 'pupils', 'context'] as const) {
    const fields = Object.keys(forms.large[form][0]!);
    const rows = Object.entries(forms).flatMap(([school, of]) =>
      of[form].map((cells) => ['2023-Q2', school, ...fields.map((field) => cells[field]!)]),
    );
    write(form, [['period', 'school', ...fields], ...rows]);
  }
  return folder;
}

let page: Page;
beforeAll(async () => {
  const address = previews.serve('--data', districtInFiles(), '--dist', process.env.FOUR_FORMS!);
  await previews.launch();
  page = await previews.open(await address);
});
afterAll(() => previews.end());

const MENU = 'Качество образования';

/** The page of the open panel. */
const panel = () => page.locator('aside.sidebar iframe').contentFrame();
/** Goes with Tab, back with Shift, until a control of the panel has the focus. */
async function reached(control: Locator): Promise<void> {
  await control.waitFor();
  const way = () =>
    control.evaluate((element) => {
      const { activeElement } = element.ownerDocument;
      if (element === activeElement) return '';
      const isBehind =
        activeElement && activeElement.compareDocumentPosition(element) & element.DOCUMENT_POSITION_PRECEDING;
      return isBehind ? 'Shift+Tab' : 'Tab';
    });
  let key = await way();
  for (let stops = 0; stops < 60 && key !== ''; stops++) {
    await page.keyboard.press(key);
    key = await way();
  }
  expect(key).toBe('');
}
const button = (name: string | RegExp): Locator => panel().getByRole('button', { name });
async function press(name: string | RegExp): Promise<void> {
  await reached(button(name).first());
  await page.keyboard.press('Enter');
}
/** An item of the add-on's menu, found by its first letters as arrows find it. */
async function menu(...path: string[]): Promise<void> {
  await page.getByRole('menubar').getByRole('menuitem', { name: MENU }).focus();
  await page.keyboard.press('ArrowDown');
  for (const [deep, name] of path.entries()) {
    const item = page.getByRole('menuitem', { name }).last();
    await item.waitFor();
    const isThere = () => item.evaluate((element) => element === element.ownerDocument.activeElement);
    for (let tries = 0; tries < 30 && !(await isThere()); tries++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press(deep < path.length - 1 ? 'ArrowRight' : 'Enter');
  }
  await panel().getByRole('main').waitFor();
}
const types = async (a1: string, text: string): Promise<void> => {
  await goTo(page, a1);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await settled(page);
};
/** The words of the time before may still stand there. */
const handsIn = async (): Promise<void> => {
  const said = page.getByText('Сдано. Спасибо!');
  await said.waitFor({ state: 'detached' });
  await goTo(page, 'D4');
  await page.keyboard.press('Space');
  await said.waitFor();
};

test('a deputy head is led to what is left, sees her mistake beside the row, mends it and hands in', async () => {
  await asSchool(page, SMALL);
  await goTo(page, 'G2');
  expect(await cell(page, 'G2').textContent()).toMatch(/^Осталось: 1\sвопрос → строка 44$/);
  await page.keyboard.press('Alt+Enter');
  await cell(page, 'D44').waitFor();
  expect(await cell(page, 'C44').textContent()).toContain('пусто: «4»');
  await types('J44', '40');
  await eventually(async () => (await cell(page, 'C44').textContent())!.includes('в графе'), true);
  await types('J44', '4');
  await eventually(() => cell(page, 'C44').textContent(), '');
  await handsIn();
});

test('the coordinator gives the tab back with a word, by keyboard alone', async () => {
  await asCoordinator(page);
  await menu('Панель координатора');
  await panel().getByText('сдали 1 из 2').waitFor();
  await press('Собрать свод');
  await panel().getByText('сдали 2 из 2').waitFor();
  await press(`Вернуть… ${SMALL}`);
  await reached(panel().getByRole('textbox'));
  await page.keyboard.type('Проверьте «5» по алгебре');
  await press('Вернуть школе');
  await panel().getByText(`Вкладка возвращена: ${SMALL}.`).waitFor();
});

test('the school reads the word in the head of its tab, mends and hands in again', async () => {
  await asSchool(page, SMALL);
  await page.getByRole('grid').getByText('Проверьте «5» по алгебре').first().waitFor();
  await types('I44', '2');
  await types('K44', '7');
  await handsIn();
});

test('the coordinator accepts both tabs, and collects', async () => {
  await asCoordinator(page);
  await menu('Панель координатора');
  await press('Собрать свод');
  await panel().getByText('Сдали все, ошибок нет').waitFor();
  for (const name of [SMALL, LARGE]) {
    await press(`Принять ${name}`);
    await panel().getByText(`Вкладка принята: ${name}.`).waitFor();
  }
  await press('Собрать свод');
  await panel().getByText('Свод собран').waitFor();
});

test('a report is built and one of its figures explained down to the cell that the school has typed', async () => {
  await menu('Построить отчёт…');
  await press('Построить');
  await panel().getByText('Готово').waitFor();
  await menu('Откуда цифра?');
  await press('Показать цифры документа');
  await reached(panel().getByRole('searchbox'));
  await page.keyboard.type(`Качество знаний обучающихся, ${SMALL}`);
  await panel().getByText('Найдено цифр: 1').waitFor();
  await press(/Качество знаний обучающихся, МОКУ Малая ООШ/);
  await panel().getByText('Строки школы: 2').waitFor();
  await press('Показать ячейку: 5 А, Отличники');
  await page.getByRole('grid', { name: `Вкладка «${SMALL}»` }).waitFor();
});

test('the quarter is closed after a look at what that would do, and the next one is open', async () => {
  await menu('Панель координатора');
  await press('Закрыть квартал…');
  await panel().getByText('Что будет заморожено').waitFor();
  await press('Закрыть II квартал 2023 г.');
  await panel().getByText('II квартал 2023 г. закрыт').waitFor();
  await press('К списку школ');
  await panel().getByText('III квартал 2023 г.: сдали 0 из 2').waitFor();
});
