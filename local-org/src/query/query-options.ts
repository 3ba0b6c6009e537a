import type { Request } from 'express';

const MIN_BATCH_SIZE = 200;
const MAX_BATCH_SIZE = 2000;

/**
 * The page size a request asks for with `Sforce-Query-Options: batchSize=500`, within the platform's bounds.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm
 */
export function batchSizeOf(req: Request): number {
  const wanted = /batchSize\s*=\s*(\d+)/i.exec(req.get('Sforce-Query-Options') ?? '')?.[1];
  if (wanted === undefined) return MAX_BATCH_SIZE;
  return Math.min(MAX_BATCH_SIZE, Math.max(MIN_BATCH_SIZE, Number(wanted)));
}
