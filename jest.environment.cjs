// onnxruntime-node checks tensors with the typed-array classes of the realm it was loaded in; Jest runs tests in
// another realm. Handing the outer classes in makes both sides see the same ones.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, {
      ArrayBuffer,
      BigInt64Array,
      Float32Array,
      Float64Array,
      Int32Array,
      Uint8Array,
    });
  }
};
