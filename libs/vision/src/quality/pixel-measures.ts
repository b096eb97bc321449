/** What is measured on the pixels of an aligned face (`measureFaces`), in levels of 0 to 255. */
export interface PixelMeasures {
  /** Mean luma. */
  readonly brightness: number;
  /** Variance of the luma. */
  readonly variance: number;
  /** Variance of the luma's Laplacian. */
  readonly edges: number;
}
