import { buildAlert, buildRule } from '../../domain/testing/build-alert.ts';

const RISE = buildRule({ type: 'Risk Rose', rationale: 'It warns early.' });

/** An open alert, a snoozed one, and one of another rule and account that a person resolved. */
export const LISTED_ALERTS = [
  buildAlert({ key: 'first', raisedOn: '2026-11-20T09:00:00.000Z' }),
  buildAlert({
    ...{ key: 'second', raisedOn: '2026-11-21T09:00:00.000Z' },
    snoozedUntil: '2026-12-24T09:00:00.000Z',
  }),
  buildAlert({
    ...{ key: 'third', raisedOn: '2026-11-21T09:00:00.000Z', rule: RISE },
    ...{ accountId: '001000000000002AAA', resolvedOn: '2026-11-22T09:00:00.000Z', resolution: 'By Hand' },
  }),
];
