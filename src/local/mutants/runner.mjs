// Runs pure tests for Stryker in its own process: jest takes seconds for every mutant, this takes what the tests take.
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { modulesOf } from './modules.mjs';
import { Tests } from './tests.mjs';

const require = createRequire(import.meta.url);
const { expect } = require('expect');
/** Drawn cases: a mutant that is seen at all is seen by few of them. */
const RUNS = 25;

const NAMESPACE = '__stryker__';
const instruments = () => {
  globalThis[NAMESPACE] ??= {};
  return globalThis[NAMESPACE];
};

/** Ids are «file#n»: another process finds the test again. */
const fileOf = (id) => id.slice(0, id.lastIndexOf('#'));

class Runner {
  static inject = ['options'];

  constructor({ inProcess }) {
    this.wanted = inProcess;
  }

  init() {
    process.env.RUNS_OF_PROPERTIES ??= String(RUNS);
    this.root = process.cwd();
    this.tests = new Tests();
    Object.assign(globalThis, { expect, test: this.tests.test, describe: this.tests.describe });
    this.modules = modulesOf(this.root);
    this.times = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** All tests of a file, by their ids; modules are run anew, so that nothing a mutant has left behind is kept. */
  load(file) {
    return this.tests.of(file, () => this.modules.require(join(this.root, file)));
  }

  idsIn(file) {
    this.modules.forget();
    return [...this.load(file).keys()];
  }

  /** What a test fails with; nothing when it passes. */
  async failureOf({ run }) {
    try {
      await run();
      return undefined;
    } catch (error) {
      return String(error?.message ?? error) || 'failed';
    }
  }

  async dryRun() {
    const ns = instruments();
    ns.activeMutant = undefined;
    const tests = [];
    for (const file of this.modules.testsIn(this.wanted.tests, this.wanted.except)) {
      const name = relative(this.root, file).split(sep).join('/');
      for (const id of this.idsIn(name)) {
        // What one test has left remembered would hide from the next what it rests on.
        this.modules.forget();
        const each = this.load(name).get(id);
        ns.currentTestId = id;
        const started = performance.now();
        const failureMessage = await this.failureOf(each);
        ns.currentTestId = undefined;
        const timeSpentMs = performance.now() - started;
        this.times.set(id, timeSpentMs);
        const told = { id, name: each.name, fileName: file, timeSpentMs };
        tests.push(failureMessage ? { ...told, status: 1, failureMessage } : { ...told, status: 0 });
      }
    }
    return { status: 'complete', tests, mutantCoverage: ns.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const ns = instruments();
    const ids = testFilter ?? [...this.times.keys()];
    const before = mutantActivation === 'static' ? activeMutant.id : undefined;
    Object.assign(ns, { activeMutant: before, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    this.modules.forget();
    let nrOfTests = 0;
    try {
      // The quickest first: most mutants are seen by an example made for what they change.
      for (const id of ids.toSorted((a, b) => (this.times.get(a) ?? 0) - (this.times.get(b) ?? 0))) {
        ns.activeMutant = before;
        const found = this.load(fileOf(id)).get(id);
        ns.activeMutant = activeMutant.id;
        nrOfTests += 1;
        const failureMessage = await this.failureOf(found);
        if (hitLimit !== undefined && ns.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit reached' };
        if (failureMessage) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      // Modules that cannot even be run.
      return { status: 'killed', killedBy: ids.slice(0, 1), failureMessage: String(error), nrOfTests };
    } finally {
      ns.activeMutant = undefined;
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: Runner }];
