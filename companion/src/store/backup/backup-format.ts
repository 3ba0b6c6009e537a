import { z } from 'zod';

/**
 * A backup is lines of text: a header, then for each table a line that names it and its columns with its rows below, as
 * PostgreSQL writes them in JSON, and an end that counts them. Rows are never parsed here: no number loses a digit.
 */
export const FORMAT_VERSION = 1;

const mark = '# ';

export const header = z.object({
  tenureBackup: z.literal(FORMAT_VERSION),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
});
export const tableStart = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export const end = z.object({ end: z.literal(true), rows: z.number().int() });

/** A line that is not a row. */
export const markLine = (value: z.infer<typeof header> | z.infer<typeof tableStart> | z.infer<typeof end>) =>
  `${mark}${JSON.stringify(value)}`;

/** What a line that is not a row says; null for a row. */
export const readMark = (line: string): unknown =>
  line.startsWith(mark) ? (JSON.parse(line.slice(mark.length)) as unknown) : null;
