import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ImportRequest, SentCounts } from '../../src/model';
import { DIST } from '../appsscript/district';
import { csv, type Row, SCHOOLS, workbook } from '../import/files';
import { callsOf, chromiumForTests, focusOn, openAlone, type Reply, said } from './alone-page';
import { CONTENTS, choose, DIFFERENCE, done, FOUND, journal, NOTHING, TEACHER, UNKNOWN_COLUMNS } from './states/import';

const HTML = readFileSync(join(DIST, 'import.html'), 'utf8');

const browser = chromiumForTests();

async function opened(...replies: Reply[]): Promise<Page> {
  const page = await openAlone(browser(), HTML, [said(CONTENTS), ...replies]);
  await page.getByLabel('Выбрать файл').waitFor();
  return page;
}

const understood = (page: Page, words: string) => page.getByText(words).first().waitFor();
const put = (page: Page) => page.getByRole('button', { name: /^Внести \d/ }).click();
const last = async (page: Page): Promise<unknown[]> => (await callsOf(page)).pop()!;
const requestOf = async (page: Page) => ((await last(page)) as [string, string, [ImportRequest]])[2][0];

test('before a file is chosen the panel says where its numbers will go, and which files it understands', async () => {
  const page = await opened();
  await page.getByText('Какие файлы подойдут').click();
  expect(await page.getByText('Журнал: итоги успеваемости по классам и предметам').isVisible()).toBe(true);
  expect(await page.getByText('II квартал 2025 г.').isVisible()).toBe(true);
  expect(await callsOf(page)).toEqual([['import', 'load', []]]);
});

test('a journal’s summary is understood, compared with the tabs and written; what is refused is named with its reason', async () => {
  const page = await opened(said(FOUND), done());
  await choose(page, 'журнал.csv', csv(journal('МКОУ «Луговская ООШ»')));
  await understood(page, 'Понято 2 строки, не понято 1.');
  expect(await page.getByText('5В Химия: 3 из 9').isVisible()).toBe(true);
  expect(await page.getByText('числа не сходятся с итогом').isVisible()).toBe(true);
  await put(page);
  await understood(page, 'Внесено 2 строки, 1 школа');
  await focusOn(page, '*', /^Внесено 2\sстроки/);
  const request = await requestOf(page);
  expect(request).toMatchObject({ aliases: [], replace: [], open: [] });
  expect(request.sent.map(({ school, counts }) => [school, counts.cls, counts.n])).toEqual([
    ['lugovoe', '5А', 3],
    ['lugovoe', '5Б', 4],
  ]);
});

test('an unknown school is asked for once: chosen from the list, its rows go in, and the answer is sent to be kept', async () => {
  const page = await opened(said(FOUND), done({ remembered: ['МКОУ Луговская ООШ: название записано в «Школы».'] }));
  await choose(page, 'журнал.csv', csv(journal('МОБУ «Приозёрная СОШ»')));
  await understood(page, 'Понято 0 строк');
  await page.getByLabel(/Приозёрная СОШ/).selectOption('lugovoe');
  await understood(page, 'Понято 2 строки');
  await put(page);
  await understood(page, 'название записано в «Школы»');
  expect((await requestOf(page)).aliases).toEqual([{ school: 'lugovoe', by: 'name', value: 'МОБУ «Приозёрная СОШ»' }]);
});

test('a journal that names no school is asked whose it is, and nothing is kept of that', async () => {
  const page = await opened(said(FOUND), done());
  await choose(page, 'журнал.csv', csv(journal('Итоги успеваемости')));
  await page.getByLabel('В файле школа не названа').selectOption('lugovoe');
  await put(page);
  await understood(page, 'Внесено 2 строки');
  expect((await requestOf(page)).aliases).toEqual([]);
});

test('a sum over a file waits for all of its schools: one that is none of ours is passed over, and the rest goes in', async () => {
  const page = await opened(said(FOUND), done());
  const protocol: Row[] = [
    ['Протокол муниципального этапа всероссийской олимпиады школьников'],
    ['Учебный год: 2024/2025'],
    ['Предмет', 'ОУ', 'Класс', 'Итоговый балл', 'Статус'],
    ['Химия', 'Луговская ООШ', 9, 40, 'Победитель'],
    ['Химия', 'МБОУ Дальняя СОШ', 9, 12, 'Участник'],
  ];
  await choose(page, 'олимпиада.csv', csv(protocol));
  await understood(page, 'пока не узнаны все школы');
  expect(await callsOf(page)).toHaveLength(1);
  await page.getByLabel(/МБОУ Дальняя СОШ/).selectOption('Не наша, пропустить');
  await put(page);
  const { sent, aliases } = await requestOf(page);
  expect(sent.map(({ school, counts }) => [school, counts.participants, counts.winners])).toEqual([['lugovoe', 1, 1]]);
  expect(aliases).toEqual([]);
});

test('of a protocol that has lost lines nothing is written before a person has said that it is whole', async () => {
  const page = await opened(said(FOUND), done());
  const protocol: Row[] = [
    ['02 - Математика 2024.06.04'],
    ['№', 'Код ОО', 'Класс', 'Номер', 'Оценка'],
    [1, SCHOOLS[3]!.code, '9А', '001', 4],
    [2, SCHOOLS[3]!.code, '9А', '002', 5],
    ['Всего участников', '', '', '', 66],
  ];
  await choose(page, 'протокол.csv', csv(protocol));
  await understood(page, '«Всего участников» – 66, а строк с участниками 2');
  expect(await page.getByRole('button', { name: /^Внести \d/ }).isDisabled()).toBe(true);
  await page.getByLabel('Файл «протокол.csv» полон').check();
  await put(page);
  expect((await requestOf(page)).sent.map(({ counts }) => counts.n)).toEqual([2]);
});

test('a subject that the form does not have is asked for once; what stands in the file for it is not sent', async () => {
  const page = await opened(said(FOUND), done());
  const rows = journal('МКОУ «Луговская ООШ»').map((row) =>
    row.map((cell) => (cell === 'Химия' ? 'Занимательная химия' : cell)),
  );
  await choose(page, 'журнал.csv', csv(rows));
  await understood(page, 'Какой это предмет?');
  expect(await callsOf(page)).toHaveLength(1);
  await page.getByLabel('Занимательная химия, «Отметки», 2 строки').selectOption('Химия');
  await put(page);
  await understood(page, 'Внесено 2 строки');
  expect((await requestOf(page)).sent.map(({ counts }) => counts.subject)).toEqual(['Химия', 'Химия']);
  expect(JSON.stringify(await callsOf(page))).not.toContain('Занимательная');
});

test('what differs from the school’s own figures stays unless it is decided for the file; what was there is named', async () => {
  const found = { ...FOUND, differences: [DIFFERENCE], same: [{ school: 'lugovoe', form: 'Отметки', rows: 1 }] };
  const page = await opened(said(found), done({ replaced: [DIFFERENCE] }));
  await choose(page, 'журнал.csv', csv(journal('МКОУ «Луговская ООШ»')));
  await understood(page, 'Отличается от данных школы');
  expect(await page.getByRole('row', { name: '«5» 2 1' }).isVisible()).toBe(true);
  await page.getByLabel('Взять из файла').check();
  await page.getByRole('button', { name: 'Внести 3 строки' }).click();
  await understood(page, 'Заменено – было у школы');
  expect(await page.getByText('МКОУ Луговская ООШ, «Отметки», 5 А Химия: «5» 2').isVisible()).toBe(true);
  expect((await requestOf(page)).replace).toEqual(['d1']);
});

test('a file that does not say its period is asked about, and then compared as of the open one', async () => {
  const page = await opened(said({ ...NOTHING, undated: 2 }), said(FOUND), done());
  const rows = journal('МКОУ «Луговская ООШ»').filter(([first]) => !/^(?:Период|Учебный год)/.test(String(first)));
  await choose(page, 'журнал.csv', csv(rows));
  await understood(page, 'Период в файле не указан');
  await page.getByLabel('Это данные за II квартал 2025 г.').check();
  await put(page);
  await understood(page, 'Внесено 2 строки');
  expect(await requestOf(page)).toMatchObject({ assumesOpen: true });
  expect((await callsOf(page)).map(([, action]) => action)).toEqual(['load', 'compare', 'compare', 'put']);
});

test('a form that nobody asks for in the period is opened only when it is said', async () => {
  const notDue = [{ school: 'lugovoe', key: 'vpr', form: 'ВПР', rows: 2 }];
  const page = await opened(said({ ...NOTHING, notDue }), done());
  await choose(page, 'журнал.csv', csv(journal('МКОУ «Луговская ООШ»')));
  await understood(page, 'В этом периоде не спрашивается');
  expect(await page.getByRole('button', { name: 'Вносить нечего' }).isDisabled()).toBe(true);
  await page.getByLabel('Открыть форму «ВПР»').check();
  await put(page);
  await understood(page, 'Внесено 2 строки');
  expect((await requestOf(page)).open).toEqual(['vpr']);
});

test('a file that is none of the known ones, or none at all, says what it is and what to choose instead', async () => {
  const page = await opened();
  await choose(page, 'отчёт.pdf', new TextEncoder().encode('%PDF-1.7'));
  await understood(page, 'это PDF');
  await choose(page, 'прочее.csv', csv([['Меню столовой'], ['каша', 12]]));
  await understood(page, 'таблица не узнана');
  expect(await callsOf(page)).toHaveLength(1);
});

test('columns that nobody knows are pointed out once: the table is read by them', async () => {
  const page = await opened(said(FOUND), done());
  await choose(page, 'журнал.csv', csv(UNKNOWN_COLUMNS));
  await understood(page, 'таблица не узнана');
  await page.getByText('Покажите столбцы').click();
  const pointed = {
    Класс: 0,
    Предмет: 1,
    'Всего учеников': 3,
    '«5», чел.': 4,
    '«4», чел.': 5,
    '«3», чел.': 6,
    '«2», чел.': 7,
  };
  for (const [column, at] of Object.entries(pointed))
    await page.getByLabel(column, { exact: true }).selectOption({ index: at + 1 });
  await page.getByRole('button', { name: 'Прочитать по этим столбцам' }).click();
  await put(page);
  const [item] = (await requestOf(page)).sent;
  expect(item!.counts).toMatchObject({ cls: '5А', subject: 'Химия', n: 3, m5: 1, m4: 1, m3: 1, m2: 0 });
  expect(JSON.stringify(await callsOf(page))).not.toContain('Выдумкина');
});

test('what goes wrong on the way is said, and the same is tried again', async () => {
  const page = await opened({ answer: { refused: 'Уже выполняется другая работа.' } }, said(FOUND));
  await choose(page, 'журнал.csv', csv(journal('МКОУ «Луговская ООШ»')));
  await understood(page, 'Уже выполняется другая работа.');
  await page.getByRole('button', { name: 'Повторить' }).click();
  await page.getByRole('button', { name: 'Внести 2 строки' }).waitFor();
});

test('all of it works by keyboard', async () => {
  const page = await opened(said(FOUND), done());
  await page.keyboard.press('Tab');
  await page.locator('input[type=file]:focus').waitFor({ state: 'attached' });
  await choose(page, 'журнал.csv', csv(journal('МКОУ «Луговская ООШ»')));
  await page.getByRole('button', { name: 'Внести 2 строки' }).waitFor();
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await understood(page, 'Внесено 2 строки');
});

/** A file of each kind, in which people stand wherever the real ones have them. */
const PERSON = ['Выдумкин', 'Невзаправд', 'Понарошкович'];
const SCHOOL = 'МКОУ «Луговская ООШ»(edu990004)';
const FILES: Readonly<Record<string, Row[]>> = {
  'оге.csv': [
    ['Протокол проверки 02 - Математика 2025.06.04'],
    ['№', 'Код ОО', 'Класс', 'Фамилия', 'Имя', 'Отчество', 'Номер', 'Первичный балл', 'Оценка'],
    [1, 990104, '9А', ...PERSON, '9900-771', 17, 4],
    [2, 770044, '9А', ...PERSON, '9900-772', 17, 5],
  ],
  'егэ.csv': [
    ['03 - Физика 2025.06.07'],
    ['№', 'Код ОО', 'Класс', 'Фамилия', 'Имя', 'Отчество', 'Номер', 'Тестовый балл'],
    [1, 990101, '11А', ...PERSON, '9900-771', 54],
  ],
  'олимпиада.csv': [
    ['Протокол муниципального этапа всероссийской олимпиады школьников'],
    ['Учебный год: 2024/2025'],
    ['Предмет', 'ОУ', 'Код участника', 'Фамилия', 'Имя', 'Отчество', 'Класс', 'Итоговый балл', 'Статус'],
    ['Химия', 'Луговская ООШ', 'ВЫД-001', ...PERSON, 9, 40, 'Победитель'],
  ],
  'журнал.csv': journal('МКОУ «Луговская ООШ»'),
  'впр.csv': [
    ['Статистика по отметкам'],
    ['ВПР 2025 Русский язык 4 класс'],
    ['Группы участников', 'Кол-во ОО', 'Кол-во участников', '2', '3', '4', '5'],
    [SCHOOL, '', 4, '25', '25', '25', '25'],
  ],
};

test('of files with people in them only counts of schools are sent, whatever is asked and answered', async () => {
  const page = await opened(said(FOUND), said(FOUND), done());
  const made = Object.entries(FILES).map(([name, rows]) => ({ name, bytes: csv(rows) }));
  made.push({ name: 'все.xlsx', bytes: await workbook({ Протокол: FILES['оге.csv']! }) });
  await page
    .getByLabel(/Выбрать/)
    .setInputFiles(made.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
  await page.getByLabel(/код ОО 770044/).selectOption('podgornoe');
  for (const whole of await page.getByLabel(/^Файл .* полон/).all()) await whole.check();
  await put(page);
  await understood(page, 'Внесено 2 строки');
  const calls = await callsOf(page);
  const sent = JSON.stringify(calls);
  for (const secret of [...PERSON, TEACHER, 'ВЫД-001', '9900-77']) expect(sent).not.toContain(secret);
  const counts = (calls as [string, string, [SentCounts[]]][])[1]![2][0];
  expect(new Set(counts.map(({ kind }) => kind))).toEqual(
    new Set(['oge', 'ege', 'vsosh', 'journal_marks', 'vpr_marks']),
  );
  const keys = new Set([...SCHOOLS.map(({ key }) => key), 'podgornoe']);
  for (const item of counts) {
    expect(Object.keys(item).sort()).toEqual(['counts', 'kind', 'school']);
    expect(keys.has(item.school)).toBe(true);
  }
});
