/** More images wait than the pool takes. Nothing was read; the same image may be sent again in a moment. */
export class EngineBusy extends Error {
  override readonly name = 'EngineBusy';
  readonly code = 'ENGINE_BUSY';

  constructor(waiting: number) {
    super(`${waiting} images already wait to be read. Try again in a moment.`);
  }
}

/** The worker thread that read this image stopped. A new one takes its place; the image may be sent again. */
export class EngineCrashed extends Error {
  override readonly name = 'EngineCrashed';
  readonly code = 'ENGINE_CRASHED';

  constructor(reason: string) {
    super(`The recognition worker stopped while it read this image (${reason}). Try again.`);
  }
}

/** The pool was closed before this image was read. */
export class EngineClosed extends Error {
  override readonly name = 'EngineClosed';
  readonly code = 'ENGINE_CLOSED';

  constructor() {
    super('The recognition engine is closed.');
  }
}
