import { createRuntime } from '../../../src/local/runtime';
import { DIST } from '../../appsscript/district';
import { runtimeOf, SCOPES } from '../bundle';

const CODE = `
  function install() { ScriptApp.newTrigger('night').timeBased().everyDays(1).atHour(3).create() }
  function night() {
    const about = [SpreadsheetApp.getActive(), LockService.getDocumentLock(), PropertiesService.getDocumentProperties()];
    PropertiesService.getScriptProperties().setProperty('found', about.map((each) => each === null ? 'null' : 'there').join());
  }
  function found() { return PropertiesService.getScriptProperties().getProperty('found') }
  function create() {
    const docx = Utilities.zip([Utilities.newBlob('а', 'text/plain', 'word/document.xml')])
      .setContentType('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    return Drive.Files.create({ mimeType: 'application/vnd.google-apps.document' }, docx, { fields: 'id,modifiedTime' });
  }
  function modified(id) { return Drive.Files.get(id, { fields: 'modifiedTime' }).modifiedTime }
  function revisions(id) { return Drive.Revisions.list(id, { fields: 'revisions(id)' }).revisions.length }
  function authorised(scopes) {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes);
    return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl() === null, info.getAuthorizedScopes()];
  }
  function mail() { MailApp.sendEmail('a@example.org', 'а', 'б') }
  function ask() {
    const lock = LockService.getDocumentLock();
    lock.tryLock(10);
    SpreadsheetApp.getUi().alert('Да?');
    return lock.hasLock();
  }
  function looks() {
    const sheet = SpreadsheetApp.getActive().getSheets()[0];
    const cells = sheet.getRange('A1:C1').setBackgrounds([['red', '#D9E2F3', '#ABC']]);
    const warning = sheet.getRange('A1').protect().setWarningOnly(true);
    const whole = sheet.protect();
    return [cells.getBackgrounds()[0].join(), warning.getEditors().length, whole.getRange().getA1Notation()];
  }
  function last() { SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheets()[0]) }`;

const MINUTE = 60_000;

test.each([
  [25, true],
  [0, false],
])('modifiedTime moves by itself after %d seconds, or not', (modifiedMoves, moved) => {
  const runtime = runtimeOf(CODE, { uncertain: { modifiedMoves } });
  const { id, modifiedTime } = runtime.run('create', []) as { id: string; modifiedTime: string };
  runtime.advance(MINUTE);
  expect(runtime.run('modified', [id]) !== modifiedTime).toBe(moved);
});

test.each([true, false])('sharing moves modifiedTime: %s', (modifiedMovesOnSharing) => {
  const runtime = runtimeOf(CODE, { uncertain: { modifiedMoves: 0, modifiedMovesOnSharing } });
  const { id, modifiedTime } = runtime.run('create', []) as { id: string; modifiedTime: string };
  runtime.advance(MINUTE);
  runtime.shareDocument(id);
  expect(runtime.run('modified', [id]) !== modifiedTime).toBe(modifiedMovesOnSharing);
});

test.each([
  [0, 1],
  [40, 0],
])('a revision is told of %d seconds late', (revisionsLate, told) => {
  const runtime = runtimeOf(CODE, { uncertain: { revisionsLate } });
  const { id } = runtime.run('create', []) as { id: string };
  expect(runtime.run('revisions', [id])).toBe(told);
  runtime.advance(MINUTE);
  expect(runtime.run('revisions', [id])).toBe(1);
});

test.each([
  [true, 'there,there,there'],
  [false, 'null,null,null'],
])('a time trigger is given the workbook: %s', (bookAtNight, found) => {
  const runtime = runtimeOf(CODE, { uncertain: { bookAtNight } });
  runtime.run('install');
  runtime.trigger('night');
  expect(runtime.run('found', [])).toBe(found);
});

test('one scope refused stops what needs it, and is told when asked about', () => {
  const runtime = runtimeOf(CODE);
  expect(runtime.run('authorised', [[SCOPES.mail]])).toEqual(['NOT_REQUIRED', true, [SCOPES.mail]]);
  runtime.run('mail');
  runtime.uncertain.refusedScopes = [SCOPES.mail];
  expect(runtime.run('authorised', [[SCOPES.mail, SCOPES.book]])).toEqual(['REQUIRED', false, [SCOPES.book]]);
  expect(runtime.run('authorised', [[SCOPES.book]])).toEqual(['NOT_REQUIRED', true, [SCOPES.book]]);
  expect(() => runtime.run('mail')).toThrow('Specified permissions are not sufficient');
});

test.each([true, false])('a lock outlives a dialog: %s', (lockOutlivesDialog) => {
  expect(runtimeOf(CODE, { uncertain: { lockOutlivesDialog } }).run('ask', [])).toBe(lockOutlivesDialog);
});

test('colours are read as lower-case hex, a warning lists nobody, a whole sheet has no notation, the last sheet stays', () => {
  const runtime = runtimeOf(CODE);
  expect(runtime.run('looks', [])).toEqual(['#ff0000,#d9e2f3,#aabbcc', 0, '']);
  expect(() => runtime.run('last')).toThrow("You can't remove all the sheets in a document.");
});

test.each([true, false])(
  'new protections let the domain in: %s; the add-on keeps it out of service tabs either way',
  (domainEditors) => {
    const runtime = createRuntime({
      dist: DIST,
      owner: 'owner@school.example',
      domain: 'school.example',
      uncertain: { domainEditors },
    });
    const { SpreadsheetApp } = runtime.globals as { SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp };
    expect(SpreadsheetApp.getActive().getSheets()[0]!.protect().canDomainEdit()).toBe(domainEditors);
    SpreadsheetApp.getActive().getSheets()[0]!.protect().remove();
    runtime.run('setUpWorkbook');
    runtime.book.editors.add('s1@school.example');
    expect(() => runtime.edit('Настройки', 'C4', 'школа', { user: 's1@school.example' })).toThrow('protected');
  },
);
