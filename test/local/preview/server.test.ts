import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '../../../build/preview.cjs');

let server: ChildProcess;
let address: URL;
/** Settled when the program says that the workbook stands. */
let ready: Promise<void>;

beforeAll(async () => {
  server = spawn(process.execPath, [PROGRAM, '--port', '0', '--empty']);
  let said = '';
  const until = (words: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = words.exec(said)?.[0];
        if (found) resolve(found);
      };
      server.stdout!.on('data', look);
      server.on('exit', () => reject(new Error(said)));
    });
  server.stdout!.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  ready = until(/Книга готова/).then(() => undefined);
  address = new URL(await until(/http:\/\/\S+/));
});

afterAll(() => {
  server.kill();
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends what no browser would: any path, method and host. */
const ask = (path: string, options: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { method = 'GET', body, headers = {} } = options;
    const sent = request({ host: address.hostname, port: address.port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode!, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const desk = (body: string) => ask('/desk', { method: 'POST', body, headers: { 'content-type': 'application/json' } });

test('a document asked for before the workbook stands is told to wait, and what comes later is answered', async () => {
  expect([404, 503]).toContain((await ask('/documents/x.docx')).status);
  await ready;
  expect((await ask('/documents/x.docx')).status).toBe(404);
  expect((await desk('{"method":"look","asked":{}}')).text).toContain('"done"');
});

test.each(['//', '//evil/x', '/%', '/..//..', '*', '/desk?x=//'])('the address %s ends nothing', async (path) => {
  await ready;
  expect((await ask(path)).status).toBe(404);
  expect((await ask('/')).status).toBe(200);
});

test('another site reaches it neither by its address nor by a renamed one', async () => {
  expect((await ask('//', { headers: { host: 'evil.example' } })).status).toBe(403);
  expect((await ask('/', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
});

test('the page may not have the workbook written where it likes, nor ask for what is no verb of its own', async () => {
  await ready;
  const path = join(tmpdir(), `asked-${process.pid}.xlsx`);
  for (const method of ['save', 'load', 'download', 'constructor', '__proto__', 'nonsense'])
    expect((await desk(JSON.stringify({ method, asked: { path } }))).status).toBe(400);
  expect(existsSync(path)).toBe(false);
});

test.each(['', 'null', '[]', '5', '{', '{"method":"look","asked":5}'])('%j is refused in words', async (body) => {
  await ready;
  expect(await desk(body)).toEqual({ status: 400, text: 'Так просмотр не просят.' });
});

test('only pages are got and only requests are posted', async () => {
  expect((await ask('/', { method: 'PUT' })).status).toBe(405);
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
});
