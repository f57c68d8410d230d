import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/** Milliseconds in which a page answers on a machine that has much else to do, and a workbook is made. */
export const PATIENCE = 400_000;

/** A real Chromium that unpacks what it needs into `scratch`. */
export async function launch(scratch: string): Promise<Browser> {
  const script = join(__dirname, '../../../src/local/chromium.mjs');
  const how = JSON.parse(execFileSync(process.execPath, [script, scratch], { encoding: 'utf8' }));
  const { executablePath, args, env } = how as { executablePath: string; args: string[]; env: NodeJS.ProcessEnv };
  return chromium.launch({
    executablePath,
    args,
    timeout: PATIENCE,
    env: { ...(process.env as Record<string, string>), ...env } as never,
  });
}

export async function newPage(browser: Browser, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(PATIENCE);
  return page;
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page; in a sandboxed frame it looks only when it is asked of the frame itself. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
