import { dot } from './linear-algebra.mjs';

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled(values, next) {
  return values
    .map((value) => [next(), value])
    .sort(([one], [other]) => one - other)
    .map(([, value]) => value);
}

/** Cosines of all pairs of faces, of one person and of two, ascending. */
export function pairs(faces) {
  const [genuine, impostor] = [[], []];
  faces.forEach((one, i) => {
    for (const other of faces.slice(i + 1)) {
      (one.person === other.person ? genuine : impostor).push(dot(one.vector, other.vector));
    }
  });
  return { genuine: genuine.sort(ascending), impostor: impostor.sort(ascending) };
}

/** Share of the pairs of one person above the cosine that only `far` of the others exceed. */
export function tar({ genuine, impostor }, far) {
  const threshold = thresholdOf(impostor, far);
  return share(genuine, (score) => score > threshold);
}

/** The cosine that only `far` of the ascending impostor scores exceed. */
export function thresholdOf(impostor, far) {
  return impostor[Math.floor(impostor.length * (1 - far))];
}

/** The rate at which as many pairs of two people pass as pairs of one person fail. */
export function equalErrorRate({ genuine, impostor }) {
  let failing = 0;
  for (const [passed, threshold] of impostor.entries()) {
    while (genuine[failing] < threshold) failing++;
    const accepted = 1 - passed / impostor.length;
    if (failing / genuine.length >= accepted) return (accepted + failing / genuine.length) / 2;
  }
  return 0;
}

/**
 * One search of everybody in a gallery of one photo each: the best cosine, its lead over the second and whether it is
 * the person's own, for strangers and for enrolled people.
 */
export function search(faces, enrolled, next) {
  const gallery = enrolled.map(
    (person) =>
      shuffled(
        faces.filter((face) => face.person === person),
        next,
      )[0],
  );
  const [strangers, known] = [[], []];
  for (const face of faces.filter((probe) => !gallery.includes(probe))) {
    const scores = gallery.map(({ vector }) => dot(face.vector, vector));
    const [score, second] = [...scores].sort(ascending).reverse();
    const right = gallery[scores.indexOf(score)].person === face.person;
    (enrolled.includes(face.person) ? known : strangers).push({ score, lead: score - second, right });
  }
  return { strangers, known };
}

/** The threshold that lets `fpir` of the strangers in, and the share of the known that it turns away or mistakes. */
export function openSet({ strangers, known }, fpir) {
  const scores = strangers.map(({ score }) => score).sort(ascending);
  const threshold = scores[Math.floor(scores.length * (1 - fpir))];
  return { threshold, fnir: share(known, ({ score, right }) => !right || score <= threshold) };
}

/** Error rates of an operating point: strangers matched, known not matched as themselves, known matched as others. */
export function decisions({ strangers, known }, threshold, margin) {
  const matched = ({ score, lead }) => score >= threshold && lead >= margin;
  return {
    fpir: share(strangers, matched),
    fnir: share(known, (found) => !matched(found) || !found.right),
    wrong: share(known, (found) => matched(found) && !found.right),
  };
}

const share = (values, test) => values.filter(test).length / values.length;

const ascending = (one, other) => one - other;
