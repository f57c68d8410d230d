// What tests import as fast-check: it draws the same in every run, so that the suite does not depend on luck. Other
// draws are for `npm run proof`, which gives seeds of its own, and those also to tests that have one; `npm run mutants`
// draws fewer.
const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal({ seed: 1, numRuns: Number(process.env.RUNS_OF_PROPERTIES ?? 100) });

const seeds = (process.env.SEEDS_OF_PROPERTIES ?? '').split(',').filter(Boolean).map(Number);

/** One after the other, in one test: the next begins when a promise of the one before is kept. */
const assertWithAll = (property, options) =>
  seeds.reduce((before, seed) => {
    const assert = () => fc.assert(property, { ...options, seed });
    return before instanceof Promise ? before.then(assert) : assert();
  }, undefined);

const seeded = Object.fromEntries(Object.getOwnPropertyNames(fc).map((name) => [name, fc[name]]));
if (seeds.length > 0) seeded.assert = assertWithAll;
seeded.default = seeded;
module.exports = Object.defineProperty(seeded, '__esModule', { value: true });
