/** What is wrong with a pack: it is not there, its manifest is wrong, or a file is not the one that was pinned. */
export type PackFault = 'PACK_NOT_FOUND' | 'PACK_INVALID' | 'PACK_CHECKSUM';

/** A pack that cannot be used. The message is one line and says what to do. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(
    readonly code: PackFault,
    message: string,
  ) {
    super(message);
  }
}
