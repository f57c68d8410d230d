// How to start the Chromium of `@sparticuz/chromium`: an ES module, which jest's CommonJS cannot import and so runs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Path, arguments and surroundings of a real Chromium that unpacks what it needs into `folder`. */
export async function chromiumIn(folder) {
  mkdirSync(folder, { recursive: true });
  // Both must stand before the import: the package then unpacks its own libraries, into a folder nobody else has filled.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  chromium.setGraphicsMode = false;
  const executablePath = await chromium.executablePath();
  // The package's own list looks for its fonts in /tmp only, and Chromium ends at the first text field when it finds none.
  const fonts = join(folder, 'fonts');
  const places = [fonts, '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('');
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return {
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--headless=shell'],
    env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_PATH: fonts },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(JSON.stringify(await chromiumIn(process.argv[2])));
