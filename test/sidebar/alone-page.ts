import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PanelAnswer } from '../../src/model';
import { launch, newPage, violations } from '../local/preview/launch-browser';

/** What the server says to a call of the page. */
export type Reply = { answer: PanelAnswer } | { error: string } | 'silence';

/** The server has done what it was asked. */
export const said = (done: unknown): Reply => ({ answer: { done } as PanelAnswer });

/** A Chromium for the tests of a file, closed behind them. */
export function chromiumForTests(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return () => browser;
}

/** A state that anybody can use: axe finds nothing, nothing is wider than the panel. A picture of it where one is wanted. */
export async function expectSound(page: Page, picture?: string): Promise<void> {
  expect(await violations(page)).toEqual([]);
  const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overhang)).toBe(0);
  const folder = process.env.PICTURES;
  if (folder && picture) await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: true });
}

/** Until the focus is on such an element with those words: a page moves it after it has drawn. */
export const focusOn = (page: Page, element: string, words: string | RegExp): Promise<void> =>
  page.locator(element).and(page.locator(':focus')).filter({ hasText: words }).waitFor();

/** A panel's page alone, 300 px wide; each call gets the next reply, the last one again and again. */
export async function openAlone(browser: Browser, html: string, replies: readonly Reply[]): Promise<Page> {
  const page = await newPage(browser, 300, 600);
  await page.addInitScript((given: readonly Reply[]) => {
    const scope = globalThis as unknown as { calls: unknown[]; google: unknown };
    scope.calls = [];
    const runner = (handlers: Record<string, (value: unknown) => void>): unknown => ({
      withSuccessHandler: (success: never) => runner({ ...handlers, success }),
      withFailureHandler: (failure: never) => runner({ ...handlers, failure }),
      panelCall(...args: unknown[]) {
        const reply = given[Math.min(scope.calls.length, given.length - 1)]!;
        scope.calls.push(args);
        if (reply === 'silence') return;
        setTimeout(() => {
          if ('answer' in reply) handlers.success!(reply.answer);
          else handlers.failure!(new Error(reply.error));
        });
      },
    });
    scope.google = { script: { run: runner({}) } };
  }, replies);
  await page.goto('about:blank');
  await page.setContent(html);
  return page;
}

export const callsOf = (page: Page) => page.evaluate('calls') as Promise<unknown[][]>;
