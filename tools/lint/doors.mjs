/** Packages that enter the house through one file, so that one file changes when the package does. */
const DOORS = {
  sharp: 'libs/vision/src/raster.ts',
  'onnxruntime-node': 'libs/vision/src/session.ts',
};

const READS_ENVIRONMENT = [
  'apps/server/src/{main,worker}.ts', // hand it to the config, which parses it
  'apps/server/src/platform/config/**',
  'tools/src/main.ts',
  'bench/src/{main,server-process,cluster/member,cluster/services}.ts', // hand their own on to what is measured
  '**/vite.config.ts',
  'libs/vision/src/no-telemetry.ts', // says no to the runtime, which asks nowhere else
];

const FRAMEWORKS = {
  group: ['@nestjs/*', 'typeorm', 'pg', 'express', 'react', 'react-dom'],
  message: 'A library knows no framework and no database.',
};
const OUTSIDE_WORLD = {
  group: ['node:*', 'fs', 'fs/*', 'path', 'os', 'crypto'],
  message: 'Working-time rules are pure: no input, no output.',
};
const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The caller says what time it is.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The caller says what time it is.',
  },
];

/** Lint configuration for who may import which package, read the environment, or ask for the time. */
export const doors = [
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      ...imports([]),
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings come from the config object, parsed at start.',
        },
      ],
    },
  },
  { files: ['libs/**/*.ts'], rules: imports([FRAMEWORKS]) },
  {
    files: ['libs/attendance/src/**/*.ts'],
    rules: { ...imports([FRAMEWORKS, OUTSIDE_WORLD]), 'no-restricted-syntax': ['error', ...CLOCK] },
  },
  { files: ['bench/src/{frame,photo-variants}.ts'], rules: imports([], 'sharp') }, // compose what is measured
  ...Object.entries(DOORS).map(([name, file]) => ({ files: [file], rules: imports([FRAMEWORKS], name) })),
  { files: READS_ENVIRONMENT, rules: { 'no-restricted-properties': 'off' } },
];

function imports(patterns, ownPackage) {
  const closed = Object.entries(DOORS).filter(([name]) => name !== ownPackage);
  const paths = closed.map(([name, file]) => ({ name, message: `Only ${file} imports ${name}.` }));
  const environment = {
    name: 'node:process',
    importNames: ['env'],
    message: 'Settings come from the config object.',
  };
  return { 'no-restricted-imports': ['error', { paths: [...paths, environment], patterns }] };
}
