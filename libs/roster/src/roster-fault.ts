/** The file as a whole cannot be taken: no line of it was read. */
export class RosterFault extends Error {
  constructor(
    /** Where in the file; the header is line 1. */
    readonly line: number,
    /** What is wrong and what to do, as one or two sentences. */
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
  }
}
