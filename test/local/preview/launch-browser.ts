import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/** Milliseconds in which a page answers on a machine that has much else to do, and a workbook is made. */
export const PATIENCE = 400_000;

interface Unpacked {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Once for all files that a worker runs, one after the other. */
function unpacked(): Unpacked {
  const folder = join(process.env.FOLDER_OF_TESTS!, `chromium-${process.env.JEST_WORKER_ID}`);
  const file = join(folder, 'unpacked.json');
  if (!existsSync(file)) {
    const script = join(__dirname, '../../../src/local/chromium.mjs');
    writeFileSync(file, execFileSync(process.execPath, [script, folder]));
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A real Chromium. */
export async function launch(): Promise<Browser> {
  const { executablePath, args, env } = unpacked();
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
