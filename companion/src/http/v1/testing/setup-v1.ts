import express from 'express';
import request from 'supertest';
import { createApiKey } from '../../../usecases/api-keys.ts';
import { API_SCOPES, type ApiScope } from '../../../usecases/query-ports.ts';
import { fail } from '../../../usecases/doctor/finding.ts';
import { createExecutiveBooks } from '../../../usecases/executive-books.ts';
import { createRecentBooks } from '../../../usecases/recent-books.ts';
import { setupPortfolio } from '../../../usecases/testing/scored-portfolio.ts';
import { MemoryUsage } from '../../../usecases/testing/memory-usage.ts';
import { ORG } from '../../../usecases/testing/setup.ts';
import { handleErrors } from '../../problem.ts';
import { createV1Router } from '../create-router.ts';

interface Wanted {
  scopes?: ApiScope[];
  perMinute?: number;
  expiresAt?: string | null;
}

/** The API over a portfolio in memory, and a caller with a key. */
export async function setup({ scopes = [...API_SCOPES], perMinute = 100, expiresAt = null }: Wanted = {}) {
  const portfolio = await setupPortfolio();
  const { org, queries, time, deps, touchNextDay } = portfolio;
  const about = { name: 'test', scopes, createdAt: time.now, expiresAt };
  const { key, secret } = await createApiKey(ORG.orgId, about, queries);
  const app = express();
  const recentBooks = createRecentBooks(org, deps.clock);
  const executiveBooks = createExecutiveBooks(ORG.orgId, { reader: org, history: queries }, deps.clock);
  const usage = new MemoryUsage();
  const finding = fail('org', 'clock', '90 s apart', 'Set the clock.');
  const checkUp = { now: async () => ({ findings: [finding], at: time.now }) };
  const v1 = { org: ORG, store: queries, usage, clock: deps.clock, recentBooks, executiveBooks, checkUp };
  app.use(
    '/v1',
    createV1Router(v1, perMinute, (orgId) => (orgId === ORG.orgId ? v1 : null)),
  );
  const errors: unknown[] = [];
  app.use(handleErrors((error) => errors.push(error)));
  const get = (path: string) => request(app).get(`/v1${path}`).set('authorization', `Bearer ${secret}`);
  return { app, get, key, queries, org, time, touchNextDay, errors };
}
