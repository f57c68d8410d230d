import { callsThatTell } from '../../../src/local/proof/cut-points';

test('a run is cut after each call that changes something: a cut after a look leaves what the one before it left', () => {
  const calls = ['Lock.tryLock', 'Range.setValues', 'Range.getValues', 'Range.setValues', 'Properties.setProperty'];
  expect(callsThatTell(calls)).toEqual([2, 4, 5]);
  expect(callsThatTell(['Spreadsheet.getProtections', 'Protection.canDomainEdit', 'Lock.releaseLock'])).toEqual([]);
  expect(callsThatTell(['Spreadsheet.insertSheet', 'Sheet.copyTo', 'Drive.Files.create'])).toEqual([1, 2, 3]);
});

test('of calls of one kind in a row a run is cut after the first and the last', () => {
  const widths = Array<string>(5).fill('Sheet.setColumnWidths');
  expect(callsThatTell(['Sheet.setName', ...widths, 'Sheet.hideColumns'])).toEqual([1, 2, 6, 7]);
});
