/**
 * onnxruntime 1.30 reports its use to its maker, on Linux and macOS over the network, unless the process says no before
 * the runtime is loaded. Faces are read on one's own machine here, and nobody is told. Imported first by whoever loads
 * the runtime, on the main thread: a worker's environment is a copy that native code does not see.
 */
process.env['ORT_DISABLE_TELEMETRY'] = '1';
