import { useStyles } from './styles.queries.js';

/** Whether a style paints at once, without steps. */
export const useInstant = (styleId: string): boolean =>
  useStyles().data?.find(({ id }) => id === styleId)?.instant ?? false;
