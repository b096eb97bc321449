/**
 * Why a picture is not painted: the weights end before the recipe's layers, an option is out of its range, a picture
 * is too small, the thread that painted it stopped, or the stylizer was closed.
 */
export type StyleFault =
  'STYLE_LAYERS_MISSING' | 'STYLE_OPTION' | 'STYLE_SIZE' | 'STYLE_CRASHED' | 'STYLE_CLOSED';

/** A picture that cannot be painted. The message is one line and says what to do. */
export class StyleError extends Error {
  override readonly name = 'StyleError';

  constructor(
    readonly code: StyleFault,
    message: string,
  ) {
    super(message);
  }
}
