import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violations } from '../local/preview/launch-browser';
import { chromiumForTests, openAlone } from './alone-page';
import { states as coordinator } from './states/coordinator';
import { states as explain } from './states/explain';
import { states as help } from './states/help';
import { states as importing } from './states/import';
import { states as report } from './states/report';
import { states as setUp } from './states/set-up';
import { pageOf } from './states/state';

const STATES = [...coordinator, ...report, ...explain, ...importing, ...setUp, ...help];

const browser = chromiumForTests();

/** How far the page is wider than the sidebar, and what it is that reaches out. */
const overhang = (page: Page) =>
  page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const out = (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !element.closest('.unseen, svg');
    return scrollWidth > clientWidth
      ? [...document.body.querySelectorAll('*')].filter(out).map(({ outerHTML }) => outerHTML.slice(0, 120))
      : [];
  })()`);

/** What can be pressed or typed into and is not reached with Tab. */
async function unreached(page: Page): Promise<unknown> {
  const controls = 'button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, summary';
  await page.evaluate(`(() => {
    window.left = new Set([...document.querySelectorAll('${controls}')].filter((each) => each.checkVisibility()));
    document.addEventListener('focusin', ({ target }) => window.left.delete(target));
    document.activeElement?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
  })()`);
  // A day is typed in parts, each with a stop of its own.
  const stops = 'window.left.size + 4 * document.querySelectorAll("input[type=date]").length';
  const count = (await page.evaluate(stops)) as number;
  for (let press = 0; press < count + 1; press += 1) await page.keyboard.press('Tab');
  return page.evaluate('[...window.left].map(({ outerHTML }) => outerHTML.slice(0, 120))');
}

/** A sidebar is 300 px wide; at 200 % zoom its page has 150 of them. */
const WIDTHS = { '100': 300, '200': 150 };

test.each(STATES.map((each) => [each.panel, each.name, each] as const))(
  '%s, %s: axe finds nothing, nothing reaches out of the sidebar at 100 and 200 %, all is reached by keyboard',
  async (panel, name, { replies, show }) => {
    const page = await openAlone(browser(), pageOf(panel), replies);
    await page.getByRole('main').first().waitFor();
    await show(page);
    for (const [zoom, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 600 });
      expect(await overhang(page)).toEqual([]);
      const folder = process.env.PICTURES;
      if (folder) await page.screenshot({ path: join(folder, `${panel}-${name}-${zoom}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: WIDTHS['100'], height: 600 });
    expect(await violations(page)).toEqual([]);
    expect(await unreached(page)).toEqual([]);
    await page.close();
  },
);
