import type { Status } from '../../usecases/read-status.ts';
import type { Metric } from './metric-text.ts';

/** How it stands with change events, as metrics; none where they are turned off. */
export function changeMetrics({ org, changeEvents: changes }: Status): Metric[] {
  if (changes === 'off') return [];
  const labels = { org: org.orgId };
  const state = changes === 'starting' ? null : changes;
  const seconds = (iso: string | null | undefined) => (iso ? Date.parse(iso) / 1000 : 0);
  return [
    {
      name: 'tenure_change_events_connected_since_timestamp_seconds',
      help: 'Since when a replica listens to change events; 0 while none does.',
      type: 'gauge',
      samples: [{ labels, value: seconds(state?.connectedSince) }],
    },
    {
      name: 'tenure_change_events_last_timestamp_seconds',
      help: 'When the last change event came; 0 before the first.',
      type: 'gauge',
      samples: [{ labels, value: seconds(state?.lastEventAt) }],
    },
    {
      name: 'tenure_change_events_total',
      help: 'Change events that were heard, by all replicas together.',
      type: 'counter',
      samples: [
        { labels: { ...labels, by: 'others' }, value: state?.events ?? 0 },
        { labels: { ...labels, by: 'companion' }, value: state?.ownEvents ?? 0 },
      ],
    },
    {
      name: 'tenure_change_events_reconnects_total',
      help: 'How often the connection to change events was taken up again.',
      type: 'counter',
      samples: [{ labels, value: state?.reconnects ?? 0 }],
    },
  ];
}
