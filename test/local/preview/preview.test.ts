import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page, Request } from 'playwright-core';
import { programme } from '../../../src/programme';
import { violations } from './launch-browser';
import {
  asCoordinator,
  cell,
  choose,
  dialog,
  eventually,
  goTo,
  Previews,
  pressed,
  ROOT,
  asSchool as seatOf,
  settled,
  tab,
} from './preview-page';

const FOUR_FORMS = 4;
const SCHOOL = 'МОБУ Магдагачинская СОШ №3';

const previews = new Previews();
const { scratch } = previews;
/** The demonstration district takes some seconds to fill, so it starts before the browser does. */
let district: Promise<string>;
const serve = (...options: string[]): Promise<string> => previews.serve(...options);
const open = (address: string): Promise<Page> => previews.open(address);
const asSchool = (page: Page) => seatOf(page, SCHOOL);

/** A cell below the head, which has a line for each form: as it stands with four of them. */
const at = (a1: string): string =>
  a1.replace(/\d+/, (row) => String(Number(row) + programme.forms.length - FOUR_FORMS));

/** The upper rows of every tab, as the page is given them; what a run writes, it writes there. */
const wholeBook = (page: Page) =>
  page.evaluate(async () => {
    const desk = async (method: string, asked: object) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/desk', { method: 'POST', headers, body: JSON.stringify({ method, asked }) });
      return ((await response.json()) as { done: never }).done;
    };
    const { tabs } = (await desk('look', {})) as { tabs: { id: number }[] };
    const all: unknown[] = [];
    for (const { id } of tabs) all.push(await desk('rows', { sheet: id, from: 0, to: 80 }));
    return JSON.stringify(all);
  });

beforeAll(async () => {
  district = serve();
  await previews.launch();
});

afterAll(() => previews.end());

describe('the demonstration district', () => {
  let address: string;
  let page: Page;

  beforeAll(async () => {
    address = await district;
    page = await open(address);
  });

  test('the coordinator has the menu of the add-on, a school has none', async () => {
    const menu = page.getByRole('menubar').getByRole('menuitem', { name: 'Качество образования' });
    expect(await menu.count()).toBe(1);
    await asSchool(page);
    expect(await menu.count()).toBe(0);
  });

  test('a wrong number typed by a school gets its remark beside it, and can be undone', async () => {
    await cell(page, at('G21')).click();
    const before = await cell(page, at('G21')).textContent();
    await page.keyboard.type('12.5');
    await page.keyboard.press('Enter');
    await page.getByText(/Ошибка: «По списку, чел\.»/).waitFor();
    await eventually(async () => (await cell(page, at('C21')).textContent())!.includes('дат'), true);
    await cell(page, at('G21')).click();
    await page.keyboard.press('Control+z');
    await page.getByText(/Ошибка: «По списку, чел\.»/).waitFor({ state: 'detached' });
    await eventually(() => cell(page, at('G21')).textContent(), before);
  });

  test('a cell can be reached, edited and left by keyboard alone', async () => {
    await page.getByLabel('Я —').focus();
    const focused = () => page.evaluate("document.activeElement?.getAttribute('role') ?? ''");
    for (let tries = 0; tries < 10 && (await focused()) !== 'grid'; tries++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('grid');
    await page.keyboard.press('Control+Home');
    const address = () => page.getByLabel('Адрес ячейки').inputValue();
    const row = at('G21').slice(1);
    for (let down = 0; down < 30 && !(await address()).endsWith(row); down++) await page.keyboard.press('ArrowDown');
    for (let right = 0; right < 4; right++) await page.keyboard.press('ArrowRight');
    expect(await address()).toBe(at('G21'));
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('19');
    await page.keyboard.press('Enter');
    await eventually(() => cell(page, at('G21')).textContent(), '19');
    expect(await page.getByLabel('Адрес ячейки').inputValue()).toBe(at('G22'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused()).not.toBe('grid');
  });

  test('a table pasted from a spreadsheet fills the cells under and beside', async () => {
    await goTo(page, at('D30'));
    await page.evaluate(`
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '10\\tА\\t\\t15\\r\\n11\\tА\\t\\t14\\r\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    `);
    await eventually(() => cell(page, at('G31')).textContent(), '14');
    expect(await cell(page, at('E30')).textContent()).toBe('А');
  });

  test('a protected cell refuses, one that only warns asks first', async () => {
    await goTo(page, 'C1');
    const name = await cell(page, 'C1').textContent();
    await page.keyboard.press('F2');
    await page.keyboard.type('моё');
    await page.keyboard.press('Enter');
    await page.getByText('Вы пытаетесь изменить защищённую ячейку').waitFor();
    await pressed(page, 'ОК');
    expect(await cell(page, 'C1').textContent()).toBe(name);
    await goTo(page, at('C22'));
    await page.keyboard.press('F2');
    await page.keyboard.type('моё');
    await page.keyboard.press('Enter');
    await page.getByText('Всё равно изменить?').waitFor();
    await pressed(page, 'Отмена');
    expect(await cell(page, at('C22')).textContent()).not.toBe('моё');
  });

  test('a link leads to the form, and a row can be added from the row’s menu', async () => {
    await page.getByRole('link', { name: /Отметки/ }).click();
    await eventually(() => page.locator('.entry-line').inputValue(), 'Отметки');
    await tab(page, SCHOOL);
    const rows = () => page.getByRole('grid').getAttribute('aria-rowcount');
    const before = Number(await rows());
    await goTo(page, at('G21'));
    const [row] = at('G21').match(/\d+/)!;
    await page.getByRole('button', { name: `Строка ${row}, действия` }).click();
    await choose(page, `Вставить строку ниже строки ${row}`);
    await eventually(rows, String(before + 1));
  });

  test('closing a period asks first, and «Нет» changes nothing', async () => {
    await asCoordinator(page);
    const before = await wholeBook(page);
    await choose(page, 'Качество образования', 'Настройка', 'Закрыть период');
    await dialog(page, 'Закрыть период').waitFor();
    await pressed(page, 'Нет');
    await settled(page);
    expect(await wholeBook(page)).toBe(before);
  });

  test('the coordinator consolidates from the menu and sees the outcome', async () => {
    await choose(page, 'Качество образования', 'Собрать свод');
    await dialog(page, /Свод/).waitFor();
    await pressed(page, 'ОК');
    await settled(page);
  });

  test('a report is built, read in the preview and downloaded', async () => {
    await choose(page, 'Качество образования', 'Построить отчёт…');
    const panel = page.frameLocator('aside.sidebar iframe');
    await panel.getByRole('button', { name: 'Построить', exact: true }).click();
    await panel.getByText('Построено документов: 1 из 1.').waitFor();
    await panel.locator('.done a').click();
    await page.getByRole('heading', { name: /аналитическая справка$/i }).waitFor();
    const paper = page.getByRole('article');
    expect(await paper.locator('table.bordered').count()).toBeGreaterThan(2);
    expect(await paper.getByRole('columnheader', { name: 'Показатель' }).count()).toBeGreaterThan(0);
    const link = await page.getByRole('link', { name: 'Скачать .docx' }).getAttribute('href');
    const file = await fetch(new URL(link!, address));
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
    await page.locator('dialog').getByRole('button', { name: 'Закрыть' }).click();
  });

  test('axe finds nothing on the main screen, in a menu, a dialog and a document', async () => {
    expect(await violations(page)).toEqual([]);
    await choose(page, 'Качество образования', 'Настройка');
    expect(await violations(page)).toEqual([]);
    await choose(page, 'Закрыть период');
    await dialog(page, 'Закрыть период').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await settled(page);
    await choose(page, 'Файл', 'Документы');
    await page.getByRole('button', { name: 'Просмотр' }).click();
    await page.getByRole('article').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('dialog').getByRole('button', { name: 'Закрыть' }).click();
  });

  describe('the sidebar «Справка»', () => {
    const sidebar = () => page.getByRole('complementary', { name: 'Справка' });
    const frame = () => sidebar().locator('iframe').contentFrame();
    const search = () => frame().getByLabel('Найти в справке');
    const inner = async (): Promise<Frame> =>
      (await (await sidebar().locator('iframe').elementHandle())!.contentFrame())!;

    test('opens from the menu by keyboard, and asks the server once before it is painted', async () => {
      const asked: string[] = [];
      const hear = (request: Request) => void asked.push(request.postDataJSON()?.method);
      page.on('request', (request) => request.url().endsWith('/desk') && hear(request));
      await page.getByRole('menubar').getByRole('menuitem', { name: 'Качество образования' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await search().waitFor();
      expect(asked.filter((method) => method === 'call')).toHaveLength(1);
      page.removeAllListeners('request');
      expect(await frame().getByText('Откройте вкладку своей школы').isVisible()).toBe(true);
    });

    test('is 300 px wide, its page without reach into the workbook’s and without a sideways scroll', async () => {
      expect(await sidebar().evaluate(({ offsetWidth }: { offsetWidth: number }) => offsetWidth)).toBe(300);
      expect(await sidebar().locator('iframe').getAttribute('sandbox')).not.toContain('allow-same-origin');
      const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await (await inner()).evaluate(overhang)).toBe(0);
    });

    test('gives the formula of an indicator that is searched for', async () => {
      await search().focus();
      await page.keyboard.type('качество знаний обучающихся');
      await frame().getByText('Найдено: 1').waitFor();
      const formula = frame().locator('.formula');
      expect(await formula.textContent()).toBe(
        '(«Отличники» + «На «4» и «5», без отличников») / «Подлежат аттестации» × 100 %',
      );
      expect(await formula.isVisible()).toBe(true);
    });

    test('has nothing for axe to find, neither around it nor within', async () => {
      expect(await violations(page)).toEqual([]);
      expect(await violations(await inner())).toEqual([]);
    });

    test('goes to the tab «Справка» and stays open beside it', async () => {
      await frame().getByRole('button', { name: 'Открыть вкладку «Справка»' }).click();
      await page.getByRole('grid', { name: 'Вкладка «Справка»' }).waitFor();
      expect(await search().inputValue()).toBe('качество знаний обучающихся');
      await sidebar().getByRole('button', { name: 'Закрыть панель' }).click();
      expect(await sidebar().count()).toBe(0);
    });
  });

  test('long tabs draw only the rows in sight', async () => {
    await tab(page, 'Целевые индикаторы');
    await page.getByRole('grid', { name: /Целевые индикаторы/ }).waitFor();
    await goTo(page, 'B4');
    await page.keyboard.press('Control+ArrowDown');
    const last = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
    await cell(page, `B${last}`).waitFor();
    expect(last).toBeGreaterThan(500);
    expect(await page.locator('tr[data-row]').count()).toBeLessThan(120);
  });

  test('a page that is painted only after the workbook has come shows it all the same', async () => {
    const later = `const later = setTimeout;
      window.requestAnimationFrame = (draw) => later(draw, 2000);
      window.setTimeout = (act, ms = 0) => later(act, ms + 2000);`;
    const late = await previews.open(address, later);
    await late.close();
  });

  test('pages of other sites are refused', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(new URL('desk', address), { method: 'POST', headers, body: '{"method":"look","asked":{}}' });
    expect((await ask({ 'content-type': 'application/json', origin: 'https://example.org' })).status).toBe(403);
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(404);
  });
});

describe('a workbook that version 0.1.0 has left', () => {
  test('is taken over by one set-up, which says first what it will do, and one consolidation', async () => {
    const page = await open(await serve('--file', join(ROOT, 'test', 'fixtures', 'live', 'workbook-0.1.0.xlsx')));
    await asCoordinator(page);
    await choose(page, 'Качество образования', 'Настройка', 'Создать или починить вкладки');
    const question = dialog(page, 'Починка вкладок');
    await question.waitFor();
    expect(await question.textContent()).toMatch(/МОБУ Ушумунская СОШ: сохранятся: «Число обучающихся» – 11\sстрок/);
    await pressed(page, 'Да');
    await dialog(page, 'Вкладки').waitFor();
    await pressed(page, 'ОК');
    await choose(page, 'Качество образования', 'Собрать свод');
    await dialog(page, /Свод/).waitFor();
    await pressed(page, 'ОК');
    await settled(page);
    await tab(page, 'Состояние');
    const summary = page.getByRole('grid', { name: 'Вкладка «Состояние»' });
    await summary.waitFor();
    expect((await summary.getByText(/^сдано\s25\sиюня/).allTextContents()).length).toBe(5);
    await page.close();
  });
});

describe('panels of an add-on', () => {
  const CODE = `
    function onOpen() {
      SpreadsheetApp.getUi().createMenu('Проба').addItem('Панель', 'panel').addItem('Спросить', 'askName').addToUi();
    }
    function panel() {
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('Панель пробы'));
    }
    function askName() {
      const ui = SpreadsheetApp.getUi();
      const said = ui.prompt('Причина', 'Почему?', ui.ButtonSet.OK_CANCEL);
      SpreadsheetApp.getActiveSheet().getRange('A1').setValue(said.getSelectedButton() + ': ' + said.getResponseText());
    }
    function twice(value) { return [value, value] }
    function fail() { throw new Error('Не вышло') }`;
  const PANEL = `<!doctype html><html lang="ru"><head><title>Проба</title></head><body><main><h1>Проба</h1>
    <p id="said">…</p><button onclick="google.script.host.close()">Готово</button></main><script>
      const said = [];
      const tell = (text) => { said.push(text); document.getElementById('said').textContent = said.join(' | '); };
      const run = google.script.run.withFailureHandler((error, me) => tell(me + error.message)).withUserObject('я: ');
      run.withSuccessHandler((result, me) => tell(me + JSON.stringify(result))).twice({ a: 1 });
      run.fail();
      try { run.twice(new Date()); } catch (error) { tell(error.message); }
      try { tell(String(parent.document)); } catch (error) { tell('отдельно'); }
    </script></body></html>`;
  let page: Page;

  beforeAll(async () => {
    const dist = join(scratch, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'Code.js'), CODE);
    writeFileSync(join(dist, 'panel.html'), PANEL);
    writeFileSync(
      join(dist, 'appsscript.json'),
      JSON.stringify({
        timeZone: 'Asia/Yakutsk',
        oauthScopes: ['spreadsheets.currentonly', 'script.container.ui'].map(
          (n) => `https://www.googleapis.com/auth/${n}`,
        ),
      }),
    );
    page = await open(await serve('--empty', '--dist', dist));
  });

  test('a sidebar calls the script under Google’s type rules, apart from the page, and closes itself', async () => {
    await choose(page, 'Проба', 'Панель');
    const panel = page.frameLocator('iframe[title="Панель пробы"]');
    const said = panel.locator('#said');
    await eventually(async () => (await said.textContent())!.split(' | ').length, 4);
    expect((await said.textContent())!.split(' | ').sort()).toEqual([
      'Failed due to illegal value in property: 0',
      'отдельно',
      'я: [{"a":1},{"a":1}]',
      'я: Не вышло',
    ]);
    expect((await page.locator('aside.sidebar').boundingBox())?.width).toBe(300);
    await panel.getByRole('button', { name: 'Готово' }).click();
    await page.locator('aside.sidebar').waitFor({ state: 'detached' });
  });

  test('a prompt is answered by the person, and the run goes on with the answer', async () => {
    await choose(page, 'Проба', 'Спросить');
    await page.getByLabel('Почему?').fill('опечатка');
    await page.keyboard.press('Enter');
    await eventually(() => cell(page, 'A1').textContent(), 'OK: опечатка');
  });

  test('reloading the page closes what the script asks', async () => {
    await choose(page, 'Проба', 'Спросить');
    await page.getByLabel('Почему?').waitFor();
    await page.reload();
    await eventually(() => cell(page, 'A1').textContent(), 'CLOSE: ');
  });

  test('the workbook goes out as .xlsx and comes back', async () => {
    const book = join(scratch, 'book.xlsx');
    writeFileSync(book, Buffer.from(await (await fetch(new URL('workbook.xlsx', page.url()))).arrayBuffer()));
    await goTo(page, 'A1');
    await page.keyboard.press('Delete');
    await eventually(() => cell(page, 'A1').textContent(), '');
    const choosing = page.waitForEvent('filechooser');
    await choose(page, 'Файл', 'Загрузить книгу');
    await (await choosing).setFiles(book);
    await dialog(page, 'Загрузить книгу').getByText('всё введённое здесь пропадёт').waitFor();
    await pressed(page, 'Да');
    await page.getByText('Книга загружена').waitFor();
    await eventually(() => cell(page, 'A1').textContent(), 'CLOSE: ');
  });
});
