import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { recordEvents, type UsageEvent } from '../../usecases/record-events.ts';
import { recordSnapshots, type SnapshotItem } from '../../usecases/record-snapshots.ts';
import { defineRoute, type Route } from './route.ts';
import * as shapes from './shapes.ts';
import { splitBatch } from './split-batch.ts';
import {
  batchAnswer,
  batchOf,
  idempotencyKey,
  MAX_BODY_BYTES,
  usageEvent,
  usageSnapshot,
} from './usage-shapes.ts';

const TAG = 'Usage';
const answer = { id: 'BatchAnswer', schema: batchAnswer };
/** What is kept in part is told as such. */
const statusOf = ({ rejected }: z.output<typeof batchAnswer>) => (rejected === 0 ? 200 : 207);

export const usageRoutes: Route[] = [
  defineRoute({
    method: 'POST',
    path: '/usage/events',
    scope: 'usage:write',
    tag: TAG,
    summary: 'Add events',
    description:
      'What people did in the product, counted by account and day. A person counts once a day, however many batches ' +
      'name her. Answers 207 where some items were not kept: `errors` names each, the others are kept.',
    params: shapes.noParams,
    query: shapes.noQuery,
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: batchOf('events', usageEvent),
    maxBodyBytes: MAX_BODY_BYTES,
    answer,
    statusOf,
    async handle({ headers, body, caller }, { org, usage, clock }) {
      const { items, errors } = splitBatch(body['events'] ?? [], usageEvent);
      const events = items.map(({ index, item }) => ({ index, event: toEvent(item) }));
      const key = headers['idempotency-key'];
      const answered = await recordEvents(org.orgId, { caller, key, body, events, errors }, usage, clock());
      if (answered !== 'key_reused') return answered;
      throw new AppError(
        'KEY_REUSED',
        `The Idempotency-Key ${key} came with another body before. Take a new one.`,
      );
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/usage/snapshots',
    scope: 'usage:write',
    tag: TAG,
    summary: 'Set the totals of periods',
    description:
      'Totals of a day replace what was known of it, those of a longer period become a snapshot of their own. Sending ' +
      'them again changes nothing. Seats alone leave what events counted. Answers 207 where some were not kept.',
    params: shapes.noParams,
    query: shapes.noQuery,
    body: batchOf('snapshots', usageSnapshot),
    maxBodyBytes: MAX_BODY_BYTES,
    answer,
    statusOf,
    async handle({ body }, { org, usage, clock }) {
      const { items, errors } = splitBatch(body['snapshots'] ?? [], usageSnapshot);
      const snapshots = items.map(({ index, item }) => ({ index, snapshot: toSnapshot(item) }));
      return recordSnapshots(org.orgId, { snapshots, errors }, usage, clock());
    },
  }),
];

function toEvent({ account, user, kind, event, at, count }: z.output<typeof usageEvent>): UsageEvent {
  return { account, user: user ?? null, kind, event: event ?? null, at: new Date(at), count };
}

function toSnapshot({ account, start, days, ...totals }: z.output<typeof usageSnapshot>): SnapshotItem {
  return {
    account,
    start,
    days,
    activeUsers: totals.activeUsers ?? null,
    licensedSeats: totals.licensedSeats ?? null,
    logins: totals.logins ?? null,
    apiCalls: totals.apiCalls ?? null,
    features: totals.features ?? null,
  };
}
