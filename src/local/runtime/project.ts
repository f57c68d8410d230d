import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vm from 'node:vm';

/** What `clasp push` would upload: the server's script, its manifest and the HTML files. */
export interface Project {
  manifest: Manifest;
  scripts: vm.Script[];
  /** HTML files by name without extension, as `HtmlService.createHtmlOutputFromFile` asks for them. */
  html: Map<string, string>;
}

export interface Manifest {
  timeZone: string;
  oauthScopes?: string[];
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
}

const loaded = new Map<string, Project>();

/** Reads and compiles a folder once per process; every execution runs the same code anew in its own context. */
export const loadProject = (folder: string): Project => {
  const project = loaded.get(folder) ?? read(folder);
  loaded.set(folder, project);
  return project;
};

const compile = (path: string): vm.Script => new vm.Script(readFileSync(path, 'utf8'), { filename: path });

/** A folder without a manifest or without any script is an error that names it. */
const read = (folder: string): Project => {
  const manifestPath = join(folder, 'appsscript.json');
  if (!existsSync(manifestPath)) throw new Error(`No appsscript.json in ${folder}: build the add-on first`);
  const files = readdirSync(folder).sort();
  const scripts = files.filter((file) => /\.(js|gs)$/.test(file)).map((file) => compile(join(folder, file)));
  if (scripts.length === 0) throw new Error(`No script in ${folder}: build the add-on first`);
  const html = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => [basename(file, '.html'), readFileSync(join(folder, file), 'utf8')] as const);
  return { manifest: JSON.parse(readFileSync(manifestPath, 'utf8')), scripts, html: new Map(html) };
};
