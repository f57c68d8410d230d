import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../../../src/domain';
import { checks } from '../../../src/domain/checks';
import type { Issue } from '../../../src/model';
import { programme } from '../../../src/programme';
import { PERIOD, SCHOOL } from '../../build';
import { sample } from '../sample';
import { runCases } from './run-cases';

runCases(sample, checks);
if (programme.checks.length > 0) runCases(programme, programme.checks);

test('every check stands in a file of its own, is listed and has an id of its own', () => {
  const folder = join(__dirname, '..', '..', '..', 'src', 'domain', 'checks');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(checks.map(({ id }) => `${id.split('/')[1]}.ts`).sort()).toEqual(files.sort());
  const all = [...checks, ...programme.checks].map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
});

test('what an older version has found is no trouble: it is named as such', () => {
  const issue: Issue = {
    ...{ period: PERIOD, school: SCHOOL.key, form: 'gone', row: 3, field: 'gone', severity: 'warning', details: {} },
    id: 'row/of-long-ago',
  };
  expect(wordsOf(programme)(issue)).toMatch(/^Замечание прежней версии/);
  expect(wordsOf(programme)({ ...issue, id: 'cell/blank' })).toBe('Графа: пусто; если таких нет, поставьте 0');
});
