import type { Page } from 'playwright-core';
import type { PanelAnswer } from '../../../src/model';
import { District } from '../../appsscript/district';
import { REFUSED, type State, state, waitingAndFailing } from './state';

/** What the built add-on answers in a workbook in which nothing has been set up. */
export const ANSWER = new District().runtime.run('panelCall', ['help', 'load', []]) as PanelAnswer;

const searched = (words: string) => async (page: Page) => page.getByLabel('Найти в справке').fill(words);

export const states: State[] = [
  ...waitingAndFailing('help'),
  state('help', 'whole', [{ answer: ANSWER }]),
  state('help', 'unfolded', [{ answer: ANSWER }], async (page) => {
    await page.locator('summary').first().waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
  }),
  state('help', 'searched', [{ answer: ANSWER }], searched('качество')),
  state('help', 'nothing-found', [{ answer: ANSWER }], searched('абракадабра')),
  state('help', 'refused', [{ answer: ANSWER }, REFUSED], async (page) =>
    page.getByRole('button', { name: 'Открыть вкладку «Справка»' }).click(),
  ),
];
