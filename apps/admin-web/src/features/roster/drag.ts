/** What is dragged: the id of a shift, or a day off. */
const TYPE = 'application/x-rollcall-shift';
export const DAY_OFF = 'off';

export const startDrag = (transfer: DataTransfer, what: string) => {
  transfer.setData(TYPE, what);
  transfer.effectAllowed = 'copy';
};
export const isOurs = (transfer: DataTransfer) => transfer.types.includes(TYPE);
export const dropped = (transfer: DataTransfer): string | null => transfer.getData(TYPE) || null;
