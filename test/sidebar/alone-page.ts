import type { Browser, Page } from 'playwright-core';
import type { PanelAnswer } from '../../src/model';

/** What the server says to a call of the page. */
export type Reply = { answer: PanelAnswer } | { error: string } | 'silence';

/** A panel's page alone, 300 px wide; each call gets the next reply, the last one again and again. */
export async function openAlone(browser: Browser, html: string, replies: readonly Reply[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 300, height: 600 } });
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
