import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRuntime, type Runtime, type RuntimeOptions } from '../../src/local/runtime';

export const SCOPES = {
  book: 'https://www.googleapis.com/auth/spreadsheets.currentonly',
  drive: 'https://www.googleapis.com/auth/drive.file',
  ui: 'https://www.googleapis.com/auth/script.container.ui',
  triggers: 'https://www.googleapis.com/auth/script.scriptapp',
  mail: 'https://www.googleapis.com/auth/script.send_mail',
};

const DRIVE = { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' };

interface Extras extends RuntimeOptions {
  scopes?: string[];
  advanced?: object[];
  html?: Record<string, string>;
}

/** A runtime that has loaded `code` as a bound script with the add-on's manifest, at midnight of 3 July 2023 in Yakutsk. */
export const runtimeOf = (code: string, { scopes, advanced, html, ...options }: Extras = {}): Runtime => {
  const dist = mkdtempSync(join(tmpdir(), 'bundle-'));
  const manifest = {
    timeZone: 'Asia/Yakutsk',
    runtimeVersion: 'V8',
    dependencies: { enabledAdvancedServices: advanced ?? [DRIVE] },
    oauthScopes: scopes ?? Object.values(SCOPES),
  };
  writeFileSync(join(dist, 'appsscript.json'), JSON.stringify(manifest));
  writeFileSync(join(dist, 'Code.js'), code);
  for (const [name, text] of Object.entries(html ?? {})) writeFileSync(join(dist, `${name}.html`), text);
  return createRuntime({ now: '2023-07-02T15:00:00Z', dist, ...options });
};

/** What a script's expression gives, as `google.script.run` would hand it to the browser. */
export const evaluate = (expression: string, extras: Extras = {}): unknown =>
  runtimeOf(`function main() { ${expression.includes('return') ? expression : `return ${expression}`} }`, extras).run(
    'main',
    [],
  );
