import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, selfSigned } from './self-signed';

export interface ScriptFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export const API = 'script.googleapis.com';

/**
 * A stand-in for the Apps Script API on this machine: an HTTP proxy that ends TLS itself for the API's host and refuses
 * any other, and behind it `GET` and `PUT /v1/projects/{id}/content` (developers.google.com/apps-script/api/reference/rest).
 */
export class AppsScriptApi {
  /** Files of each project, as last put there; a project not named here does not exist. */
  readonly projects = new Map<string, ScriptFile[]>();
  /** What was asked, in order: `PUT script.googleapis.com/v1/projects/…/content`, `CONNECT www.example.org:443`. */
  readonly requests: string[] = [];
  readonly certificate: Certificate = selfSigned([API]);

  private readonly api = createServer(this.certificate, (request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => this.answer(request, body, response));
  });
  private readonly proxy = createProxy((_, response) => response.writeHead(405).end());

  constructor(private readonly token: string) {
    this.proxy.on('connect', (request, socket) => {
      if (request.url === `${API}:443`) {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        this.api.emit('connection', socket);
        return;
      }
      this.requests.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  /** Gives the proxy's address. */
  start(): Promise<string> {
    return new Promise((resolve) => {
      this.proxy.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`);
      });
    });
  }

  stop(): Promise<void> {
    this.api.closeAllConnections();
    return new Promise((resolve) => {
      this.proxy.close(() => resolve());
      this.proxy.closeAllConnections();
    });
  }

  private answer(request: IncomingMessage, body: string, response: ServerResponse): void {
    this.requests.push(`${request.method} ${request.headers.host}${request.url}`);
    const { status, content } = this.reply(request, body);
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
    response.end(JSON.stringify(content));
  }

  private reply({ method, url = '', headers }: IncomingMessage, body: string): Reply {
    if (headers.authorization !== `Bearer ${this.token}`) {
      return refusal(401, 'Request had invalid authentication credentials.');
    }
    const id = /^\/v1\/projects\/([^/?]+)\/content$/.exec(url)?.[1];
    if (id === undefined || !this.projects.has(id)) return refusal(404, 'Requested entity was not found.');
    if (method === 'PUT') {
      const { files } = JSON.parse(body) as { files: ScriptFile[] };
      if (!files.some(({ name, type }) => name === 'appsscript' && type === 'JSON')) {
        return refusal(400, 'A manifest file named appsscript is required.');
      }
      this.projects.set(id, files);
    } else if (method !== 'GET') return refusal(405, 'Method not allowed.');
    return { status: 200, content: { scriptId: id, files: this.projects.get(id) } };
  }
}

interface Reply {
  readonly status: number;
  readonly content: object;
}

const refusal = (code: number, message: string): Reply => ({ status: code, content: { error: { code, message } } });
