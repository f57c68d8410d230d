import fc from 'fast-check';
import { columnWidthsTwips, textWidthTwips } from '../../../src/report/docx/measure';
import { LAYOUT } from './sample-document';

test('between margins of 20 and 10 mm an A4 page holds 180 mm of text', () => {
  expect(Math.abs(textWidthTwips(LAYOUT) - (180 * 1440) / 25.4)).toBeLessThan(1);
});

test('widths of columns add up to the whole, whatever their shares', () => {
  const shares = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(shares, fc.integer({ min: 1000, max: 20000 }), (widths, total) => {
      const columns = columnWidthsTwips(
        widths.map((width) => ({ width })),
        total,
      );
      expect(columns.reduce((sum, width) => sum + width, 0)).toBe(total);
      expect(columns).toHaveLength(widths.length);
    }),
  );
});
