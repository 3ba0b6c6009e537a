import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { explainAlert } from '../../usecases/explain-alert.ts';
import { ALERT_LIST_STATES, type ListedAlert } from '../../usecases/alert-ports.ts';
import { fromCursor, pageOf, pageQuery, toCursor } from './paging.ts';
import { defineRoute, type Route } from './route.ts';
import * as shapes from './shapes.ts';

const TYPES = [
  'At Risk',
  'Risk Rose',
  'Task Overdue',
  'Touchpoint Overdue',
  'Renewal',
  'Usage Down',
  'Detractor',
  'Escalated Ticket',
  'Signals Disagree',
  'Data Stale',
] as const;

const alert = z.object({
  key: z.string().describe('Names the alert here and in the org (`CS_Key__c`).'),
  accountId: shapes.recordId,
  accountName: z.string().nullable(),
  type: z.enum(TYPES),
  severity: z.enum(['High', 'Medium', 'Low']),
  state: z.enum(ALERT_LIST_STATES),
  message: z.string(),
  recordId: shapes.recordId.describe('The record behind it; the account where nothing else is.'),
  recipientId: shapes.recordId.nullable(),
  raisedOn: shapes.time,
  readOn: shapes.time.nullable(),
  snoozedUntil: shapes.time.nullable(),
  resolvedOn: shapes.time.nullable(),
  resolution: z.enum(['Cause Gone', 'By Hand']).nullable(),
  escalatedOn: shapes.time.nullable(),
  escalatedTo: shapes.recordId.nullable(),
});

const TAG = 'Alerts';
const alertKey = z.string().min(1).max(120);

function toAnswer({ alert: each, accountName, state }: ListedAlert): z.input<typeof alert> {
  return {
    ...{ key: each.key, accountId: each.accountId, accountName, type: each.type, severity: each.severity },
    ...{ state, message: each.message, recordId: each.recordId, recipientId: each.recipientId },
    ...{ raisedOn: each.raisedOn, readOn: each.readOn, snoozedUntil: each.snoozedUntil },
    ...{ resolvedOn: each.resolvedOn, resolution: each.resolution },
    ...{ escalatedOn: each.escalatedOn, escalatedTo: each.escalatedTo },
  };
}

export const alertRoutes: Route[] = [
  defineRoute({
    path: '/alerts',
    scope: 'alerts:read',
    tag: TAG,
    summary: 'Alerts, the newest first',
    description: 'Those that the companion raised, with what people did to them in the org.',
    params: shapes.noParams,
    query: pageQuery.extend({
      state: z.enum(ALERT_LIST_STATES).optional().describe('Only alerts in this state.'),
      type: z.enum(TYPES).optional().describe('Only alerts of this type.'),
      accountId: shapes.salesforceId.optional().describe('Only alerts of this account.'),
    }),
    answer: { id: 'AlertPage', schema: pageOf(alert) },
    async handle({ query }, { org, store, clock }) {
      const filter = {
        ...{ state: query.state ?? null, type: query.type ?? null },
        accountId: query.accountId ?? null,
      };
      const after = fromCursor(query.cursor, z.iso.datetime(), alertKey);
      const now = clock().toISOString();
      const found = await store.pageAlerts(org.orgId, filter, now, after, query.limit + 1);
      const items = found.slice(0, query.limit);
      const last = found.length > query.limit ? items.at(-1)?.alert : undefined;
      const nextCursor = toCursor(last ? { value: last.raisedOn, id: last.key } : null);
      return { items: items.map(toAnswer), nextCursor };
    },
  }),
  defineRoute({
    path: '/alerts/{key}/explain',
    scope: 'alerts:read',
    tag: TAG,
    summary: 'One alert: the rule, the threshold, the records behind it, and who was told',
    description: 'The rule as it was when the alert was raised.',
    params: z.strictObject({ key: alertKey }),
    query: shapes.noQuery,
    answer: {
      id: 'AlertExplanation',
      schema: z.object({
        alert,
        baseline: z.boolean().describe('Whether it was so before the rule was.'),
        rule: z.object({
          id: shapes.recordId,
          name: z.string(),
          threshold: z.number().nullable().describe('Null for types that need none.'),
          unit: z.enum(['points', 'days', 'percent']).nullable(),
          settleDays: z.number().describe('Days the cause must stay away before the alert is resolved.'),
          rationale: z.string().nullable(),
        }),
        records: z.array(shapes.recordRef),
        deliveries: z.array(
          z.object({
            channel: z.enum(['bell', 'email']),
            recipientId: shapes.recordId,
            dueAt: shapes.time,
            state: z.string().describe('waiting, sending, sent, uncertain, dropped or failed.'),
            sentAt: shapes.time.nullable(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    },
    async handle({ params: { key } }, { org, store, clock }) {
      const found = await explainAlert(org.orgId, key, clock().toISOString(), store);
      if (!found) throw new AppError('NOT_FOUND', `The companion knows no alert ${key}.`);
      return { ...found, alert: toAnswer(found.listed) };
    },
  }),
];
