import fc from 'fast-check';
import type { Cell } from '../../src/model';
import { gridFromJson, gridToJson } from '../../src/workbook';

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
);

test('a tab kept from one run to the next is the same tab, dates included', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 6 }), (grid) => {
      expect(gridFromJson(gridToJson(grid))).toEqual(grid);
    }),
  );
});
