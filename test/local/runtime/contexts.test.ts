import { resolve } from 'node:path';
import { Desk } from '../../../src/local/proof/desk';
import { pictureOf } from '../../../src/local/proof/picture';
import { type PreparedWorlds, prepareWorlds } from '../../../src/local/proof/prepared-worlds';
import { keepContexts } from '../../../src/local/runtime/contexts';

const dist = resolve(__dirname, '../../../dist');

const pictures = ({ schools, ...worlds }: PreparedWorlds) =>
  Object.entries(worlds).map(([name, world]) => [name, [...pictureOf(new Desk(dist, world).runtime)]]);

test('the add-on keeps nothing in its variables: runs that follow one another in one context come to the same as each in a fresh one', () => {
  const fresh = pictures(prepareWorlds(2, dist));
  keepContexts();
  // The second time every context has been used before.
  for (let times = 0; times < 2; times += 1) expect(pictures(prepareWorlds(2, dist))).toEqual(fresh);
});
