import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { CompanionService } from './companion-service.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { onStage, untilSettled, type Stage } from './disturbed-flow.ts';
import { eventually } from './eventually.ts';
import type { OrgProxy } from './org-proxy.ts';
import type { OrgCopy, PreparedOrg } from './prepared-org.ts';
import { insert, query } from './rest.ts';
import { loginSf } from './sf.ts';

interface Feed {
  connectedSince: string | null;
  events: number;
  ownEvents: number;
  reconnects: number;
  problem: string | null;
}

/** Change events of the org wake the companion; they are tested on an org that somebody else prepares. */
export function describeChangeEvents(prepared: () => PreparedOrg): void {
  describe('change events', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createDatabase();
    });
    afterAll(() => database?.drop());

    test('bring a change into the score at once, whichever replica listens, and none is missed', async () => {
      await onStage(prepared(), async (stage) => {
        const { org } = stage;
        await selectObjects(org);
        const accounts = await query<{ Id: string }>(org, 'SELECT Id FROM Account ORDER BY Name LIMIT 5');
        const edit = changeAccounts(
          org,
          accounts.map(({ Id }) => Id),
        );
        // The clock of the sync ticks once a year, and only the first replica syncs when it starts.
        const env = {
          DATABASE_URL: database.url,
          SALESFORCE_CHANGE_EVENTS: 'on',
          COMPANION_LEASE_SECONDS: '10',
        };
        const startedAt = new Date().toISOString();
        const first = await stage.start(env);
        await untilSettled(first.companion, org, startedAt);
        await untilListening(first.companion);
        const atFirst = await readFeed(first.companion);

        await edit.next('an edit');
        await eventually(async () => {
          const { events, ownEvents } = await readFeed(first.companion);
          expect({ events, hasOwn: ownEvents > atFirst.ownEvents }).toEqual({
            events: atFirst.events + 1,
            hasOwn: true,
          });
        });

        // A second replica waits for its turn. What changes while nobody listens it hears of by the replay id.
        const second = await stage.start({ ...env, SYNC_ON_START: 'false' });
        await second.companion.url;
        first.companion.kill();
        await first.companion.ended;
        expect(countStreams(second.proxy)).toBe(0);
        await edit.next('an edit while nobody listens');
        await untilListening(second.companion);

        // A login that is revoked is renewed.
        const { reconnects } = await readFeed(second.companion);
        await revokeTokens(org, second.proxy);
        await eventually(async () =>
          expect((await readFeed(second.companion)).reconnects).toBeGreaterThan(reconnects),
        );
        await edit.next('an edit after the login was revoked');

        // A replay id that the org does not know: one run finds what was missed.
        await second.companion.stop();
        await forgetPlace(database.url);
        await edit.make();
        const third = await stage.start({ ...env, SYNC_ON_START: 'false' });
        await edit.arrived('an edit that no event tells of');
        expect(third.companion.log()).toContain('no longer keeps the change event');
        await untilListening(third.companion);
        expect((await readFeed(third.companion)).problem).toBeNull();
        const metrics = await (await fetch(`${await third.companion.url}/metrics`)).text();
        expect(metrics).toMatch(/^tenure_change_events_total\{org="\w+",by="others"\} [1-9]/m);
      });
    }, 300_000);

    test('that the org does not send leave the companion to its clock, which is said once', async () => {
      await onStage(prepared(), async (stage: Stage) => {
        const startedAt = new Date().toISOString();
        const { companion } = await stage.start({
          SALESFORCE_CHANGE_EVENTS: 'on',
          SYNC_CRON: '*/2 * * * * *',
        });
        await untilSettled(companion, stage.org, startedAt);
        await eventually(async () =>
          expect((await readFeed(companion)).problem).toContain('it has no channel /data/CS_Tenure__chn'),
        );
        await untilSettled(companion, stage.org, new Date().toISOString());
        expect(companion.log().match(/it has no channel/g)).toHaveLength(1);
        const page = await (await fetch(await companion.url)).text();
        expect(page).toContain('npm run deploy -- --target-org ALIAS --change-events');
      });
    });
  });
}

/** Deploys the channel with the real sf CLI, as an admin does. */
async function selectObjects(org: OrgCopy): Promise<void> {
  const sf = await loginSf(org);
  try {
    const deploy = ['project', 'deploy', 'start', '--source-dir', 'change-events', '--target-org', 'local'];
    const { status, message } = await sf.run(...deploy);
    if (status !== 0) throw new Error(`The channel was not deployed: ${message}`);
  } finally {
    sf.close();
  }
}

/** Opens a ticket on one account after another; the companion is to write the count of it. */
function changeAccounts(org: OrgCopy, ids: string[]) {
  let current = '';
  let wanted = 0;
  const openTickets = async () => {
    const soql = `SELECT CS_Open_Tickets__c FROM Account WHERE Id = '${current}'`;
    const [account] = await query<{ CS_Open_Tickets__c: number | null }>(org, soql);
    return account?.CS_Open_Tickets__c ?? 0;
  };
  const make = async () => {
    current = ids.shift() ?? '';
    wanted = (await openTickets()) + 1;
    await insert(org, 'Case', { AccountId: current, Subject: 'Outage', Status: 'New', Priority: 'High' });
  };
  const arrived = (what: string) =>
    eventually(async () =>
      expect({ what, openTickets: await openTickets() }).toEqual({ what, openTickets: wanted }),
    );
  return {
    make,
    arrived,
    async next(what: string) {
      await make();
      await arrived(what);
    },
  };
}

async function readFeed(companion: CompanionService): Promise<Feed> {
  const answer = await fetch(`${await companion.url}/status`);
  const { changeEvents } = (await answer.json()) as { changeEvents: Feed | string };
  if (typeof changeEvents === 'string') throw new Error(`Change events are ${changeEvents}.`);
  return changeEvents;
}

const untilListening = (companion: CompanionService) =>
  eventually(async () => expect((await readFeed(companion)).connectedSince).not.toBeNull());

const countStreams = ({ passed }: OrgProxy) =>
  passed.filter(({ path }) => path.startsWith('/cometd/')).length;

async function revokeTokens({ url }: OrgCopy, { secrets }: OrgProxy): Promise<void> {
  // Those of now: the companion gets new ones while these go.
  for (const token of [...secrets]) {
    await fetch(`${url}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token }) });
  }
}

/** As if the companion had been away for longer than the org keeps events. */
async function forgetPlace(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('UPDATE change_feed SET replay_id = 999999999');
  } finally {
    await client.end();
  }
}
