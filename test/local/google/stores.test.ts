import { runtimeOf } from '../bundle';

/** Runs `body` with `store` as the document properties, then `cache` and `lock` likewise; gives what it returns. */
const runtime = (body: string, extras: Parameters<typeof runtimeOf>[1] = {}) =>
  runtimeOf(
    `function main(x) {
      const store = PropertiesService.getDocumentProperties();
      const cache = CacheService.getScriptCache();
      const lock = LockService.getDocumentLock();
      ${body}
    }`,
    extras,
  );
const result = (body: string) => runtime(body).run('main', []);

describe('properties', () => {
  test('are kept between executions, as text; a missing one is null', () => {
    const kept = runtime(
      "if (x) store.setProperty('n', x); return [store.getProperty('n'), store.getProperty('none')]",
    );
    kept.run('main', [12.5]);
    expect(kept.run('main', [])).toEqual(['12.5', null]);
  });

  test('setProperties keeps the others unless told to delete them [D]', () => {
    const set = "store.setProperty('a', '1');";
    expect(result(`${set} store.setProperties({ b: 2 }); return store.getKeys()`)).toEqual(['a', 'b']);
    expect(result(`${set} store.setProperties({ b: 2 }, true); return store.getProperties()`)).toEqual({ b: '2' });
  });

  test('a property or all of them can be deleted, in a chain', () => {
    const set = "store.setProperties({ a: 1, b: 2, c: 3 }).deleteProperty('a')";
    expect(result(`return ${set}.getKeys()`)).toEqual(['b', 'c']);
    expect(result(`return ${set}.deleteAllProperties().getKeys()`)).toEqual([]);
  });

  test('document, script and user stores are apart; user stores by user', () => {
    const apart = runtimeOf(`function main(x) {
      const user = PropertiesService.getUserProperties();
      if (x) { user.setProperty('k', x); PropertiesService.getScriptProperties().setProperty('k', x); }
      return [user.getProperty('k'), PropertiesService.getScriptProperties().getProperty('k')]
        .concat(PropertiesService.getDocumentProperties().getProperty('k'));
    }`);
    apart.book.editors.add('second@example.org');
    apart.grant('second@example.org');
    expect(apart.run('main', ['v'])).toEqual(['v', 'v', null]);
    expect(apart.run('main', [], { user: 'second@example.org' })).toEqual([null, 'v', null]);
  });

  test('a value has at most 9 KB of UTF-8 [D]', () => {
    expect(result("store.setProperty('a', 'я'.repeat(4608)); return store.getProperty('a').length")).toBe(4608);
    expect(() => result("store.setProperty('a', 'я'.repeat(4609))")).toThrow('Argument too large: value');
  });

  test('a store has at most 500 KB; what would break the limit is not stored [D]', () => {
    const fill = "for (let i = 0; i < 55; i++) store.setProperty('k' + i, 'x'.repeat(9200));";
    expect(() => result(`${fill} store.setProperty('last', 'x'.repeat(9200))`)).toThrow(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
    const all = `${fill} try { store.setProperties({ a: 1, b: 'x'.repeat(9200) }) } catch (e) {} return store.getProperty('a')`;
    expect(result(all)).toBeNull();
  });

  test('a value is needed', () => {
    expect(() => result("store.setProperty('a')")).toThrow(
      "The parameters (String) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
  });
});

describe('cache', () => {
  test('an entry lives ten minutes unless said otherwise, at most six hours [D]', () => {
    const kept = runtime(`
      if (x === 'put') { cache.put('a', 1); cache.put('b', 2, 1200); cache.put('c', 3, 99999); }
      return cache.getAll(['a', 'b', 'c', 'd'])`);
    expect(kept.run('main', ['put'])).toEqual({ a: '1', b: '2', c: '3' });
    kept.advance(601_000);
    expect(kept.run('main', [])).toEqual({ b: '2', c: '3' });
    kept.advance(600_000);
    expect(kept.run('main', [])).toEqual({ c: '3' });
    kept.advance(6 * 3_600_000);
    expect(kept.run('main', [])).toEqual({});
  });

  test('keys have at most 250 characters, values 100 KB [D]', () => {
    expect(() => result("cache.put('k'.repeat(251), '1')")).toThrow('Argument too large: key');
    expect(() => result("cache.put('k', 'x'.repeat(102401))")).toThrow('Argument too large: value');
    expect(result("cache.put('k'.repeat(250), 'x'.repeat(102400)); return cache.get('k'.repeat(250)).length")).toBe(
      102400,
    );
  });

  test('many entries are put, and removed, at once', () => {
    const body = "cache.putAll({ a: 1, b: 2, c: 3 }); cache.remove('a'); cache.removeAll(['b']); return";
    expect(result(`${body} cache.getAll(['a', 'b', 'c'])`)).toEqual({ c: '3' });
    expect(result(`${body} cache.get('a')`)).toBeNull();
  });
});

describe('locks', () => {
  const CODE = `
    function hold() { const lock = LockService.getDocumentLock(); lock.waitLock(1000); middle(); return lock.hasLock(); }
    function middle() { PropertiesService.getScriptProperties().getKeys() }
    function attempt() { return LockService.getDocumentLock().tryLock(0) }
    function wait() { LockService.getDocumentLock().waitLock(5000) }
    function other() { return LockService.getUserLock().tryLock(0) && LockService.getScriptLock().tryLock(0) }
    function twice() { const lock = LockService.getDocumentLock(); lock.tryLock(0); return lock.tryLock(0) }
    function given() { const lock = LockService.getDocumentLock(); lock.tryLock(0); lock.releaseLock(); middle() }`;

  /** Runs `inner` while `outer` is in the middle of a service call. */
  const during = (outer: string, inner: string) => {
    const seen: unknown[] = [];
    const each = runtimeOf(CODE, {
      onCall: ({ method, phase }) => {
        if (method === 'Properties.getKeys' && phase === 'before') seen.push(attempt(() => each.run(inner, [])));
      },
    });
    const before = each.now();
    each.run(outer, []);
    return { seen: seen[0], took: each.now() - before };
  };
  const attempt = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('tryLock is false while another execution holds the lock', () => {
    expect(during('hold', 'attempt').seen).toBe(false);
  });

  test('waitLock waits its time on the clock, then throws', () => {
    const { seen, took } = during('hold', 'wait');
    expect(seen).toBe('Lock timeout: another process was holding the lock for too long.');
    expect(took).toBeGreaterThan(5000);
  });

  test('document, script and user locks are different locks', () => {
    expect(during('hold', 'other').seen).toBe(true);
  });

  test('a released lock is free at once', () => {
    expect(during('given', 'attempt').seen).toBe(true);
  });

  test('who holds a lock may take it again, and loses it when the execution ends [D]', () => {
    const each = runtimeOf(CODE);
    expect(each.run('twice', [])).toBe(true);
    expect(each.run('attempt', [])).toBe(true);
  });
});
