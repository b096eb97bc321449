// Jest makes a runtime for each test file, which loads its modules. Here the files of a worker leave the app and packages
// to one common loader, see jest.environment.cjs. What belongs to the tests each file loads anew, as ever: it may keep
// things at the top of a module, and uses what Jest hands to one file (`it`, `jest`).
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

const TESTS = path.join(__dirname, 'test', path.sep);

let loader;

module.exports = class extends Runtime {
  #loader;

  constructor(...args) {
    super(...args);
    const [, environment] = args;
    if (environment.sharesModules) this.#loader = loader ??= new Runtime(...args);
    // It refuses to load between two tests, and so between two files.
    this.#loader?.enterTestCode();
  }

  requireModule(from, name, options, ...rest) {
    const own = !this.#loader || options?.isInternalModule || isOfTests(from, name);
    if (own) return super.requireModule(from, name, options, ...rest);
    return this.#loader.requireModule(from, name, options, ...rest);
  }

  enterTestCode() {
    super.enterTestCode();
    this.#loader?.enterTestCode();
  }

  leaveTestCode() {
    super.leaveTestCode();
    this.#loader?.leaveTestCode();
  }

  getSourceMaps() {
    const own = super.getSourceMaps();
    return this.#loader ? new SourceMaps(own, this.#loader.getSourceMaps()) : own;
  }
};

/** Without a name, `from` is asked for itself. */
function isOfTests(from, name = from) {
  const file = name.startsWith('.') ? path.resolve(path.dirname(from), name) : name;
  return file.startsWith(TESTS) || file.endsWith('.spec.ts');
}

/** Both as one, while they grow. */
class SourceMaps extends Map {
  constructor(own, common) {
    super();
    this.get = (file) => own.get(file) ?? common.get(file);
    this[Symbol.iterator] = () => [...common, ...own][Symbol.iterator]();
  }
}
