/** Bytes of a file, as its origin gives them. */
export interface Answer {
  /** The first byte of the body: 0 where the origin gives whole files only. */
  readonly from: number;
  /** Whether it gives a part of the file alone. */
  readonly partial: boolean;
  /** Of the whole file in bytes, where the origin says it. */
  readonly size: number | null;
  /** Another one means that the file is another. */
  readonly tag: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Where a file comes from. */
export interface Origin {
  readonly address: string;
  /**
   * @param to the first byte that is not wanted any more
   * @throws {NotThere} when there is no such file
   * @throws {Broken} when it may be better the next time
   * @throws {PullError} when it will not
   */
  read(from: number, to: number): Promise<Answer>;
}
