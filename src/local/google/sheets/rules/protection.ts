import type { ProtectionState } from '../../book';
import { addressOf, makeUser } from '../book/user';
import { rectOf } from '../cells/areas';
import { ProtectionType } from '../enums';
import { defineService, stateOf } from '../handle';
import type { BookPlace, RangePlace, SheetPlace } from '../place';
import { makeRange } from '../range/range';
import { assertMayArrange, assertMayEdit, mayEdit } from './permission';
import { assertUsable } from './usable';

interface ProtectionPlace extends SheetPlace {
  protection: ProtectionState;
}

const DENIED = 'You do not have permission to perform that action.';

/** Reading and changing who may edit is for those who may [D: Protection.getEditors, addEditor, removeEditor]. */
function assertMayManage({ host, book, sheet, protection }: ProtectionPlace): void {
  if (!sheet.protections.includes(protection)) host.fail('The protection does not exist.');
  if (!mayEdit(host, book, protection)) host.fail(DENIED);
}

/** The spreadsheet's owner and editors, while nobody has said otherwise. */
const listed = ({ book, protection }: ProtectionPlace): Set<string> =>
  new Set([book.owner, ...(protection.editors ?? book.editors)]);

function addEditors(place: ProtectionPlace, users: (string | object)[]): void {
  assertMayManage(place);
  place.protection.editors = new Set([...listed(place), ...users.map((user) => addressOf(place.host, user))]);
}

/** Whoever runs has access to the workbook as a member of that group only. */
const isThrough = ({ host, book }: ProtectionPlace, group: string): boolean =>
  book.groups?.get(group)?.has(host.user()) === true && host.user() !== book.owner && !book.editors.has(host.user());

/** Neither the owner nor whoever runs can be removed [D: Protection.removeEditor]; trying to is not an error. */
function removeEditors(place: ProtectionPlace, users: (string | object)[]): void {
  assertMayManage(place);
  const left = listed(place);
  const before = left.size;
  for (const user of users) {
    const address = addressOf(place.host, user);
    // Through a group that whoever runs is in he would remove himself (platform.md, "A protection keeps a person out").
    if (left.has(address) && isThrough(place, address)) place.host.fail("You can't remove yourself as an editor.");
    left.delete(address);
  }
  left.add(place.book.owner).add(place.host.user());
  const isMirror = place.protection.editors === null && left.size === before && place.cloud.listsMirror?.() === true;
  if (!isMirror) place.protection.editors = left;
}

function unprotect(place: ProtectionPlace, ranges: object[]): void {
  assertMayManage(place);
  const { host, sheet, protection } = place;
  if (protection.kind !== 'SHEET') host.fail('Unprotected ranges can only be set on a protected sheet.');
  protection.unprotected = ranges.map((range) => {
    const state = stateOf<RangePlace>(range);
    if (state.sheet !== sheet) host.fail('Range must be on the protected sheet.');
    return rectOf(state.area);
  });
}

function setRange(place: ProtectionPlace, range: object): void {
  assertMayManage(place);
  if (place.protection.kind !== 'RANGE') place.host.fail('The range of a protected sheet cannot be set.');
  const wanted = stateOf<RangePlace>(range);
  assertUsable(wanted);
  place.protection.area = rectOf(wanted.area);
}

function remove(place: ProtectionPlace): void {
  assertMayManage(place);
  place.sheet.protections = place.sheet.protections.filter((one) => one !== place.protection);
}

const rangeOf = (place: ProtectionPlace): object => {
  const { sheet, protection } = place;
  const whole = { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
  return makeRange(place, protection.area ?? whole, protection.area === undefined);
};

const service: (place: ProtectionPlace) => object = defineService<ProtectionPlace>('Protection', () => [
  {
    handle: {
      'getDescription()': ({ protection }) => protection.description,
      'getProtectionType()': ({ protection }) => ProtectionType[protection.kind],
      'getRange()': rangeOf,
      'isWarningOnly()': ({ protection }) => protection.warningOnly,
    },
    call: {
      'canEdit()': ({ host, book, protection }) => protection.warningOnly || mayEdit(host, book, protection),
      'getEditors()': (place) => {
        assertMayManage(place);
        // A warning stops nobody, so nobody is listed [issues].
        if (place.protection.warningOnly) return [];
        return [...listed(place)].map((email) => makeUser(place.host, email));
      },
      'getUnprotectedRanges()': (place) => place.protection.unprotected.map((area) => makeRange(place, area)),
      'canDomainEdit()': (place) => {
        assertMayManage(place);
        return place.protection.domainEdit ?? false;
      },
      'remove()': remove,
    },
    change: {
      'addEditor(String) (User)': (place, user: string | object) => addEditors(place, [user]),
      'addEditors(String[])': addEditors,
      'removeEditor(String) (User)': (place, user: string | object) => removeEditors(place, [user]),
      'removeEditors(Object[])': removeEditors,
      'setDescription(String)': (place, description: string) => {
        assertMayManage(place);
        place.protection.description = description;
      },
      'setWarningOnly(Boolean)': (place, warningOnly: boolean) => {
        assertMayManage(place);
        place.protection.warningOnly = warningOnly;
      },
      'setUnprotectedRanges(Range[])': unprotect,
      'setRange(Range)': setRange,
      'setDomainEdit(Boolean)': (place, editable: boolean) => {
        assertMayManage(place);
        if (place.book.domain !== undefined) place.protection.domainEdit = editable;
        else if (editable)
          place.host.fail('Protection.setDomainEdit(true) without a domain is not implemented', 'Error');
      },
    },
  },
]);

export const makeProtection = ({ host, cloud, book, sheet }: SheetPlace, protection: ProtectionState): object =>
  service({ host, cloud, book, sheet, protection });

/** In a domain its people may edit until a script says otherwise (platform.md, "A protection keeps a person out"). */
const fresh = (place: BookPlace, kind: ProtectionState['kind']): ProtectionState => ({
  kind,
  unprotected: [],
  description: '',
  warningOnly: false,
  editors: null,
  ...(place.book.domain !== undefined && { domainEdit: place.cloud.domainEditors?.() ?? true }),
});

/** Always a new protection, even over another [D: Range.protect]. */
export function protectRange(place: RangePlace): object {
  assertUsable(place);
  assertMayEdit(place.host, place.book, place.sheet, place.area);
  const protection = { ...fresh(place, 'RANGE'), area: rectOf(place.area) };
  place.sheet.protections.push(protection);
  return makeProtection(place, protection);
}

/** The protection a sheet has, or a new one [D: Sheet.protect]. */
export function protectSheet(place: SheetPlace): object {
  const { host, book, sheet } = place;
  let protection = sheet.protections.find(({ kind }) => kind === 'SHEET');
  if (!protection) {
    assertMayArrange(host, book, sheet);
    protection = fresh(place, 'SHEET');
    sheet.protections.push(protection);
  }
  return makeProtection(place, protection);
}

export function protectionsOf(place: SheetPlace, type: object): object[] {
  return place.sheet.protections
    .filter(({ kind }) => kind === String(type))
    .map((protection) => makeProtection(place, protection));
}
