/** Small dense linear algebra on plain arrays; vectors are arrays of numbers, matrices arrays of rows. */

export const dot = (one, other) => one.reduce((sum, value, i) => sum + value * other[i], 0);

export const unit = (vector) => vector.map((value) => value / Math.hypot(...vector));

export const subtract = (one, other) => one.map((value, i) => value - other[i]);

export function mean(vectors) {
  return vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length);
}

/** Covariance matrix of vectors around their mean. */
export function covariance(vectors) {
  const centre = mean(vectors);
  const centred = vectors.map((vector) => subtract(vector, centre));
  return centre.map((_, i) =>
    centre.map(
      (__, j) => centred.reduce((sum, vector) => sum + vector[i] * vector[j], 0) / (vectors.length - 1),
    ),
  );
}

/** Eigenvalues and unit eigenvectors of a symmetric matrix, largest first (cyclic Jacobi rotations). */
export function eigen(symmetric) {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30 && offDiagonal(a) > 1e-20; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return a
    .map((row, i) => ({ value: row[i], vector: vectors.map((entries) => entries[i]) }))
    .sort((one, other) => other.value - one.value);
}

const offDiagonal = (a) =>
  a.reduce((sum, row, i) => sum + row.reduce((s, v, j) => s + (i === j ? 0 : v * v), 0), 0);

function rotate(a, vectors, p, q) {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const turn = (row, i, j) => {
    [row[i], row[j]] = [c * row[i] - t * c * row[j], t * c * row[i] + c * row[j]];
  };
  for (const row of a) turn(row, p, q);
  for (let k = 0; k < a.length; k++) {
    [a[p][k], a[q][k]] = [c * a[p][k] - t * c * a[q][k], t * c * a[p][k] + c * a[q][k]];
  }
  for (const row of vectors) turn(row, p, q);
}
