import type { Page } from 'playwright-core';
import type { ImportContents, ImportDone, ImportFound } from '../../../src/model';
import { csv, type Row, SCHOOLS } from '../../import/files';
import { type Reply, said } from '../alone-page';
import { REFUSED, type State, state, waitingAndFailing } from './state';

export const CONTENTS: ImportContents = {
  period: 'II квартал 2025 г.',
  municipality: 'Зареченский район',
  schools: SCHOOLS,
  forms: [{ key: 'marks', title: 'Отметки' }],
  subjects: { marks: { words: ['Химия', 'Труд'], names: { Труд: ['Технология'] } } },
};
/** Учебные данные: nobody is called so. */
export const TEACHER = 'Выдумкина Понарошка Невзаправдовна';
const HEADER = ['Класс', 'Предмет', 'Учитель', 'Кол-во', '«5»', '«4»', '«3»', '«2»', 'Н/А', 'ОСВ', 'Нет оценки'];
export const journal = (school: string): Row[] => [
  [school],
  ['Учебный год: 2024/2025'],
  ['Период: Учебный год'],
  HEADER,
  ['5А', 'Химия', TEACHER, 3, 1, 1, 1, 0, 0, 0, 0],
  ['5Б', 'Химия', TEACHER, 4, 1, 1, 1, 1, 0, 0, 0],
  ['5В', 'Химия', TEACHER, 9, 1, 1, 1, 0, 0, 0, 0],
];
export const NOTHING: ImportFound = { put: [], same: [], differences: [], notDue: [], refused: [], undated: 0 };
export const FOUND: ImportFound = { ...NOTHING, put: [{ school: 'lugovoe', form: 'Отметки', rows: 2 }] };
export const DIFFERENCE = {
  id: 'd1',
  school: 'lugovoe',
  form: 'Отметки',
  row: 41,
  name: '5 А Химия',
  fields: [{ field: 'five', title: '«5»', standing: '2', given: '1' }],
};

/** A journal whose captions nobody knows. */
export const UNKNOWN_COLUMNS: Row[] = [
  ['МКОУ «Луговская ООШ»'],
  ['Учебный год: 2024/2025'],
  ['Период: Учебный год'],
  ['Параллель и литера', 'Дисциплина', 'Педагог', 'Детей в группе', 'Пятёрок', 'Четвёрок', 'Троек', 'Двоек'],
  ['5А', 'Химия', TEACHER, 3, 1, 1, 1, 0],
];

export const done = (more: Partial<ImportDone> = {}): Reply =>
  said({ ...FOUND, replaced: [], remembered: [], ...more });

export const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.getByLabel(/Выбрать/).setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });

const OURS = 'МКОУ «Луговская ООШ»';
/** The file is chosen, and these words have come of it. */
const chosen = (words: string, rows: Row[]) => async (page: Page) => {
  await choose(page, 'журнал.csv', csv(rows));
  await page.getByText(words).first().waitFor();
};
const put = async (page: Page, words: string) => {
  await page.getByRole('button', { name: /^Внести \d/ }).click();
  await page.getByText(words).first().waitFor();
};
const loaded = said(CONTENTS);
const DIFFERS = said({ ...FOUND, differences: [DIFFERENCE], same: [{ school: 'lugovoe', form: 'Отметки', rows: 1 }] });
const NOT_DUE = said({ ...NOTHING, notDue: [{ school: 'lugovoe', key: 'vpr', form: 'ВПР', rows: 2 }] });
const noSuchSubject = journal(OURS).map((row) => row.map((cell) => (cell === 'Химия' ? 'Занимательная химия' : cell)));

export const states: State[] = [
  ...waitingAndFailing('import'),
  state('import', 'start', [loaded], async (page) => page.getByText('Какие файлы подойдут').click()),
  state('import', 'comparing', [loaded, 'silence'], chosen('Сверяется', journal(OURS))),
  state('import', 'understood', [loaded, said(FOUND)], chosen('Внесётся', journal(OURS))),
  state('import', 'stranger', [loaded, said(FOUND)], chosen('Какая это школа?', journal('МОБУ «Приозёрная СОШ»'))),
  state('import', 'subject', [loaded, said(FOUND)], chosen('Какой это предмет?', noSuchSubject)),
  state('import', 'differs', [loaded, DIFFERS], chosen('Отличается от данных школы', journal(OURS))),
  state('import', 'undated', [loaded, said({ ...NOTHING, undated: 2 })], chosen('Период в файле', journal(OURS))),
  state('import', 'not-due', [loaded, NOT_DUE], chosen('не спрашивается', journal(OURS))),
  state('import', 'unknown', [loaded], chosen('таблица не узнана', [['Меню столовой'], ['каша', 12]])),
  state('import', 'columns', [loaded], async (page) => {
    await chosen('таблица не узнана', UNKNOWN_COLUMNS)(page);
    await page.getByText('Покажите столбцы').click();
  }),
  state('import', 'refused', [loaded, REFUSED], chosen('Не выполнено', journal(OURS))),
  state(
    'import',
    'done',
    [loaded, DIFFERS, done({ replaced: [DIFFERENCE], refused: ['Химия: строки нет.'] })],
    async (page) => {
      await chosen('Отличается', journal(OURS))(page);
      await put(page, 'Заменено');
    },
  ),
];
