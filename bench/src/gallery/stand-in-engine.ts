/** 1e-3, 1e-5 and 1e-7 of a normal distribution with the standard deviation of the synthetic impostors. */
const TAIL = [
  { fmr: 1e-3, threshold: 0.185 },
  { fmr: 1e-5, threshold: 0.256 },
  { fmr: 1e-7, threshold: 0.312 },
];

/** What the server asks of a face engine where only its gallery is measured: names a pack and reads nothing. */
export function standInEngine(modelId: string, dimension: number) {
  const pack = {
    name: 'synthetic',
    title: 'Synthetic faces',
    licence: 'Apache-2.0',
    commercialUse: true,
    modelId,
    dimension,
    liveness: false,
    attributes: [],
    measurement: 'none',
    mostPeople: null,
  };
  const recommended = {
    threshold: 0.37,
    margin: 0.1,
    fpir: 0.01,
    source: 'synthetic',
    measurement: 'none' as const,
    impostorTail: TAIL,
    templateExponent: 1,
  };
  return {
    pack,
    recommended,
    read: () => Promise.reject(new Error('Nothing is read here.')),
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** The one pack there is. */
export const emptyShelf = {
  names: () => Promise.resolve([]),
  describe: () => Promise.reject(new Error('There is no other pack.')),
  open: () => Promise.reject(new Error('There is no other pack.')),
};
