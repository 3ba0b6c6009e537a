/** A value as SQLite keeps it (see `store/tables.ts` for the forms). */
export type SqlValue = string | number | null;

/** A record by declared field name. */
export type Row = Record<string, SqlValue>;
