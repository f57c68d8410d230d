import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launch, newPage, PATIENCE } from './launch-browser';

export const ROOT = join(__dirname, '..', '..', '..');
const PROGRAM = join(ROOT, 'build', 'preview.cjs');

/** What a file of tests of the preview has: a folder of its own, a browser, and servers that end with it. */
export class Previews {
  private readonly servers: ChildProcess[] = [];
  private browser!: Browser;
  readonly scratch = mkdtempSync(join(tmpdir(), 'preview-test-'));

  /** Starts the built preview on a free port; gives its address. */
  serve(...options: string[]): Promise<string> {
    if (!existsSync(PROGRAM)) throw new Error('build/preview.cjs is missing: run npm run build first');
    const server = spawn(process.execPath, [PROGRAM, '--port', '0', ...options]);
    this.servers.push(server);
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk.toString('utf8');
        const address = /http:\/\/\S+/.exec(said)?.[0];
        if (address) resolve(address);
      };
      server.stdout.on('data', hear);
      server.stderr.on('data', hear);
      server.on('exit', () => reject(new Error(said)));
    });
  }

  async launch(): Promise<void> {
    this.browser = await launch();
  }

  /** `before` is a script that runs in the page before its own. */
  async open(address: string, before = ''): Promise<Page> {
    const page = await newPage(this.browser, 1280, 800);
    await page.addInitScript({ content: before });
    await page.goto(address);
    await page.locator('[role=grid]').waitFor();
    await settled(page);
    return page;
  }

  async end(): Promise<void> {
    await this.browser?.close();
    await Promise.all(this.servers.map(ended));
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/** Ends a server, and waits until it is gone: one that still ends would keep the tests' process. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
}

/** Nothing under way any more. */
export const settled = (page: Page) => page.locator('.busy:empty').waitFor({ state: 'attached' });

const become = async (page: Page, title: string) => {
  await page.getByLabel('Я —').selectOption({ label: title });
  await settled(page);
};
export const asSchool = async (page: Page, name: string) => {
  await become(page, `школа: ${name}`);
  await page.getByRole('grid', { name: `Вкладка «${name}»` }).waitFor();
};
export const asCoordinator = async (page: Page) => {
  await become(page, 'координатор района');
  await page.getByRole('menuitem', { name: 'Качество образования' }).waitFor();
};

export const cell = (page: Page, a1: string) => {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(a1)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return page.locator(`#cell-${Number(row) - 1}-${column - 1}`);
};
/** A tab that has only just been opened may yet select the cell it was left at: then the address is typed once more. */
export const goTo = async (page: Page, a1: string) => {
  const selected = async () => (await page.getByRole('grid').getAttribute('aria-label'))?.split(' выбрано ')[1];
  const go = async () => {
    await page.getByLabel('Адрес ячейки').fill(a1);
    await page.keyboard.press('Enter');
    return selected();
  };
  await eventually(go, a1);
  await cell(page, a1).waitFor();
};
export const choose = async (page: Page, ...path: string[]) => {
  for (const name of path) await page.getByRole('menuitem', { name, exact: false }).first().click();
};
export const dialog = (page: Page, name: string | RegExp) =>
  page.locator('dialog', { has: page.getByRole('heading', { name }) });
export const pressed = (page: Page, name: string) =>
  page.locator('dialog').getByRole('button', { name, exact: true }).click();
export const tab = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('button', { name, exact: true }).click();

/** Waits until `read` gives what is expected. */
export async function eventually(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  let last: unknown;
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    last = await read();
    if (last === wanted) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(last).toBe(wanted);
}
