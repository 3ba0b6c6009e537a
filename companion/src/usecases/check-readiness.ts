import type { StatusStore } from './ports.ts';
import type { StatusDeps } from './read-status.ts';

/** An org that is not at work, and why; it is tried again. */
export interface WaitingConnection {
  name: string;
  loginUrl: string;
  problem: string;
  /** Since when it could not be opened, how often it was tried, and when it is tried next. ISO 8601. */
  since: string;
  tries: number;
  nextTryAt: string;
  /** Whether it is the org that the environment names. */
  isEnvironment: boolean;
}

/** One thing that was looked at. `problem` is null when it holds; `org` is left out of what belongs to none. */
export interface ReadinessCheck {
  name: string;
  org?: string;
  problem: string | null;
}

const STOPPING: ReadinessCheck = { name: 'service', problem: 'It is stopping: send work elsewhere.' };

/**
 * Whether the companion can do its work: the database answers, and at least one org answers and has been read once. An
 * org that does not answer is named, and keeps nobody from the others.
 */
export async function checkReadiness(
  store: Pick<StatusStore, 'ping'>,
  orgs: readonly StatusDeps[],
  waiting: readonly WaitingConnection[],
  isStopping = false,
): Promise<{ isReady: boolean; checks: ReadinessCheck[] }> {
  const database = await store.ping().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const perOrg = await Promise.all(orgs.map((each) => checkOrg(each, database === null)));
  const away = waiting.map(({ name, problem }) => ({ name: 'org', org: name, problem }));
  const isAnyServed = perOrg.some((checks) => checks.every(({ problem }) => problem === null));
  const none =
    perOrg.length + away.length === 0 ? [{ name: 'org', problem: 'No org is connected yet.' }] : [];
  return {
    isReady: !isStopping && database === null && isAnyServed,
    checks: [
      ...(isStopping ? [STOPPING] : []),
      { name: 'database', problem: database },
      ...perOrg.flat(),
      ...away,
      ...none,
    ],
  };
}

async function checkOrg(
  { org: { orgId, name: org }, store, monitor }: StatusDeps,
  isDatabaseUp: boolean,
): Promise<ReadinessCheck[]> {
  const totals = isDatabaseUp ? await store.totals(orgId) : null;
  const neverRead = totals?.firstReadAt == null;
  return [
    { name: 'org', org, problem: monitor.orgError },
    { name: 'first sync', org, problem: neverRead ? 'The org has not been read completely yet.' : null },
  ];
}
