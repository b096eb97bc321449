import { RECIPES, termWeights } from './recipe.js';
import { planPainting } from './style-options.js';

describe('planPainting', () => {
  it('leaves a recipe as it is where nothing else is said', () => {
    const plan = planPainting({ recipe: 'gatys-torch' });
    expect(plan.recipe).toEqual(RECIPES['gatys-torch']);
    expect(plan).toMatchObject({
      size: 512,
      evaluations: 400,
      snapshotEvery: 50,
      smoothing: 0,
      coarseToFine: false,
    });
  });

  it('changes what is said', () => {
    const plan = planPainting({
      recipe: 'gatys-torch',
      contentWeight: 0,
      styleWeight: 10,
      evaluations: 7,
      strength: 1,
    });
    expect(plan.recipe).toMatchObject({
      contentWeight: 0,
      styleWeight: 1000,
      optimizer: { kind: 'lbfgs', history: 100 },
    });
    expect(plan.evaluations).toBe(7);
    expect(planPainting({ optimizer: 'adam' }).recipe.optimizer).toEqual({ kind: 'adam', rate: 5 / 255 });
  });

  it('names every option that is out of its range', () => {
    const options = { size: 5000, strength: 2, brush: 0, recipe: 'monet' as 'portrait', colour: 1 };
    expect(() => planPainting(options)).toThrow(
      expect.objectContaining({
        code: 'STYLE_OPTION',
        message: expect.stringMatching(/(?=.*size)(?=.*strength)(?=.*brush)(?=.*recipe)(?=.*colour)/),
      }),
    );
  });
});

describe('termWeights', () => {
  const aims = {
    content: { dims: [1, 2, 10, 10], data: new Float32Array(200).fill(2) },
    grams: [1, 2, 3, 0].map((level) => ({ data: new Float32Array(9).fill(level) })),
  };

  it('of means are the weights themselves', () => {
    expect(termWeights(RECIPES['gatys-torch'], aims)).toEqual([1, 1e6, 1e6, 1e6, 1e6]);
  });

  it("of Gatys' sums undo the means", () => {
    // Half the sum over 512 channels * 100 pixels; a quarter of the mean square of G * channels, a quarter for each tap.
    expect(termWeights(RECIPES['gatys-keras'], aims)).toEqual([
      25600,
      64 ** 2 * 62.5,
      128 ** 2 * 62.5,
      256 ** 2 * 62.5,
      512 ** 2 * 62.5,
    ]);
  });

  it('of relative terms make up for how loud a target is; one that is black counts as it is', () => {
    const recipe = { ...RECIPES.portrait, contentWeight: 8, styleWeight: 36 };
    expect(termWeights(recipe, aims)).toEqual([2, 36, 9, 4, 36]);
  });
});
