import { captured, look, MIN_INTERVAL_MS, newScene, sawNobody, type Scene } from './scene-watch.js';

const EMPTY = new Uint8Array(64).fill(90);
const ANNA = new Uint8Array(64).fill(140);
const BERT = new Uint8Array(64).fill(40);
const STEP_MS = 150;

/** Plays samples one after the other and answers at which of them a capture was asked for. */
function play(samples: Uint8Array[], scene: Scene = newScene(), start = 10_000) {
  const captures: number[] = [];
  for (const [index, sample] of samples.entries()) {
    const seen = look(scene, sample, start + index * STEP_MS);
    scene = seen.scene;
    if (seen.capture) captures.push(index);
  }
  return { captures, scene };
}
const times = (count: number, sample: Uint8Array) => Array.from({ length: count }, () => sample);

describe('watching the scene', () => {
  it('asks for nothing while nothing moves', () => {
    expect(play(times(40, EMPTY)).captures).toEqual([]);
  });

  it('asks once when somebody has come and holds still', () => {
    const { captures } = play([...times(5, EMPTY), ...times(30, ANNA)]);
    expect(captures).toHaveLength(1);
    expect(captures[0]).toBeGreaterThan(5);
  });

  it('waits as long as somebody moves', () => {
    const moving = Array.from({ length: 20 }, (_, index) => (index % 2 ? ANNA : BERT));
    expect(play(moving).captures).toEqual([]);
  });

  it('asks again for the next person, but never faster than the bound', () => {
    const { captures } = play([...times(5, EMPTY), ...times(6, ANNA), ...times(20, BERT)]);
    expect(captures).toHaveLength(2);
    const [first = 0, second = 0] = captures;
    expect((second - first) * STEP_MS).toBeGreaterThanOrEqual(MIN_INTERVAL_MS);
  });

  it('does not ask for the place that it knows to be empty', () => {
    const learned = sawNobody(captured(newScene(), EMPTY, 0));
    const { captures } = play([...times(5, EMPTY), ...times(15, ANNA), ...times(30, EMPTY)], learned);
    expect(captures).toHaveLength(1);
  });

  it('stays quiet after a capture by hand until the scene changes', () => {
    const byHand = captured(play(times(3, ANNA)).scene, ANNA, 10_450);
    expect(play(times(30, ANNA), byHand, 12_500).captures).toEqual([]);
    expect(play([...times(3, ANNA), ...times(10, BERT)], byHand, 12_500).captures).toHaveLength(1);
  });
});
