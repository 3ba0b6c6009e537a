import type { Status } from '../../usecases/read-status.ts';
import type { Metric } from './metric-text.ts';

/** How it stands with alerts, as metrics. */
export function alertMetrics({ org, alerts, alertLimits, now }: Status): Metric[] {
  const labels = { org: org.orgId };
  const byChannel = (bell: number, email: number) => [
    { labels: { ...labels, channel: 'bell' }, value: bell },
    { labels: { ...labels, channel: 'email' }, value: email },
  ];
  const lateMs = alerts.oldestDueAt === null ? 0 : Date.parse(now) - Date.parse(alerts.oldestDueAt);
  return [
    {
      name: 'tenure_alerts',
      help: 'Alerts that are not resolved.',
      type: 'gauge',
      samples: [
        { labels: { ...labels, state: 'open' }, value: alerts.open },
        { labels: { ...labels, state: 'snoozed' }, value: alerts.snoozed },
      ],
    },
    {
      name: 'tenure_alert_deliveries_waiting',
      help: 'Deliveries of alerts that wait for their time or for the limit.',
      type: 'gauge',
      samples: byChannel(alerts.waiting.bell, alerts.waiting.email),
    },
    {
      name: 'tenure_alert_delivery_limit',
      help: 'Messages that alerts may use up: of the bell an hour, of email a day.',
      type: 'gauge',
      samples: byChannel(alertLimits.bellsPerHour, alertLimits.emailsPerDay),
    },
    {
      name: 'tenure_alert_deliveries_overdue_seconds',
      help: 'For how long the oldest delivery that is due has been waiting; 0 when none is.',
      type: 'gauge',
      samples: [{ labels, value: Math.max(0, lateMs / 1000) }],
    },
    {
      name: 'tenure_alert_deliveries_not_sent',
      help: 'Deliveries that the org refused for good, and those whose outcome is not known.',
      type: 'gauge',
      samples: [
        { labels: { ...labels, outcome: 'refused' }, value: alerts.failed },
        { labels: { ...labels, outcome: 'unknown' }, value: alerts.uncertain },
      ],
    },
  ];
}
