import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';

const origins = new AsyncLocalStorage<string>();

const DATA_PATH = /^\/services\/data\/v(\d+\.0)\/(jobs\/)?/;
/** What stands for the org's own pages. */
const LIGHTNING = 'com/salesforce/api/soap/66.0;client=SfdcInternalAPI/';

/**
 * Notes by which API a change is made, and by which client, if that names itself in `Sforce-Call-Options`.
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm
 */
export const noteChangeOrigin: RequestHandler = (req, _res, next) => {
  const [, version, bulk] = DATA_PATH.exec(req.originalUrl.replace(/\/{2,}/g, '/')) ?? [];
  if (version === undefined) return next();
  if (req.headers.authorization === undefined) return origins.run(LIGHTNING, next);
  const [, client] = /\bclient=([^,;\s]+)/.exec(String(req.headers['sforce-call-options'] ?? '')) ?? [];
  const api = `com/salesforce/api/${bulk ? 'bulkapi' : 'rest'}/${version}`;
  origins.run(client ? `${api};client=${client}` : api, next);
};

/** Where the change under way comes from; empty for what the org does by itself. */
export const changeOrigin = (): string => origins.getStore() ?? '';
