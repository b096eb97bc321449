/** A vector whose length is not 1 to a thousandth, or that holds what is no number: no embedding looks like that. */
export class NotUnitVector extends RangeError {
  override readonly name = 'NotUnitVector';
  readonly code = 'NOT_UNIT_VECTOR';

  constructor(length: number) {
    super(`A template or probe is a vector of length 1, not ${length}.`);
  }
}

/** No room for further templates: the shard's memory is at the 4 GiB that it can address, or the machine has no more. */
export class SketchFull extends Error {
  override readonly name = 'SketchFull';
  readonly code = 'SKETCH_FULL';

  constructor(templates: number) {
    super(
      `This part of the gallery holds ${templates} templates and its memory cannot grow. Use more shards.`,
    );
  }
}

/** A shard's thread has stopped: a part of the people is missing, so nothing is answered any more. Open a new pool. */
export class SketchBroken extends Error {
  override readonly name = 'SketchBroken';
  readonly code = 'SKETCH_BROKEN';

  constructor(reason: string) {
    super(
      `A thread of the gallery stopped (${reason}), and its people with it. The gallery has to be filled again.`,
    );
  }
}

/** The pool was closed. */
export class SketchClosed extends Error {
  override readonly name = 'SketchClosed';
  readonly code = 'SKETCH_CLOSED';

  constructor() {
    super('The gallery is closed.');
  }
}
