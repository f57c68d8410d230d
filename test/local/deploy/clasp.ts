import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const FOREVER = Date.UTC(2100, 0, 1);

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** What clasp needs of the project, copied to a folder of its own: the repository stays as it is. */
export function projectCopy(settings: { scriptId: string }): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'deploy-')));
  for (const name of ['package.json', '.clasp.json', 'dist']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ ...require(join(ROOT, '.clasp.json')), ...settings }));
  mkdirSync(join(folder, 'home'));
  return folder;
}

/** A credentials file as `clasp login` leaves it, with a token that never has to be renewed. */
function credentials(folder: string, token: string): string {
  const path = join(folder, 'home', 'rc.json');
  const user = {
    type: 'authorized_user',
    client_id: 'client',
    client_secret: 'secret',
    refresh_token: 'refresh',
    access_token: token,
    token_type: 'Bearer',
    expiry_date: FOREVER,
  };
  writeFileSync(path, JSON.stringify({ tokens: { default: user } }));
  return path;
}

/** Runs the real clasp in a project's folder; all it can reach is the proxy, all it trusts besides the world's is `cert`. */
export function clasp(
  folder: string,
  args: readonly string[],
  { proxy, token, cert }: { proxy: string; token: string; cert: string },
): Promise<Said> {
  const authority = join(folder, 'home', 'cert.pem');
  writeFileSync(authority, cert);
  const { PATH } = process.env;
  const child = spawn(join(ROOT, 'node_modules/.bin/clasp'), ['-A', credentials(folder, token), ...args], {
    cwd: folder,
    env: { PATH, HOME: join(folder, 'home'), HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NODE_EXTRA_CA_CERTS: authority },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (part) => {
    said.out += part;
  });
  child.stderr.on('data', (part) => {
    said.error += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
