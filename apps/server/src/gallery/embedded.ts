/** A face as one model sees it: what is searched for, or kept. */
export interface Embedded {
  /** Unit vector. */
  readonly embedding: Float32Array;
  /** Which model made it: to any other it means nothing. */
  readonly modelId: string;
}
