import type { Badge } from '@rollcall/contracts';
import { useStyleName } from './style-name.js';
import { useStyles } from './styles.queries.js';

/** The styles that a portrait is painted in, by name; of a deleted one what it was called then. */
export function useMixtureName() {
  const styles = useStyles();
  const nameOf = useStyleName();
  return ({ styleId, styleName, blend }: Badge): string =>
    [styleId, ...blend.map((part) => part.styleId)]
      .map((id, index) => {
        const style = styles.data?.find((known) => known.id === id);
        return style ? nameOf(style) : index === 0 ? styleName : '…';
      })
      .join(' + ');
}
