import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { docxParts } from '../../../src/report/docx';
import { codeIn, pageOf } from '../../appsscript/code-files';
import { DIST } from '../../appsscript/district';
import { SAMPLE_DOCUMENT } from './sample-document';

/** The renderer as the add-on gets it; only Apps Script's own globals are there when it runs. */
function rendererIn(code: string): (expression: string) => unknown {
  const context = createContext({});
  runInContext(code, context);
  return (expression) => runInContext(expression, context);
}

test('no code that is loaded without a report holds anything of docx', () => {
  for (const code of [readFileSync(join(DIST, 'Code.js'), 'utf8'), codeIn(pageOf('commands'))])
    expect(code).not.toMatch(/word\/document\.xml|schemas\.openxmlformats\.org\/wordprocessingml/);
});

test('a bare V8 context without TextEncoder gives the very parts Node gives', () => {
  const run = rendererIn(codeIn(pageOf('docx')));
  expect(run('typeof TextEncoder + typeof setTimeout + typeof crypto')).toBe('undefined'.repeat(3));
  const parts = run(`JSON.stringify(Code.docxParts(${JSON.stringify(SAMPLE_DOCUMENT)}))`) as string;
  expect(JSON.parse(parts)).toEqual(JSON.parse(JSON.stringify(docxParts(SAMPLE_DOCUMENT))));
});
