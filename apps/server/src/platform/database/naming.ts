import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
const tableName = (table: { name: string } | string) => (typeof table === 'string' ? table : table.name);

/** Names as Postgres itself would give them: snake_case columns, `<table>_<columns>_key` and the like. */
export class PostgresNaming extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes, given ?? snake(property)].join('_');
  }

  override joinColumnName(relation: string, referenced: string): string {
    return `${snake(relation)}_${referenced}`;
  }

  override primaryKeyName(table: { name: string } | string): string {
    return `${tableName(table)}_pkey`;
  }

  override uniqueConstraintName(table: { name: string } | string, columns: string[]): string {
    return `${tableName(table)}_${columns.map(snake).join('_')}_key`;
  }

  override foreignKeyName(table: { name: string } | string, columns: string[]): string {
    return `${tableName(table)}_${columns.map(snake).join('_')}_fkey`;
  }
}
