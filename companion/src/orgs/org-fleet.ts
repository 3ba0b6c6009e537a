import type { Logger } from 'pino';
import type { Env } from '../config/env.ts';
import { startPollLoop } from '../jobs/poll-loop.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { connectCompanion, type Companion } from '../open-companion.ts';
import type { OrgConnectionRecord } from '../usecases/connection-ports.ts';
import { createOrgService, type OrgService } from './org-service.ts';
import { toLogin } from './to-login.ts';

/** How often the connections are looked at: for new ones, and for those that could not be opened. */
const LOOK_EVERY_MS = 30_000;

/** A connection that is not at work, and why. */
export interface IdleConnection {
  name: string;
  loginUrl: string;
  problem: string;
}

/** The orgs of the connections that are kept, each opened, at work and ended by itself. */
export interface OrgFleet {
  services(): OrgService[];
  idle(): IdleConnection[];
  /** Looks at the connections now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

interface Member {
  connection: OrgConnectionRecord;
  state: 'opening' | { service: OrgService } | { problem: string };
}

/** Opens what is kept, and follows what is added, changed and removed. An org that cannot be opened delays no other. */
export function startFleet(home: Companion, env: Env, queue: JobQueue, log: Logger): OrgFleet {
  const { store, box, database, clock } = home;
  const members = new Map<string, Member>();
  let isStopping = false;

  const servesAlready = (orgId: string) =>
    orgId === home.org.orgId || services().some(({ status }) => status.org.orgId === orgId);
  const services = () =>
    [...members.values()].flatMap(({ state }) =>
      typeof state === 'object' && 'service' in state ? [state.service] : [],
    );

  const open = async (member: Member) => {
    const { id, name } = member.connection;
    const before = member.state;
    member.state = 'opening';
    try {
      const { changeEvents } = member.connection;
      const ownEnv = { ...env, salesforce: { ...env.salesforce, changeEvents } };
      const { apiVersion } = env.salesforce;
      const login = toLogin(member.connection, { store, box, clock, apiVersion });
      const companion = await connectCompanion(
        { ...ownEnv, salesforce: { ...ownEnv.salesforce, ...login } },
        database,
      );
      const { orgId } = companion.org;
      if (isStopping || members.get(id) !== member) return;
      if (servesAlready(orgId)) throw new Error(`The org ${orgId} is served by another connection already.`);
      const service = createOrgService(companion, ownEnv, log);
      member.state = { service };
      await store.noteLogin(id, orgId, clock().toISOString());
      await service.start(queue);
      log.info({ connection: name, org: companion.org.name }, 'org connected');
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      // Once, not at every look: an org that is away for an hour is one event.
      const isNews = typeof before !== 'object' || !('problem' in before) || before.problem !== problem;
      if (isNews && !isStopping) log.error({ connection: name, err: error }, 'org could not be connected');
      member.state = { problem };
    }
  };

  const end = async (id: string) => {
    const state = members.get(id)?.state;
    members.delete(id);
    if (typeof state === 'object' && 'service' in state) await state.service.stop();
  };

  const look = async () => {
    try {
      const connections = await store.listConnections();
      for (const [id, { connection }] of members) {
        const now = connections.find((each) => each.id === id);
        // Without waiting: it may be in the middle of a sync, and the others are not to wait for that.
        if (!now || isChanged(connection, now)) void end(id);
      }
      for (const connection of connections) {
        const known = members.get(connection.id);
        const member: Member = known ?? { connection, state: { problem: '' } };
        members.set(connection.id, member);
        if (typeof member.state === 'object' && 'problem' in member.state) void open(member);
      }
    } catch (error) {
      log.error({ err: error }, 'connections could not be read');
    }
  };

  const looking = startPollLoop(() => LOOK_EVERY_MS, look);
  return {
    services,
    look,
    idle: () =>
      [...members.values()].flatMap(({ connection: { name, loginUrl }, state }) =>
        typeof state === 'object' && 'problem' in state ? [{ name, loginUrl, problem: state.problem }] : [],
      ),
    async stop() {
      isStopping = true;
      await looking.stop();
      await Promise.all([...members.keys()].map(end));
    },
  };
}

/** A refresh token that was rotated is no change: whoever needs it reads it anew. */
function isChanged(before: OrgConnectionRecord, now: OrgConnectionRecord): boolean {
  const parts = ['loginUrl', 'flow', 'clientId', 'username', 'sealedSecret', 'changeEvents'] as const;
  const hasNewKey = now.flow === 'jwt-bearer' && before.sealedGrant !== now.sealedGrant;
  return hasNewKey || parts.some((part) => before[part] !== now[part]);
}
