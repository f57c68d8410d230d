import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asked } from './desk-worker';
import type { Desk, Reply } from './messages';
import type { WorkerLine } from './worker-line';

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;
const MOST_BYTES = 50 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Nothing is fetched from anywhere but this server; panels' own scripts stand in the page that shows them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  'img-src data: blob:',
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS = { 'content-security-policy': POLICY, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

const PAGE = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Качество образования: учебный просмотр</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/looks.css">
</head>
<body><div id="page"></div><script src="/page.js"></script></body>
</html>
`;

export interface Office {
  /** Folder of `page.js`, `looks.css` and `bridge.js`. */
  pages: string;
  line(): WorkerLine;
  restart(): void;
}

/** Listens at the port, or at the next free one when it is taken; gives the address. */
export async function startServer(office: Office, port: number): Promise<{ server: Server; address: string }> {
  for (let tried = 0; ; tried++) {
    const server = createServer((request, response) => void serve(office, request, response));
    const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(port === 0 ? 0 : port + tried, HOST, () => resolve(null));
    });
    if (!failure) return { server, address: `http://${HOST}:${(server.address() as AddressInfo).port}/` };
    if (failure.code !== 'EADDRINUSE' || tried === PORTS_TRIED) throw failure;
  }
}

async function serve(office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await (isFromHere(request) ? answer(office, request, response) : say(response, 403, 'Только с этого компьютера.'));
  } catch (error) {
    console.error(error);
    if (response.headersSent) response.destroy();
    else say(response, 500, error instanceof Error ? error.message : String(error));
  }
}

/** The path is compared, never taken apart: an address that no page of ours asks for is answered like any unknown one. */
function answer(office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> | void {
  const [path = ''] = (request.url ?? '').split('?');
  if (request.method === 'POST') return take(office, path, request, response);
  if (request.method === 'GET') return give(office, path, response);
  say(response, 405, 'Так эту страницу не просят.');
}

/** A page of another site must not reach this server through the browser: neither by its address nor by a renamed one. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const own = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
  return own && (headers.origin === undefined || headers.origin === `http://${headers.host}`);
}

async function give(office: Office, path: string, response: ServerResponse): Promise<void> {
  if (path === '/') return send(response, 200, 'text/html; charset=utf-8', PAGE);
  const file = /^\/(page\.js|looks\.css|bridge\.js)$/.exec(path)?.[1];
  if (file && existsSync(join(office.pages, file))) {
    const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
    return send(response, 200, `${type}; charset=utf-8`, readFileSync(join(office.pages, file)));
  }
  if (path === '/workbook.xlsx') return giveBook(office, response);
  const id = /^\/documents\/([\w-]+)\.docx$/.exec(path)?.[1];
  if (id) return giveDocument(office, id, response);
  say(response, 404, 'Такой страницы нет.');
}

async function take(office: Office, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const json = (reply: unknown) => send(response, 200, 'application/json; charset=utf-8', JSON.stringify(reply));
  if (path === '/workbook.xlsx') return json(await takeBook(office, body));
  if (path !== '/desk' || !request.headers['content-type']?.startsWith('application/json'))
    return say(response, 404, 'Такой страницы нет.');
  const message = messageIn(body.toString('utf8'));
  if (!message) return say(response, 400, 'Так просмотр не просят.');
  json(await reply(office, message));
}

type Message = { method: 'answer'; asked: { text: string } } | { method: 'enter' | 'restart' } | Asked;

/** What the page asks for: saving and loading take a path of this computer, which only this server may choose. */
const VERBS: ReadonlySet<unknown> = new Set<
  Exclude<keyof Desk, 'save' | 'load' | 'download'> | 'answer' | 'enter' | 'restart'
>([
  'look',
  'open',
  'layOut',
  'rows',
  'edit',
  'changeRow',
  'undo',
  'run',
  'call',
  'fire',
  'wait',
  'read',
  'answer',
  'enter',
  'restart',
]);

function messageIn(text: string): Message | null {
  let message: { method?: unknown; asked?: unknown };
  try {
    message = Object(JSON.parse(text)) as { method?: unknown; asked?: unknown };
  } catch {
    // Not a page of ours; it is told so.
    return null;
  }
  const { method, asked = {} } = message;
  return VERBS.has(method) && typeof asked === 'object' && asked !== null ? ({ method, asked } as Message) : null;
}

async function reply(office: Office, message: Message): Promise<Reply> {
  if (message.method === 'restart') office.restart();
  const line = office.line();
  switch (message.method) {
    case 'answer':
      return line.answer(message.asked.text);
    case 'enter':
      await line.abandon();
      return line.ask({ method: 'look', asked: {} });
    case 'restart':
      return { done: null };
    default:
      return line.ask(message);
  }
}

const scratch = (): string => join(tmpdir(), `preview-${randomUUID()}.xlsx`);

async function giveBook(office: Office, response: ServerResponse): Promise<void> {
  const path = scratch();
  try {
    const saved = await office.line().ask({ method: 'save', asked: { path } });
    if ('preparing' in saved) return say(response, 503, 'Книга ещё готовится. Повторите через минуту.');
    if (!('done' in saved)) throw new Error('failed' in saved ? saved.failed : 'Книга занята.');
    sendFile(response, XLSX, 'Качество образования.xlsx', readFileSync(path));
  } finally {
    rmSync(path, { force: true });
  }
}

async function takeBook(office: Office, bytes: Buffer): Promise<Reply> {
  const path = scratch();
  try {
    writeFileSync(path, bytes);
    return await office.line().ask({ method: 'load', asked: { path } });
  } finally {
    rmSync(path, { force: true });
  }
}

async function giveDocument(office: Office, id: string, response: ServerResponse): Promise<void> {
  const reply = await office.line().ask({ method: 'download', asked: { id } });
  if ('preparing' in reply) return say(response, 503, 'Книга ещё готовится. Повторите через минуту.');
  if (!('done' in reply)) return say(response, 404, 'Такого документа нет.');
  const { title, base64 } = reply.done as { title: string; base64: string };
  sendFile(response, DOCX, `${title}.docx`, Buffer.from(base64, 'base64'));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('Файл больше 50 МБ.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const say = (response: ServerResponse, status: number, words: string): void =>
  send(response, status, 'text/plain; charset=utf-8', words);

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type }).end(body);
}

function sendFile(response: ServerResponse, type: string, name: string, body: Buffer): void {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-disposition': disposition }).end(body);
}
