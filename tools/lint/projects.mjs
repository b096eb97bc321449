/**
 * Who may depend on whom, by the tags in each package.json. Libraries know nobody; the web knows the contracts and
 * nothing else of ours.
 */
const MAY_USE = {
  lib: [],
  web: ['contracts'],
  app: ['lib'],
  tool: ['lib', 'tool'],
};

export const boundaries = {
  '@nx/enforce-module-boundaries': [
    'error',
    {
      depConstraints: Object.entries(MAY_USE).map(([sourceTag, onlyDependOnLibsWithTags]) => ({
        sourceTag,
        onlyDependOnLibsWithTags,
      })),
    },
  ],
};
