const DAY_MS = 86_400_000;
const isDate = (value: string) => value.length === 'YYYY-MM-DD'.length;

/** First instant of a query's `from`: the moment, or where the UTC date begins. */
export const startOf = (value: string) => new Date(value);

/** First instant after a query's `to`: the moment, or where the UTC date has ended. */
export const endOf = (value: string) => new Date(new Date(value).getTime() + (isDate(value) ? DAY_MS : 0));
