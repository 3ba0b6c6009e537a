import { expect } from '@jest/globals';
import type { CompanionService } from './companion-service.ts';
import type { Stage } from './disturbed-flow.ts';
import { eventually } from './eventually.ts';
import type { OrgProxy } from './org-proxy.ts';
import { sendAsZendesk } from './signed-delivery.ts';

/** A command of the companion, on the machine of the service. */
type Run = (...args: string[]) => Promise<{ code: number | null; output: string }>;

interface Status {
  org: { orgId: string } | null;
  totals: { firstReadAt: string | null; writesWaiting: number };
  lastRuns: object[];
  inbound: { held: number };
  idle: { name: string; problem: string; tries: number }[];
}

/** What the service says of an org, or of the one that goes without saying. */
export async function statusOf(companionUrl: string, orgId = ''): Promise<Status> {
  return (await (await fetch(`${companionUrl}/status?org=${orgId}`)).json()) as Status;
}

/** Runs a sync for one of two orgs by the name of its connection, and expects that the other has no part in it. */
export async function expectOwnSync(run: Run, url: string, connection: string, orgId: string): Promise<void> {
  const runsOf = async () => {
    const [home, other] = await Promise.all([statusOf(url), statusOf(url, orgId)]);
    return [home.lastRuns.length, other.lastRuns.length] as const;
  };
  const [home, other] = await runsOf();
  const synced = await run('sync', '--org', connection);
  expect(synced.output).toMatch(/: read \d+, scored \d+, pushed \d+, failed 0 in/);
  expect(synced.code).toBe(0);
  expect(await runsOf()).toEqual([home, other + 1]);
  expect((await run('doctor', '--org', connection)).output).toContain('All is well.');
  expect(await run('score', '--org', 'nobody')).toMatchObject({ code: 1 });
}

/** Makes a hook of one of two orgs, sends to it, and expects that what came waits for that org and not for the other. */
export async function expectOwnHook(run: Run, url: string, connection: string, orgId: string): Promise<void> {
  const { output } = await run('hook', 'create', 'zendesk', '--org', connection);
  const [, path = ''] = /with POST to: (\S+?),/.exec(output) ?? [];
  const [, secret = ''] = /shown this once: (\S+)/.exec(output) ?? [];
  const at = '2026-01-02T09:00:00Z';
  const ticket = { id: '7', subject: 'Of nobody', status: 'OPEN', created_at: at, updated_at: at };
  const event = { type: 'zen:event-type:ticket.created', id: 'e', time: at, detail: ticket };
  expect((await sendAsZendesk({ url: url + path, secret }, event)).status).toBe(202);
  await eventually(async () => expect((await statusOf(url, orgId)).inbound.held).toBe(1));
  const home = await statusOf(url);
  expect(home.inbound.held).toBe(0);
  expect((await run('hook', 'list', '--org', home.org?.orgId ?? '')).output).toContain('There are no hooks.');
}

/** What an environment is without that names no org. */
const NO_ORG = { SALESFORCE_LOGIN_URL: '', SALESFORCE_CLIENT_ID: '', SALESFORCE_CLIENT_SECRET: '' };

/** Expects that a command and the service work for a connected org alone, where the environment names none. */
export async function expectWorkWithoutEnvironment(
  run: Run,
  stage: Stage,
  env: Record<string, string>,
  orgId: string,
): Promise<void> {
  // No service runs: the command opens the database itself, and there is one org that it can mean.
  expect((await run('sync')).output).toMatch(/: read \d+, scored \d+, pushed \d+, failed 0 in/);
  const { companion } = await stage.start({ ...env, ...NO_ORG });
  const url = await companion.url;
  expect(await statusOf(url)).toMatchObject({ org: { orgId }, orgs: [], idle: [] });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await companion.stop()).toBe(0);
}

/**
 * Starts the service while the org of its environment does not answer, expects that the other is served and the wait is
 * said, and then lets it answer.
 */
export async function startWithoutHome(
  stage: Stage,
  env: Record<string, string>,
  orgId: string,
): Promise<{ companion: CompanionService; proxy: OrgProxy }> {
  const started = await stage.start(env);
  // The proxy ends a connection without an answer when this throws.
  started.proxy.onRequest = () => {
    throw new Error('The org is away.');
  };
  const url = await started.companion.url;
  expect(await statusOf(url)).toMatchObject({ org: { orgId }, idle: [{ name: 'environment' }] });
  const page = await (await fetch(url)).text();
  expect(page).toContain('The org of the environment is not at work: No org answers at');
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'tenure_org_connected{connection="environment"} 0',
  );
  expect([(await fetch(`${url}/healthz`)).status, (await fetch(`${url}/readyz`)).status]).toEqual([200, 200]);

  started.proxy.onRequest = () => undefined;
  await eventually(async () => expect((await statusOf(url)).idle).toEqual([]));
  expect((await statusOf(url)).org?.orgId).not.toBe(orgId);
  return started;
}
