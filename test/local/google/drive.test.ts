import { runtimeOf } from '../bundle';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOC = 'application/vnd.google-apps.document';

// The order of arguments by @types/google-apps-script, drive_v3: create(resource, media, options), update(resource, id, media, options).
const CODE = `
  const docx = (text) => Utilities.zip([Utilities.newBlob(text, 'text/plain', 'word/document.xml')]).setContentType('${DOCX}');
  function create(text, properties) {
    return Drive.Files.create({ name: 'Отчёт', mimeType: '${DOC}', appProperties: properties }, docx(text), { fields: 'id,webViewLink,modifiedTime' });
  }
  function update(id, text) { return Drive.Files.update({}, id, docx(text), { fields: 'id,modifiedTime,version' }) }
  function get(id, fields) { return Drive.Files.get(id, fields ? { fields: fields } : undefined) }
  function list(q) { return Drive.Files.list({ q: q, fields: 'files(id,name)' }).files.map((file) => file.name) }
  function remove(id) { Drive.Files.remove(id) }
  function broken(type) { Drive.Files.create({ mimeType: '${DOC}' }, Utilities.newBlob('no zip', type)) }
  function huge() { Drive.Files.create({ name: 'a' }, Utilities.newBlob(new Int8Array(5 * 1024 * 1024 + 1), 'image/png')) }
  function bare() { return Drive.Files.create({ name: 'a.txt' }, Utilities.newBlob('a')) }
  function wrong(resource) { Drive.Files.create(resource) }`;

const drive = () => {
  const runtime = runtimeOf(CODE);
  return { runtime, create: (text: string) => runtime.run('create', [text, { key: text }]) as { id: string } };
};

describe('Drive v3', () => {
  test('keeps an imported DOCX as a Google Doc with the bytes it came from', () => {
    const { runtime, create } = drive();
    const made = create('один');
    expect(made).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9]{44}$/),
      webViewLink: `https://docs.google.com/document/d/${made.id}/edit?usp=drivesdk`,
      modifiedTime: expect.stringContaining('2023-07-02T15:00:'),
    });
    expect(runtime.files).toMatchObject([{ id: made.id, name: 'Отчёт', mimeType: DOC, uploadedType: DOCX }]);
    expect(runtime.files[0]!.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('an update replaces the content of the same document, later', () => {
    const { runtime, create } = drive();
    const { id } = create('один');
    const before = runtime.files[0]!.bytes;
    expect(runtime.run('update', [id, 'два'])).toMatchObject({ id, version: '2' });
    expect(runtime.files).toHaveLength(1);
    expect(runtime.files[0]!.bytes.equals(before)).toBe(false);
    expect(runtime.files[0]!.modifiedTime > runtime.files[0]!.createdTime).toBe(true);
  });

  test('a user sees only the files the add-on made for that user', () => {
    const { runtime, create } = drive();
    const { id } = create('один');
    runtime.book.editors.add('second@example.org');
    runtime.grant('second@example.org');
    const second = { user: 'second@example.org' };
    const message = `API call to drive.files.get failed with error: File not found: ${id}.`;
    expect(() => runtime.run('get', [id], second)).toThrow(message);
    expect(() => runtime.run('update', [id, 'a'], second)).toThrow('File not found');
    expect(runtime.run('list', ['trashed = false'], second)).toEqual([]);
    runtime.run('remove', [id]);
    expect(() => runtime.run('get', [id])).toThrow(message);
  });

  test('gives kind, id, name and type unless other fields are asked for', () => {
    const { runtime, create } = drive();
    const { id } = create('один');
    expect(runtime.run('get', [id])).toEqual({ kind: 'drive#file', id, name: 'Отчёт', mimeType: DOC });
    expect(runtime.run('get', [id, 'appProperties,trashed'])).toEqual({
      appProperties: { key: 'один' },
      trashed: false,
    });
    expect(runtime.run('bare', [])).toMatchObject({ name: 'a.txt', mimeType: 'text/plain' });
  });

  test('is searched by terms joined with and; other terms are refused by name', () => {
    const { runtime, create } = drive();
    create('один');
    create('два');
    const q = "trashed = false and appProperties has { key='key' and value='два' } and name = 'Отчёт'";
    expect(runtime.run('list', [q])).toEqual(['Отчёт']);
    expect(runtime.run('list', ["name contains 'отч' and mimeType = '" + DOC + "'"])).toHaveLength(2);
    expect(() => runtime.run('list', ["fullText contains 'a'"])).toThrow("not implemented: fullText contains 'a'");
  });

  test('refuses what is no DOCX, over 5 MB or of a type it cannot convert', () => {
    const { runtime } = drive();
    expect(() => runtime.run('broken', [DOCX])).toThrow(
      'API call to drive.files.create failed with error: Bad Request',
    );
    expect(() => runtime.run('broken', ['image/png'])).toThrow('Conversion of image/png');
    expect(() => runtime.run('huge', [])).toThrow('Request Too Large');
    expect(() => runtime.run('wrong', [{ title: 'a' }])).toThrow('in v3 it is name');
    expect(runtime.files).toEqual([]);
  });

  test('is out of reach when the manifest has no scope for it', () => {
    const runtime = runtimeOf(CODE, { scopes: [] });
    expect(() => runtime.run('list', [''])).toThrow('Request had insufficient authentication scopes.');
  });
});
