import type { Status } from '../../usecases/read-status.ts';
import { alertMetrics } from './alert-metrics.ts';
import { changeMetrics } from './change-metrics.ts';
import type { Metric } from './metric-text.ts';

/** The status of the companion as metrics. */
export function statusMetrics(status: Status): Metric[] {
  const { org, totals, running, orgError, requests, lastRuns } = status;
  const labels = { org: org.orgId };
  const gauge = (name: string, help: string, value: number): Metric => ({
    name,
    help,
    type: 'gauge',
    samples: [{ labels, value }],
  });
  const succeeded = lastRuns.find(({ state }) => state === 'succeeded');
  const seconds = (iso: string | null | undefined) => (iso ? Date.parse(iso) / 1000 : 0);
  return [
    gauge('tenure_accounts', 'Accounts that are stored.', totals.accounts),
    gauge('tenure_scores', 'Scores that are kept.', totals.scores),
    gauge(
      'tenure_writes_waiting',
      'Writes that are decided on and not yet in the org.',
      totals.writesWaiting,
    ),
    gauge('tenure_writes_set_aside', 'Writes that the org refused for good.', totals.writesSetAside),
    gauge(
      'tenure_org_answers',
      '1 while the org answers, 0 when the last sync failed.',
      orgError === null ? 1 : 0,
    ),
    ...budgetMetrics(status, gauge),
    gauge('tenure_sync_running', '1 while this process syncs.', running ? 1 : 0),
    gauge(
      'tenure_last_success_timestamp_seconds',
      'When the last run of a job ended well; 0 when none is known.',
      seconds(succeeded?.finishedAt),
    ),
    gauge('tenure_last_run_seconds', 'How long that run took.', succeeded?.seconds ?? 0),
    ...changeMetrics(status),
    ...alertMetrics(status),
    {
      name: 'tenure_user_requests_total',
      help: 'Requests of users that this process answered.',
      type: 'counter',
      samples: [
        { labels: { ...labels, outcome: 'done' }, value: requests.done },
        { labels: { ...labels, outcome: 'failed' }, value: requests.failed },
      ],
    },
    {
      name: 'tenure_build_info',
      help: 'Which scoring is in use; always 1.',
      type: 'gauge',
      samples: status.config
        ? [{ labels: { ...labels, version: status.config.version, hash: status.config.hash }, value: 1 }]
        : [],
    },
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of this process.',
      type: 'gauge',
      samples: [{ value: process.memoryUsage.rss() }],
    },
  ];
}

function budgetMetrics(
  { budget }: Status,
  gauge: (name: string, help: string, value: number) => Metric,
): Metric[] {
  if (!budget) return [];
  const { usage, percent, pace, putOff } = budget;
  return [
    gauge(
      'tenure_org_api_calls',
      'Calls of the last 24 hours that the org last told of, of all its users.',
      usage?.used ?? 0,
    ),
    gauge('tenure_org_api_calls_limit', 'Calls that the org allows in 24 hours.', usage?.limit ?? 0),
    gauge('tenure_api_budget_percent', 'Share of them below which the companion keeps.', percent),
    gauge(
      'tenure_api_pace',
      '0 normal, 1 slowed down, 2 work is put off.',
      { normal: 0, slow: 1, spent: 2 }[pace],
    ),
    gauge('tenure_work_put_off', 'How often this process put work off for want of calls.', putOff),
  ];
}
