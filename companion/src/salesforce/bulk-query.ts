import type { Connection } from 'jsforce';
import type { z } from 'zod';
import { bulkJob, requireComplete, waitForJob, type BulkWait } from './bulk-job.ts';
import { openResults } from './bulk-results.ts';
import { createTyper, type Typer } from './typed-rows.ts';

/** Rows of one page of results: few calls, and a page that breaks off is not much to repeat. */
const PAGE_ROWS = 50_000;

/**
 * Reads all rows of a query through a job of Bulk API 2.0, one after another, each checked: a handful of calls however
 * many rows there are. The job is deleted in the end.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm
 */
export async function* bulkQuery<T>(
  connection: Connection,
  soql: string,
  row: z.ZodObject & z.ZodType<T>,
  waiting: BulkWait,
): AsyncGenerator<T> {
  const parse = (cells: Record<string, unknown>): T => row.parse(cells);
  const jobs = `/services/data/v${connection.version}/jobs/query`;
  const { id } = bulkJob.parse(
    await connection.request({
      method: 'POST',
      url: jobs,
      body: JSON.stringify({ operation: 'query', query: soql }),
      headers: { 'content-type': 'application/json' },
    }),
  );
  const job = `${jobs}/${id}`;
  try {
    requireComplete(await waitForJob(connection, job, waiting), `reads "${soql.slice(0, 80)}…"`);
    for (let locator: string | null = ''; locator !== null;) {
      const more: string = locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`;
      const page = await openResults(connection, `${job}/results?maxRecords=${PAGE_ROWS}${more}`);
      let toRow: Typer | null = null;
      for await (const cells of page.rows) {
        if (toRow) yield parse(toRow(cells));
        else toRow = createTyper(row, cells);
      }
      locator = page.locator;
    }
  } finally {
    // A job that cannot be deleted now is deleted by the org after seven days.
    await connection.request({ method: 'DELETE', url: job }).catch(() => undefined);
  }
}
