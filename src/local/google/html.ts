import type { ServiceHost } from '../runtime/execution';
import type { World } from '../runtime/world';
import { blobState, makeBlob } from './blob';
import { mismatch } from './signature';
import { enumeration, strict } from './strict';

interface HtmlState {
  content: string;
  title: string | null;
  width: number | null;
  height: number | null;
  favicon: string | null;
  meta: { name: string; content: string }[];
}

const states = new WeakMap<object, HtmlState>();

/** What an HtmlOutput holds; undefined for anything else. */
export const htmlState = (page: unknown): HtmlState | undefined =>
  typeof page === 'object' && page !== null ? states.get(page) : undefined;

const XFrameOptionsMode = enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT'] as const);
const SandboxMode = enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE'] as const);

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!);

const createOutput = (host: ServiceHost, content: string): object => {
  const state: HtmlState = { content, title: null, width: null, height: null, favicon: null, meta: [] };
  const set = <V>(change: (value: V) => Partial<HtmlState>) => {
    return (value: V) => {
      Object.assign(state, change(value));
      return output;
    };
  };
  const blob = () => makeBlob(host, { bytes: Buffer.from(state.content), type: 'text/html', name: null });
  const output: object = strict('HtmlOutput', {
    getContent: () => state.content,
    setContent: set<string>((text) => ({ content: text })),
    append: set<string>((text) => ({ content: state.content + text })),
    appendUntrusted: set<string>((text) => ({ content: state.content + escapeHtml(text) })),
    clear: () => {
      state.content = '';
      return output;
    },
    getTitle: () => state.title,
    setTitle: set<string>((title) => ({ title: title })),
    getWidth: () => state.width,
    setWidth: set<number>((width) => ({ width: width })),
    getHeight: () => state.height,
    setHeight: set<number>((height) => ({ height: height })),
    getFaviconUrl: () => state.favicon,
    setFaviconUrl: set<string>((url) => ({ favicon: url })),
    addMetaTag: (name: string, text: string) => {
      state.meta.push({ name, content: text });
      return output;
    },
    getMetaTags: () => state.meta.map((tag) => ({ getName: () => tag.name, getContent: () => tag.content })),
    setSandboxMode: set<unknown>(() => ({})),
    setXFrameOptionsMode: set<unknown>(() => ({})),
    getBlob: blob,
    getAs: (type: string) => blob().getAs(type),
  });
  states.set(output, state);
  return output;
};

/** Templates are printed as they are: scriptlets (`<? … ?>`) are refused, since running them needs Google's own compiler. */
const createTemplate = (host: ServiceHost, content: string) => {
  const properties: Record<string, unknown> = {};
  return new Proxy(properties, {
    get: (_target, key) => {
      if (key === 'getRawContent') return () => content;
      if (key !== 'evaluate') return typeof key === 'string' ? properties[key] : undefined;
      return () => {
        if (/<\?/.test(content)) throw new Error('HtmlTemplate.evaluate of scriptlets is not implemented');
        return createOutput(host, content);
      };
    },
  });
};

export const createHtmlService = (host: ServiceHost, world: World) => {
  const file = (name: string): string => {
    const content = world.project.html.get(String(name).replace(/\.html$/, ''));
    return content ?? host.fail(`No HTML file named ${name} was found.`);
  };
  const source = (method: string, args: unknown[]): string => {
    const [given] = args;
    if (given === undefined && args.length === 0) return '';
    if (typeof given === 'string') return given;
    return blobState(given)?.bytes.toString('utf8') ?? mismatch(host, method, args);
  };
  const make = <T>(method: string, work: () => T): T => host.handle(`HtmlService.${method}`, work);
  return strict('HtmlService', {
    XFrameOptionsMode,
    SandboxMode,
    createHtmlOutput: (...args: unknown[]) =>
      make('createHtmlOutput', () => createOutput(host, source('HtmlService.createHtmlOutput', args))),
    createHtmlOutputFromFile: (name: string) => make('createHtmlOutputFromFile', () => createOutput(host, file(name))),
    createTemplate: (...args: unknown[]) =>
      make('createTemplate', () => createTemplate(host, source('HtmlService.createTemplate', args))),
    createTemplateFromFile: (name: string) => make('createTemplateFromFile', () => createTemplate(host, file(name))),
  });
};
