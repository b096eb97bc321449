import { FirstTables1763884800000 } from './1763884800000-first-tables.js';

/** Every migration, oldest first. A new one is added at the end; one that was released is never changed. */
export const allMigrations = [FirstTables1763884800000];
