// jsdom, with what every browser has and jsdom has not: the router builds a Request for each navigation.
const { TestEnvironment } = require('jest-environment-jsdom');

module.exports = class extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, { AbortController, AbortSignal, Headers, Request, Response, structuredClone });
  }
};
