// jsdom, with what every browser has and jsdom has not: the router builds a Request for each navigation.
const { TestEnvironment } = require('jest-environment-jsdom');

const { Headers, Request, Response, structuredClone } = globalThis;

/** Node's Request refuses the abort signals of jsdom's window, so it only carries them. */
class WindowRequest extends Request {
  #signal;

  constructor(input, { signal, ...init } = {}) {
    super(input, init);
    this.#signal = signal;
  }

  get signal() {
    return this.#signal ?? super.signal;
  }
}

module.exports = class extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, { Headers, Request: WindowRequest, Response, structuredClone });
  }
};
