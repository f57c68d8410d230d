// `npm run screenshots`: the pictures of the guides, taken of the built add-on in the preview.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumIn } from '../chromium.mjs';
import { Desk } from './desk.mjs';
import { PICTURES } from './pictures.mjs';

const SIZE = { width: 1280, height: 720 };

/** Starts the built preview on a free port; gives its address. */
function serve(options) {
  const server = spawn(process.execPath, [resolve('build/preview.cjs'), '--port', '0', ...options]);
  const address = new Promise((found, failed) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk.toString('utf8');
      const at = /http:\/\/\S+/.exec(said);
      if (at) found(at[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', () => failed(new Error(said)));
  });
  return { server, address };
}

const scratch = mkdtempSync(join(tmpdir(), 'screenshots-'));
const out = resolve('docs/pictures');
mkdirSync(out, { recursive: true });
const { executablePath, args, env } = await chromiumIn(scratch);
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
const { server, address } = serve([]);
try {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5 });
  const desk = await Desk.open(page, await address);
  const wanted = process.argv.slice(2);
  for (const { name, show, size = SIZE } of PICTURES) {
    await page.setViewportSize(size);
    await show(desk);
    await desk.settled();
    const path = join(out, `${name}.png`);
    if (wanted.length === 0 || wanted.includes(name)) await page.screenshot({ path });
    console.log(path);
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(scratch, { recursive: true, force: true });
}
