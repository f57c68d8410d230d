import { resolve } from 'node:path';
import { Desk } from '../../../src/local/proof/desk';
import { pictureOf } from '../../../src/local/proof/picture';
import { type PreparedWorlds, prepareWorlds } from '../../../src/local/proof/prepared-worlds';
import { keepContexts } from '../../../src/local/runtime/contexts';
import { runtimeOf } from '../bundle';

const dist = resolve(__dirname, '../../../dist');

const pictures = ({ schools, ...worlds }: PreparedWorlds) =>
  Object.entries(worlds).map(([name, world]) => [name, [...pictureOf(new Desk(dist, world).runtime)]]);

test('runs that follow one another in one context come to the same as each in a fresh one', () => {
  const fresh = pictures(prepareWorlds(2, dist));
  keepContexts();
  expect(pictures(prepareWorlds(2, dist))).toEqual(fresh);
});

test('whatever a script has kept in its variables, the next run begins anew', () => {
  keepContexts();
  const runtime = runtimeOf(`
    var times = 0;
    var lists = (function () { return { kept: [] }; })();
    function count() {
      times += 1;
      lists.kept.push(times);
      globalThis.left = (globalThis.left || 0) + 1;
      undeclared = typeof undeclared === 'undefined' ? 1 : undeclared + 1;
      return [times, lists.kept.length, left, undeclared];
    }`);
  for (let times = 0; times < 3; times += 1) expect(runtime.run('count', [])).toEqual([1, 1, 1, 1]);
});

test('a run inside another one has variables of its own', () => {
  keepContexts();
  const seen: unknown[] = [];
  const outer = runtimeOf(
    `
    var name = 'nobody';
    function outer() { name = 'outer'; PropertiesService.getDocumentProperties().getProperties(); return name; }
    function inner() { return name; }`,
    {
      onCall: ({ phase }) => void (phase === 'before' && seen.push(outer.run('inner', []))),
    },
  );
  expect(outer.run('outer', [])).toBe('outer');
  expect(seen).toEqual(['nobody']);
});
