// What tests import as fast-check: it draws the same in every run, so that the suite does not depend on luck. Other
// draws are for `npm run proof`, which gives a seed of its own each time; `npm run mutants` draws fewer.
const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal({
  seed: Number(process.env.SEED_OF_PROPERTIES ?? 1),
  numRuns: Number(process.env.RUNS_OF_PROPERTIES ?? 100),
});

module.exports = fc;
