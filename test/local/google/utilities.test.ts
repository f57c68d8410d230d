import { evaluate, runtimeOf } from '../bundle';

describe('Utilities.formatDate speaks SimpleDateFormat', () => {
  // Expected values by the Java documentation of SimpleDateFormat (Java 8), English names.
  const MOMENT = 'new Date(Date.UTC(2023, 5, 5, 15, 4, 9, 7))';
  test.each([
    ['yyyy-MM-dd', '2023-06-06'],
    ['dd.MM.yyyy HH:mm:ss', '06.06.2023 00:04:09'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2023-06-06T00:04:09.007+09:00'],
    ['d.M.yy', '6.6.23'],
    ['EEE, d MMM yyyy', 'Tue, 6 Jun 2023'],
    ['EEEE, MMMM', 'Tuesday, June'],
    ['h:mm a', '12:04 AM'],
    ['k K u D', '24 0 2 157'],
    ['Z z X XX', '+0900 GMT+09:00 +09 +0900'],
    ["yyyy 'год' ''", "2023 год '"],
    ["'o''clock'", "o'clock"],
  ])('%s', (pattern, expected) => {
    expect(evaluate(`Utilities.formatDate(${MOMENT}, 'Asia/Yakutsk', ${JSON.stringify(pattern)})`)).toBe(expected);
  });

  test('a zone is a name or an offset from GMT; an unknown one is GMT, as in Java', () => {
    const hour = (zone: string) => evaluate(`Utilities.formatDate(${MOMENT}, '${zone}', 'HH:mm X')`);
    expect(hour('GMT')).toBe('15:04 Z');
    expect(hour('GMT+3')).toBe('18:04 +03');
    expect(hour('GMT-03:30')).toBe('11:34 -03');
    expect(hour('Nowhere/Atlantis')).toBe('15:04 Z');
  });

  test('Yakutsk was ten hours ahead from 2011 to 2014', () => {
    const summer = "Utilities.formatDate(new Date(Date.UTC(2013, 0, 1)), 'Asia/Yakutsk', 'HH')";
    expect(evaluate(summer)).toBe('10');
  });

  test('a letter Java does not know throws as Java does; one not supported here says so', () => {
    expect(() => evaluate(`Utilities.formatDate(${MOMENT}, 'GMT', 'yyyy b')`)).toThrow("Illegal pattern character 'b'");
    expect(() => evaluate(`Utilities.formatDate(${MOMENT}, 'GMT', 'YYYY')`)).toThrow('letter Y is not implemented');
    expect(() => evaluate(`Utilities.formatDate(${MOMENT}, 'GMT', "yyyy 'open")`)).toThrow('Unterminated quote');
  });

  test('dates of the host realm pass outside an execution', () => {
    const { Utilities } = runtimeOf('').globals as { Utilities: { formatDate(d: Date, z: string, p: string): string } };
    expect(Utilities.formatDate(new Date(0), 'Asia/Yakutsk', 'yyyy-MM-dd HH')).toBe('1970-01-01 09');
  });
});

describe('bytes are signed, as in Java', () => {
  test('base64 of RFC 4648, both alphabets', () => {
    expect(evaluate("Utilities.base64Encode('foob')")).toBe('Zm9vYg==');
    expect(evaluate('Utilities.base64Encode([-5, -1, -66])')).toBe('+/++');
    expect(evaluate('Utilities.base64EncodeWebSafe([-5, -1, -66])')).toBe('-_--');
    expect(evaluate("Utilities.base64Decode('+/++')")).toEqual([-5, -1, -66]);
    expect(evaluate("Utilities.base64DecodeWebSafe('-_--')")).toEqual([-5, -1, -66]);
    expect(() => evaluate("Utilities.base64Decode('%')")).toThrow('Could not decode string.');
  });

  test('text beyond ASCII wants a charset named', () => {
    expect(evaluate("Utilities.base64Encode('Да', Utilities.Charset.UTF_8)")).toBe('0JTQsA==');
    expect(() => evaluate("Utilities.base64Encode('Да')")).toThrow('name the charset');
  });

  test('digests of RFC 1321 and FIPS 180-4', () => {
    const hex = (algorithm: string) =>
      evaluate(`Utilities.computeDigest(Utilities.DigestAlgorithm.${algorithm}, 'abc')
        .map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('')`);
    expect(hex('MD5')).toBe('900150983cd24fb0d6963f7d28e17f72');
    expect(hex('SHA_1')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
    expect(hex('SHA_256')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(String(hex('SHA_512')).slice(0, 16)).toBe('ddaf35a193617aba');
  });

  test('HMAC-SHA-256 of RFC 4231, case 2', () => {
    const signed = evaluate("Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe').slice(0, 4)");
    expect(signed).toEqual([0x5b, 0xdc - 256, 0xc1 - 256, 0x46]);
  });

  test('a blob takes text, signed bytes or an Int8Array; unsigned bytes are refused', () => {
    expect(evaluate("Utilities.newBlob('Да').getBytes()")).toEqual([-48, -108, -48, -80]);
    expect(evaluate("Utilities.newBlob([-48, -108]).getDataAsString('UTF-8')")).toBe('Д');
    expect(evaluate('Utilities.newBlob(new Int8Array([-48, -108])).getDataAsString()')).toBe('Д');
    expect(() => evaluate('Utilities.newBlob([200])')).toThrow(
      "don't match the method signature for Utilities.newBlob",
    );
    expect(() => evaluate('Utilities.newBlob(new Uint8Array([1]))')).toThrow("don't match the method signature");
  });

  test("a view of a larger buffer gives the view's own bytes", () => {
    const view = 'new Int8Array(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)';
    expect(evaluate(`Utilities.newBlob(${view}).getBytes()`)).toEqual([2, 3]);
  });
});

describe('blobs', () => {
  test('know their type and name; a copy is apart', () => {
    const body = `const blob = Utilities.newBlob('a', 'text/csv', 'a.csv'); const copy = blob.copyBlob().setName('b.csv');
      return [blob.getContentType(), blob.getName(), copy.getName(), Utilities.newBlob('a').getContentType()]`;
    expect(evaluate(body)).toEqual(['text/csv', 'a.csv', 'b.csv', 'text/plain']);
  });

  test('are read and written in windows-1251 too', () => {
    expect(evaluate("Utilities.newBlob('').setDataFromString('Да', 'windows-1251').getBytes()")).toEqual([-60, -32]);
    expect(evaluate("Utilities.newBlob([-60, -32]).getDataAsString('windows-1251')")).toBe('Да');
  });

  test('conversion to another type says it is not implemented', () => {
    expect(() => evaluate("Utilities.newBlob('a').getAs('application/pdf')")).toThrow('not implemented');
  });

  test('zip and unzip give back names and bytes; so do gzip and ungzip', () => {
    const body = `const zip = Utilities.zip([Utilities.newBlob('Да', 'text/plain', 'слово.txt'), Utilities.newBlob('b', 'text/plain', 'b')]);
      return Utilities.unzip(zip).map((blob) => [blob.getName(), blob.getDataAsString()])`;
    expect(evaluate(body)).toEqual([
      ['слово.txt', 'Да'],
      ['b', 'b'],
    ]);
    expect(evaluate("Utilities.ungzip(Utilities.gzip(Utilities.newBlob('Да'))).getDataAsString()")).toBe('Да');
    expect(() => evaluate("Utilities.zip([Utilities.newBlob('a')])")).toThrow('must have non-null name');
    expect(() =>
      evaluate(
        "Utilities.unzip(Utilities.zip([Utilities.newBlob('Да').setName('a')]).setContentType('application/vnd.ms-excel'))",
      ),
    ).toThrow('Invalid argument');
    expect(() => evaluate("Utilities.unzip(Utilities.newBlob('no archive'))")).toThrow('Invalid argument');
  });
});

test('formatString as in C', () => {
  expect(evaluate("Utilities.formatString('%11.6f|%-5s|%05d|%+d|%%', 123.456, 'ab', -42, 7)")).toBe(
    ' 123.456000|ab   |-0042|+7|%',
  );
});

test('parseCsv by RFC 4180', () => {
  expect(evaluate(`Utilities.parseCsv('a,"b, ""c""\\nd",\\r\\ne,,f\\n')`)).toEqual([
    ['a', 'b, "c"\nd', ''],
    ['e', '', 'f'],
  ]);
  expect(evaluate("Utilities.parseCsv('1,5;2', ';')")).toEqual([['1,5', '2']]);
});

test('getUuid has the form of a random UUID and does not repeat', () => {
  const [first, second] = evaluate('[Utilities.getUuid(), Utilities.getUuid()]') as [string, string];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first).not.toBe(second);
});
