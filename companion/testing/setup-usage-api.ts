import express from 'express';
import request from 'supertest';
import { WORKED_EXAMPLE } from '../src/domain/testing/build-signals.ts';
import { createStore } from '../src/store/create-store.ts';
import { openDatabase } from '../src/store/database.ts';
import { createApiKey } from '../src/usecases/api-keys.ts';
import type { ApiScope } from '../src/usecases/query-ports.ts';
import { ORG } from '../src/usecases/testing/setup.ts';
import { handleErrors } from '../src/http/problem.ts';
import { createV1Router } from '../src/http/v1/create-router.ts';

const AT = '2026-11-22T09:00:00.000Z';
const IDS: Record<string, string> = { acme: '001000000000001AAA', beta: '001000000000002AAA' };

export type UsageApi = Awaited<ReturnType<typeof setupUsageApi>>;

/** The API over a database in memory with two accounts, acme and beta, on 2026-11-22. */
export async function setupUsageApi() {
  const database = await openDatabase({ memory: true });
  const store = createStore(database);
  const accounts = Object.entries(IDS).map(([externalKey, accountId]) => ({
    accountId,
    externalKey,
    name: externalKey,
    systemModstamp: AT,
    signals: WORKED_EXAMPLE,
    recordIds: [],
    current: {},
    facts: null,
    lastScore: null,
  }));
  await store.keepBatch(ORG.orgId, {
    asOf: '2026-11-22',
    readAt: AT,
    configHash: 'a',
    accounts,
    scores: [],
    pushes: [],
  });
  const keyOf = async (scopes: ApiScope[]) => {
    const about = { name: 'test', scopes, createdAt: AT, expiresAt: null };
    return (await createApiKey(ORG.orgId, about, store)).secret;
  };
  const [writeKey, readKey] = [await keyOf(['usage:write']), await keyOf(['accounts:read'])];
  const app = express();
  const notAsked = () => Promise.reject(new Error('not asked for'));
  const deps = { org: ORG, store, usage: store, clock: () => new Date(AT), checkUp: { now: notAsked } };
  const v1 = { ...deps, recentBooks: notAsked, executiveBooks: notAsked };
  app.use(
    '/v1',
    createV1Router(deps, 1_000_000, (orgId) => (orgId === ORG.orgId ? v1 : null)),
  );
  const errors: unknown[] = [];
  app.use(handleErrors((error) => errors.push(error)));
  let keys = 0;
  return {
    app,
    errors,
    readKey,
    nextKey: () => `key-${(keys += 1)}`,
    post: (path: string) => request(app).post(`/v1${path}`).set('authorization', `Bearer ${writeKey}`),
    usageOf: async (name: string) => {
      const id = IDS[name] ?? '';
      return (await store.readUsageDays(ORG.orgId, [id], '2026-01-01')).get(id) ?? [];
    },
    snapshotsWaiting: async () =>
      (await store.claimPushes(ORG.orgId, 'CS_Usage_Snapshot__c', AT, 200)).map(({ fields }) => fields),
    close: () => database.close(),
  };
}
