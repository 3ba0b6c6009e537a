import type { Status } from '../usecases/read-status.ts';
import { escapeHtml as escape } from './escape-html.ts';

/** How it stands with alerts: what is open, what waits to be sent, what the limits are, and which rules are at fault. */
export function renderAlerts({ alerts, alertProblems, alertLimits }: Status): string {
  const rows: [string, string][] = [
    ['Open', `${number(alerts.open)}, ${number(alerts.snoozed)} more snoozed`],
    ['Bell', `${number(alerts.waiting.bell)} waiting; at most ${number(alertLimits.bellsPerHour)} an hour`],
    ['Email', `${number(alerts.waiting.email)} waiting; at most ${number(alertLimits.emailsPerDay)} a day`],
    ['Refused', number(alerts.failed)],
    ['Outcome not known', `${number(alerts.uncertain)}, not sent again`],
    [
      'Overdue since',
      alerts.oldestDueAt === null ? '–' : `${alerts.oldestDueAt.slice(0, 16).replace('T', ' ')} UTC`,
    ],
  ];
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('\n');
  const problems = alertProblems.map((problem) => `<li>${escape(problem)}</li>`).join('\n');
  const faults = problems && `<h3>Rules that are not applied</h3>\n<ul>\n${problems}\n</ul>\n`;
  return `<section aria-labelledby="alerts">\n<h2 id="alerts">Alerts</h2>\n<dl>\n${list}\n</dl>\n${faults}</section>`;
}

const number = (value: number) => value.toLocaleString('en-US');
