import { formatAgo, formatMoment, formatNumber, formatShare } from 'c/csFormat';
import type { CompanionReport, Failure, Finding, Run } from './csCompanionStatusQuery';

/** Without word for longer than this the companion is taken for stopped: it reports once an hour at least. */
const SILENT_MS = 2 * 60 * 60_000;
const ACCOUNT_ID = /^001[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/;

/** A number at the top. */
export interface Tile {
  key: string;
  label: string;
  value: string;
  note: string;
  valueClass: string;
}

/** Whether nothing was heard of the companion for so long that it may not run. */
export function isSilent({ reportedOn }: CompanionReport, now: Date): boolean {
  return now.getTime() - Date.parse(reportedOn) > SILENT_MS;
}

/** The numbers at the top. */
export function tilesOf(report: CompanionReport, now: Date): Tile[] {
  const { dataAsOf, outcome, nextRunOn, failedRecords, staleAccounts, accounts } = report;
  const ago = (at: string | null) => (at ? formatAgo(at, now) : 'never');
  return [
    tile(
      'data',
      'Data as of',
      ago(dataAsOf),
      dataAsOf ? formatMoment(dataAsOf) : 'No run has succeeded yet',
      !dataAsOf,
    ),
    tile(
      'run',
      'Last run',
      wordOf(outcome ?? 'none yet'),
      nextRunOn ? `The next begins ${formatMoment(nextRunOn)}` : '',
      outcome === 'failed',
    ),
    apiTile(report),
    tile(
      'failed',
      'Refused records',
      formatNumber(failedRecords),
      failedRecords === 0 ? 'The org took every write' : 'Listed below, with the org’s own words',
      failedRecords > 0,
    ),
    tile(
      'stale',
      'Scores out of date',
      formatNumber(staleAccounts),
      `of ${formatNumber(accounts)} accounts`,
      staleAccounts > 0,
    ),
  ];
}

function apiTile({ apiUsed, apiLimit, apiShare }: CompanionReport): Tile {
  if (apiUsed === null || !apiLimit)
    return tile('api', 'API calls', 'unknown', 'The org has not told yet', false);
  const share = apiUsed / apiLimit;
  const limit = apiShare === null ? '' : `; the companion keeps below ${formatShare(apiShare / 100)}`;
  const note = `${formatNumber(apiUsed)} of ${formatNumber(apiLimit)} in 24 hours, by everybody${limit}`;
  return tile(
    'api',
    'API calls',
    share > 0 && share < 0.01 ? 'Below 1%' : formatShare(share),
    note,
    apiShare !== null && share * 100 >= apiShare,
  );
}

function tile(key: string, label: string, value: string, note: string, isBad: boolean): Tile {
  const valueClass = `slds-text-heading_medium ${isBad ? 'slds-text-color_error' : ''}`.trim();
  return { key, label, value, note, valueClass };
}

/** A word of the companion's, as it begins a line. */
function wordOf(state: string): string {
  return `${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}

/** A run in the list. */
export interface RunRow {
  key: string;
  when: string;
  took: string;
  outcome: string;
  outcomeClass: string;
  did: string;
  error: string;
}

/** The last runs, the newest first. */
export function runRows(runs: readonly Run[]): RunRow[] {
  return runs.map((run, index) => ({
    key: `${run.startedAt}-${index}`,
    when: run.startedAt ? formatMoment(run.startedAt) : 'Not begun',
    took: run.seconds === null ? '–' : `${formatNumber(run.seconds)} s`,
    outcome: wordOf(run.state),
    outcomeClass:
      `slds-badge ${run.state === 'failed' ? 'slds-theme_error' : run.state === 'succeeded' ? 'slds-theme_success' : ''}`.trim(),
    did: tellRun(run),
    error: run.error ?? '',
  }));
}

function tellRun({ state, scored, pushed, failed, full }: Run): string {
  if (state !== 'succeeded') return '';
  if (scored + pushed + failed === 0) return 'Nothing had changed';
  const refused = failed > 0 ? `, ${formatNumber(failed)} refused` : '';
  return `${full ? 'Read everything: ' : ''}${formatNumber(scored)} scored, ${formatNumber(pushed)} written${refused}`;
}

/** A refused write in the list. */
export interface FailureRow extends Failure {
  id: string;
  /** The account to open; empty where it belongs to none. */
  accountId: string;
  when: string;
  what: string;
  payload: string;
  retryLabel: string;
}

/** What the org refused, the newest first. */
export function failureRows(failures: readonly Failure[]): FailureRow[] {
  return failures.map((failure) => {
    const { object, key, parentId, at, attempts } = failure;
    const accountId = [parentId, key].find((id) => ACCOUNT_ID.test(id)) ?? '';
    return {
      ...failure,
      ...{ id: `${object} ${key}`, accountId, payload: JSON.stringify({ object, key }) },
      when: formatMoment(at),
      what: `${object} ${key}, tried ${formatNumber(attempts)} ${attempts === 1 ? 'time' : 'times'}`,
      retryLabel: `Try Again: ${object} ${key}`,
    };
  });
}

/** What has to be looked at: findings that are not well. */
export function findingRows(
  findings: readonly Finding[],
): (Finding & { iconName: string; word: string; text: string })[] {
  return findings
    .filter(({ level }) => level !== 'ok')
    .map((finding) => ({
      ...finding,
      text: [finding.detail, finding.remedy].filter(Boolean).join(' '),
      iconName: finding.level === 'fail' ? 'utility:error' : 'utility:warning',
      word: finding.level === 'fail' ? 'Failing' : 'Warning',
    }));
}
