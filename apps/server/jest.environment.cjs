// Three fifths of the time of these tests went into loading the same modules again for every file. So the files that a
// worker runs share one global object, and with it the modules of the app and of packages, see jest.runtime.cjs.
const { readFileSync } = require('node:fs');
const Environment = require('../../jest.environment.cjs');

/** In files that share nothing: what they do to modules, or modules to them, would reach others. */
const OWN_MODULES = /@own-modules|\bjest\s*\.\s*(\w*mock|resetModules|isolateModules)\b/i;

class SharedEnvironment extends Environment {
  /** Asked by jest.runtime.cjs. */
  sharesModules = true;
  #first = new Set(Object.getOwnPropertySymbols(this.global));

  /** Jest keeps what one file says to it (hooks, timeouts, matchers) under symbols; the next one begins without. */
  async teardown() {
    this.fakeTimersModern.useRealTimers();
    const added = Object.getOwnPropertySymbols(this.global).filter((symbol) => !this.#first.has(symbol));
    for (const symbol of added) delete this.global[symbol];
  }
}

let shared;

module.exports = function environmentOf(config, context) {
  const { watch, watchAll } = config.globalConfig;
  // Between two runs of a watcher modules change.
  const alone = watch || watchAll || OWN_MODULES.test(readFileSync(context.testPath, 'utf8'));
  return alone ? new Environment(config, context) : (shared ??= new SharedEnvironment(config, context));
};
