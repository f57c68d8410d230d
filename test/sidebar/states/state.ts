import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DIST } from '../../appsscript/district';
import type { Reply } from '../alone-page';

/** A state that a panel can be in: what its server says, and what a person has done. */
export interface State {
  readonly panel: string;
  readonly name: string;
  readonly replies: readonly Reply[];
  show(page: Page): Promise<unknown>;
}

export const state = (
  panel: string,
  name: string,
  replies: readonly Reply[],
  show: State['show'] = async () => undefined,
): State => ({ panel, name, replies, show });

export const pageOf = (panel: string): string => readFileSync(join(DIST, `${panel}.html`), 'utf8');

export const REFUSED: Reply = { answer: { refused: 'Уже выполняется другая работа. Подождите минуту и повторите.' } };
export const ANOTHER_ACCOUNT: Reply = {
  error: "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
};

/** What every panel can begin with: it waits, or another account stands in the way. */
export const waitingAndFailing = (panel: string): State[] => [
  state(panel, 'loading', ['silence']),
  state(panel, 'another-account', [ANOTHER_ACCOUNT]),
];
