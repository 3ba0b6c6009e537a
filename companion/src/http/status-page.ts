import { renderAlerts } from './alerts-section.ts';
import { renderCheckUp, type ShownCheckUp } from './check-up-section.ts';
import type { Status } from '../usecases/read-status.ts';
import type { BudgetState } from '../usecases/api-budget.ts';
import { escapeHtml as escape } from './escape-html.ts';
import { tellChangeEvents } from './tell-change-events.ts';
import { PAGE_STYLE } from './page-style.ts';
import { renderWaitingOrg } from './waiting-orgs.ts';
import type { WaitingConnection } from '../usecases/check-readiness.ts';

const number = (value: unknown) => (typeof value === 'number' ? value.toLocaleString('en-US') : '–');
const time = (iso: string | null) =>
  iso === null
    ? '–'
    : `<time datetime="${escape(iso)}">${escape(iso.slice(0, 19).replace('T', ' '))} UTC</time>`;

/** The status of one org, and where those of the others are. */
export interface ShownStatus extends Status {
  orgs: { orgId: string; name: string; problem: string | null }[];
  idle: WaitingConnection[];
}

/** The status as one page without scripts: what runs, what ran, and what needs attention. */
export function renderStatusPage(status: ShownStatus, checkUp: ShownCheckUp | null = null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${status.running ? 2 : 30}">
<title>Tenure companion · ${escape(status.org.name)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Tenure companion</h1>
<p class="verdict" role="status">${escape(verdict(status, checkUp))}</p>
</header>
<main>
${renderOverview(status)}
${renderAlerts(status)}
${renderRuns(status)}
${renderWaiting(status)}
${renderErrors(status)}
${renderCheckUp(checkUp)}
${renderOrgs(status)}
</main>
</body>
</html>
`;
}

/** The one sentence that an admin came for. */
function verdict(status: ShownStatus, checkUp: ShownCheckUp | null): string {
  const away = status.idle.find(({ isEnvironment }) => isEnvironment);
  if (away) return `The org of the environment is not at work: ${away.problem}`;
  const { orgError, running, totals, requests, inbound, config, budget, alertProblems, stale } = status;
  const { changeEvents: changes } = status;
  if (orgError !== null) return `The last sync failed: ${orgError}`;
  if (requests.error !== null) return `Requests cannot be read: ${requests.error}`;
  if (inbound.error !== null) return `What came in cannot be filed: ${inbound.error}`;
  if (totals.writesSetAside > 0) return `${totals.writesSetAside} writes were refused by the org.`;
  if (config?.problem) return config.problem;
  if (budget?.pace === 'spent') return 'Work is put off: the API calls of the org run short.';
  if (alertProblems.length > 0) return `An alert rule is not applied: ${alertProblems[0]}`;
  const failed = checkUp?.findings.filter(({ level }) => level === 'fail').length ?? 0;
  if (failed > 0) return `The health check below found ${failed === 1 ? 'a fault' : `${failed} faults`}.`;
  if (stale.accounts > 0 && !running)
    return `${stale.accounts} accounts were last scored more than ${stale.validDays} days ago.`;
  if (typeof changes === 'object' && changes.problem !== null) return changes.problem;
  if (totals.firstReadAt === null)
    return running ? 'The first sync is running.' : 'The org has not been read yet.';
  return running ? 'All is well; a sync is running.' : 'All is well.';
}

function renderOverview({
  org,
  access,
  database,
  config,
  running,
  nextSyncAt,
  requests,
  inbound,
  totals,
  budget,
  changeEvents,
  stale,
  now,
}: Status): string {
  const rows: [string, string][] = [
    ['Org', `${escape(org.name)} at ${escape(org.instanceUrl)}`],
    ['Access', access === 'read-only' ? 'read-only: writes are held, none is sent' : 'write-back'],
    ['Accounts', number(totals.accounts)],
    ['Scores kept', number(totals.scores)],
    ['Scores out of date', `${number(stale.accounts)}, older than ${number(stale.validDays)} days`],
    ['Writes waiting', number(totals.writesWaiting)],
    [
      'Set aside',
      `${number(totals.writesSetAside)}${totals.writesSetAside > 0 ? '; send again: companion push --retry' : ''}`,
    ],
    [
      'Requests answered',
      `${number(requests.done)}, ${number(requests.failed)} failed; last look ${time(requests.lastPollAt)}`,
    ],
    ['API calls', escape(tellBudget(budget))],
    ['Change events', escape(tellChangeEvents(changeEvents))],
    [
      'From outside',
      `${number(inbound.held)} tickets and ${number(inbound.queued)} answers without an account, ` +
        `${number(inbound.unseen)} on their way`,
    ],
    ['Next sync', time(nextSyncAt)],
    ['Scoring', config ? `${escape(config.version)} (${escape(config.hash)})` : '–'],
    ['Database', escape(database)],
    ['Now', time(now)],
  ];
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n');
  return `<section aria-label="Overview">\n<dl>\n${list}\n</dl>\n${running ? renderProgress(running) : ''}</section>`;
}

function renderProgress({ startedAt, progress }: NonNullable<Status['running']>): string {
  const { scored, of, pushed } = progress;
  const bar =
    of === null
      ? '<progress aria-label="Accounts scored"></progress>'
      : `<progress aria-label="Accounts scored" max="${of}" value="${scored}"></progress>`;
  return `<h2>Running since ${time(startedAt)}</h2>\n${bar}\n<p>${number(scored)} of ${number(of)} accounts scored, ${number(pushed)} writes done.</p>\n`;
}

function renderRuns({ lastRuns }: Status): string {
  const cell = (value: unknown) => `<td class="number">${number(value)}</td>`;
  const rows = lastRuns.map(
    ({ scheduledAt, state, seconds, counts, error }) =>
      `<tr><td>${time(scheduledAt)}</td><td>${escape(error === null ? state : `${state}: ${error}`)}</td>` +
      `${cell(counts?.['read'])}${cell(counts?.['scored'])}${cell(counts?.['pushed'])}${cell(counts?.['failed'])}${cell(seconds)}</tr>`,
  );
  const heads = ['Read', 'Scored', 'Pushed', 'Failed', 'Seconds'].map(
    (head) => `<th scope="col" class="number">${head}</th>`,
  );
  return `<section aria-labelledby="runs">
<h2 id="runs">Last runs</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Planned for</th><th scope="col">State</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n') || '<tr><td colspan="7">None yet.</td></tr>'}
</tbody>
</table></div>
</section>`;
}

function renderWaiting({ inbound }: Status): string {
  if (inbound.newest.length === 0) return '';
  const items = inbound.newest.map(
    ({ kind, key, since, reason }) =>
      `<li>${kind === 'ticket' ? 'Ticket' : 'Answer'} ${escape(key)}, since ${time(since)}: ${escape(reason ?? 'waits for a person')}</li>`,
  );
  return `<section aria-labelledby="waiting">\n<h2 id="waiting">Waiting for an account</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}

function renderErrors({ writeErrors }: Status): string {
  if (writeErrors.length === 0) return '';
  const items = writeErrors.map(
    ({ object, key, error }) => `<li>${escape(object)} ${escape(key)}: ${escape(error)}</li>`,
  );
  return `<section aria-labelledby="errors">\n<h2 id="errors">Writes that the org refused</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}

const PACES = { normal: '', slow: '; slowed down', spent: '; put off until calls are free again' };

function tellBudget(budget: BudgetState | null): string {
  if (!budget?.usage) return '–';
  const { usage, percent, pace, putOff } = budget;
  const share = `${number(usage.used)} of ${number(usage.limit)} of the org in 24 hours; the companion keeps below ${percent}%`;
  return `${share}${PACES[pace]}${putOff > 0 ? `; put off ${putOff} times` : ''}`;
}

function renderOrgs({ orgs, idle }: ShownStatus): string {
  if (orgs.length + idle.length === 0) return '';
  const items = [
    ...orgs.map(
      ({ orgId, name, problem }) =>
        `<li><a href="/?org=${escape(orgId)}">${escape(name)}</a>: ${escape(problem ?? 'at work')}</li>`,
    ),
    ...idle.map(renderWaitingOrg),
  ];
  return `<section aria-labelledby="orgs">\n<h2 id="orgs">Other orgs</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}
