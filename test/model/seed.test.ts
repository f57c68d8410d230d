import fc from 'fast-check';

test('what a property is tried on is the same in every run', () => {
  const drawn = () => {
    const values: number[] = [];
    fc.assert(
      fc.property(fc.nat(), (value) => {
        values.push(value);
      }),
    );
    return values;
  };
  expect(drawn()).toEqual(drawn());
});
