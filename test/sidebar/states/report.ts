import type { Page } from 'playwright-core';
import type { ReportContents } from '../../../src/model';
import { type Reply, said } from '../alone-page';
import { REFUSED, type State, state, waitingAndFailing } from './state';

export const SCHOOLS = ['МОБУ СОШ №1', 'МОКУ Малая ООШ', 'МОКУ Крошечная ООШ'].map((title, at) => ({
  key: `s${at + 1}`,
  title,
}));
export const CONTENTS: ReportContents = {
  periods: [
    {
      key: '2023-Q2',
      title: 'II квартал 2023 г.',
      missing: [
        'Период открыт: на отчёте будет «ПРЕДВАРИТЕЛЬНО», издание для сайта ждёт закрытия.',
        'Не сдали: МОКУ Малая ООШ.',
      ],
      documents: [{ title: 'Аналитическая справка', url: 'https://docs.google.com/document/d/old/edit' }],
    },
    { key: '2023-Q1', title: 'I квартал 2023 г.', missing: [], documents: [] },
  ],
  kinds: [
    { key: 'district', title: 'Аналитическая справка', editions: ['служебная'], subjects: [] },
    { key: 'school', title: 'Карточка школы', editions: ['служебная'], subjects: SCHOOLS },
  ],
};

export const built = (title: string): Reply =>
  said({
    built: {
      title,
      url: `https://docs.google.com/document/d/${encodeURIComponent(title)}/edit`,
      words: 'Отчёт создан.',
    },
  });

/** People have written in the document. */
export const DOUBT = said({
  doubt: {
    state: 'id 7',
    url: 'https://docs.google.com/document/d/id/edit',
    words: 'Документ этого отчёта правили вручную.',
    replaceable: true,
  },
});

const build = async (page: Page) => page.getByRole('button', { name: 'Построить' }).click();
const buildCards = async (page: Page) => {
  await page.getByLabel('Вид отчёта').selectOption('school');
  await build(page);
};

export const states: State[] = [
  ...waitingAndFailing('report'),
  state('report', 'choice', [said(CONTENTS)]),
  state('report', 'choice-of-school', [said(CONTENTS)], async (page) => {
    await page.getByLabel('Вид отчёта').selectOption('school');
    await page.getByLabel('Период').selectOption('2023-Q1');
  }),
  state('report', 'underway', [said(CONTENTS), built('Первая'), 'silence'], async (page) => {
    await buildCards(page);
    await page.getByText('Строится 2 из 3').waitFor();
  }),
  state('report', 'built', [said(CONTENTS), built('Аналитическая справка, II квартал 2023 г.')], async (page) => {
    await build(page);
    await page.getByText('Построено документов: 1 из 1.').waitFor();
  }),
  state('report', 'stopped', [said(CONTENTS), built('Первая'), REFUSED], async (page) => {
    await buildCards(page);
    await page.getByRole('alert').waitFor();
  }),
  state('report', 'doubt', [said(CONTENTS), DOUBT], async (page) => {
    await build(page);
    await page.getByRole('alert').waitFor();
  }),
  state('report', 'drafts', [said(CONTENTS), said('Внесено: 3 строки со статусом «проект».')], async (page) => {
    await page.getByRole('button', { name: 'Внести проекты рекомендаций' }).click();
    await page.getByText('Внесено: 3 строки').waitFor();
  }),
];
