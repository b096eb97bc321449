// React Router ships browser modules only; one of them reads `import.meta`, which CommonJS does not have.
const { createTransformer } = require('@swc/jest');

const swc = createTransformer({
  jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' },
  module: { type: 'commonjs' },
});

module.exports = {
  process: (source, ...rest) => swc.process(source.replaceAll('import.meta.hot', 'undefined'), ...rest),
  getCacheKey: (source, ...rest) => swc.getCacheKey(`browser-package\n${source}`, ...rest),
};
