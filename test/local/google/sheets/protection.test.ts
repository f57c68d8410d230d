import { makeWorld, OWNER, SCHOOL } from './host';

const REFUSED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

function closed(a1: string) {
  const world = makeWorld();
  world.app.getActive().addEditor(SCHOOL);
  const protection = world.sheet.getRange(a1).protect();
  protection.removeEditors(protection.getEditors());
  return { ...world, protection, as: (user: string) => Object.assign(world, { user }) };
}

// [D: Protection]: until a script changes the list, permissions mirror those of the spreadsheet.
test('a fresh protection stops no editor', () => {
  const world = makeWorld();
  world.app.getActive().addEditor(SCHOOL);
  const protection = world.sheet.getRange('A1').protect();
  expect(protection.getEditors().map((user) => user.getEmail())).toEqual([OWNER, SCHOOL]);
  world.user = SCHOOL;
  expect(protection.canEdit()).toBe(true);
  world.sheet.getRange('A1').setValue(1);
});

test('after its editors are removed only the owner and those listed may write', () => {
  const { sheet, protection, as } = closed('A1:A2');
  as(SCHOOL);
  expect(protection.canEdit()).toBe(false);
  expect(sheet.getRange('A2:B3').canEdit()).toBe(false);
  expect(sheet.getRange('B1:B3').canEdit()).toBe(true);
  expect(() => sheet.getRange('A2:B3').setValue(1)).toThrow(REFUSED);
  expect(() => sheet.getRange('A1').setNote('x')).toThrow(REFUSED);
  expect(() => sheet.getRange('A1').setBackground('#ff0000')).toThrow(REFUSED);
  expect(() => sheet.clear()).toThrow(REFUSED);
  sheet.getRange('B1:B3').setValue(1);
  expect(sheet.getRange('A1:A3').getValues()).toEqual([[''], [''], ['']]);
  as(OWNER);
  sheet.getRange('A1').setValue(1);
  protection.addEditor(SCHOOL);
  as(SCHOOL);
  sheet.getRange('A1').setValue(2);
});

// platform.md: a warning-only protection deters hands and does not stop scripts.
test('a warning stops nobody', () => {
  const { sheet, protection, as } = closed('A1');
  protection.setWarningOnly(true);
  as(SCHOOL);
  sheet.getRange('A1').setValue(1);
  expect(protection.isWarningOnly()).toBe(true);
});

// [D: removeEditor]: "Neither the owner of the spreadsheet nor the current user can be removed."
test('the owner and whoever runs stay', () => {
  const { protection, as } = closed('A1');
  protection.addEditor(SCHOOL);
  as(SCHOOL);
  protection.removeEditors([SCHOOL, OWNER]);
  expect(protection.getEditors().map((user) => user.getEmail())).toEqual([OWNER, SCHOOL]);
});

test('who may not edit may not manage the protection either', () => {
  const { protection, as } = closed('A1');
  as(SCHOOL);
  expect(() => protection.getEditors()).toThrow();
  expect(() => protection.addEditor(SCHOOL)).toThrow();
  expect(() => protection.setWarningOnly(true)).toThrow();
  expect(() => protection.remove()).toThrow();
});

// [D: setUnprotectedRanges]
test('a protected sheet leaves its unprotected ranges open', () => {
  const world = makeWorld();
  const { sheet } = world;
  const protection = sheet.protect().setDescription('вкладка');
  protection.setUnprotectedRanges([sheet.getRange('B2:C5'), sheet.getRange('D2:D5')]);
  protection.removeEditors(protection.getEditors());
  world.user = SCHOOL;
  sheet.getRange('B2:D5').setValue(1);
  expect(() => sheet.getRange('B2:D6').setValue(1)).toThrow(REFUSED);
  expect(() => sheet.insertRowAfter(3)).toThrow(REFUSED);
  expect(() => sheet.setName('Моя')).toThrow(REFUSED);
  expect(() => sheet.hideRows(3)).toThrow(REFUSED);
  expect(() => world.app.getActive().deleteSheet(sheet)).toThrow(REFUSED);
  world.user = OWNER;
  sheet.insertRowAfter(3);
  expect(protection.getUnprotectedRanges().map((range) => range.getA1Notation())).toEqual(['B2:C6', 'D2:D6']);
  expect(sheet.protect().getDescription()).toBe('вкладка');
});

// platform.md: hard-protected cells inside the area make Sheets refuse a sort or a row deletion by who may not edit them.
test('rows with a protected cell are not deleted, sorted or moved by others', () => {
  const { app, sheet, as } = closed('C3:C4');
  app.getActive().insertSheet('Запас');
  as(SCHOOL);
  expect(() => sheet.deleteRow(3)).toThrow(REFUSED);
  expect(() => sheet.getRange('A1:D9').sort(1)).toThrow(REFUSED);
  expect(() => sheet.moveRows(sheet.getRange('4:4'), 9)).toThrow(REFUSED);
  expect(() => sheet.insertRowAfter(3)).toThrow(REFUSED);
  expect(() => sheet.getRange('A1').copyTo(sheet.getRange('C3'))).toThrow(REFUSED);
  expect(() => app.getActive().deleteSheet(sheet)).toThrow(REFUSED);
  sheet.deleteRow(9);
  sheet.insertRowAfter(7);
  sheet.getRange('A1:B9').sort(1);
});

test('a protected column stops inserting rows, which would widen it', () => {
  const { sheet, as } = closed('A:A');
  as(SCHOOL);
  expect(() => sheet.insertRowAfter(1000)).toThrow(REFUSED);
  as(OWNER);
  sheet.insertRowAfter(1000);
  as(SCHOOL);
  expect(() => sheet.getRange('A1001').setValue(1)).toThrow(REFUSED);
});

test('a cell under two protections is for those who pass both', () => {
  const { sheet, protection, as } = closed('A1:A9');
  protection.addEditor(SCHOOL);
  const inner = sheet.getRange('A5').protect();
  inner.removeEditors(inner.getEditors());
  as(SCHOOL);
  sheet.getRange('A1:A4').setValue(1);
  expect(() => sheet.getRange('A1:A5').setValue(1)).toThrow(REFUSED);
});

// [D: Protection.setDomainEdit]; platform.md, "A protection keeps a person out".
test('in a domain its people are let in until a script says otherwise', () => {
  const world = makeWorld();
  world.book.domain = 'example.org';
  world.app.getActive().addEditor(SCHOOL);
  const protection = world.sheet.getRange('A1').protect();
  protection.removeEditors(protection.getEditors());
  const typesAs = (user: string) => () => {
    Object.assign(world, { user });
    world.sheet.getRange('A1').setValue(1);
  };
  expect(protection.canDomainEdit()).toBe(true);
  expect(typesAs(SCHOOL)).not.toThrow();
  expect(typesAs('someone@elsewhere.org')).toThrow(REFUSED);
  Object.assign(world, { user: OWNER });
  protection.setDomainEdit(false);
  expect(protection.canDomainEdit()).toBe(false);
  expect(typesAs(SCHOOL)).toThrow(REFUSED);
  expect(() => protection.setDomainEdit(true)).toThrow('permission');
});

test('without a domain nobody is let in by it', () => {
  const { protection, sheet, as } = closed('A1');
  expect(protection.canDomainEdit()).toBe(false);
  protection.setDomainEdit(false);
  expect(() => protection.setDomainEdit(true)).toThrow('not implemented');
  as(SCHOOL);
  expect(() => sheet.getRange('A1').setValue(1)).toThrow(REFUSED);
});
