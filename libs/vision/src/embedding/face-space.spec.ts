import { spaceMatrix } from './face-space.js';

const axis = (index: number) => Array.from({ length: 128 }, (_, i) => Number(i === index));

it('damps the given directions and leaves the others as they are', () => {
  const matrix = spaceMatrix({ axes: [{ gain: 0.25, direction: axis(3) }] });
  const diagonal = Array.from({ length: 128 }, (_, i) => matrix[i * 129]);
  expect(diagonal).toEqual(axis(3).map((damped) => (damped ? 0.25 : 1)));
  expect(matrix.filter((value) => value !== 0)).toHaveLength(128);
});

it('is the unit matrix without directions', () => {
  const matrix = spaceMatrix({ axes: [] });
  expect([...matrix].every((value, i) => value === Number(i % 129 === 0))).toBe(true);
});
