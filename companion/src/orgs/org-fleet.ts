import { setTimeout as sleep } from 'node:timers/promises';
import type { WaitingConnection } from '../usecases/check-readiness.ts';
import type { OrgConnectionRecord } from '../usecases/connection-ports.ts';
import type { Clock } from '../usecases/ports.ts';
import { startPollLoop } from '../jobs/poll-loop.ts';
import { ENVIRONMENT, type OrgSource } from './org-source.ts';

/** How often the connections are looked at, for what was added, changed and removed. */
const LOOK_EVERY_MS = 30_000;
/** An org that cannot be opened is tried again after this, then after twice as long, and so on. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What the fleet needs of an org at work. */
interface Service {
  status: { org: { orgId: string; name: string } };
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The orgs of the service, each opened, at work and ended by itself. */
export interface OrgFleet<T extends Service> {
  /** Those at work, that of the environment first. */
  services(): (T & { source: OrgSource })[];
  waiting(): WaitingConnection[];
  /** Looks at the connections now, and tries those again that wait. */
  look(): Promise<void>;
  /** Resolves when each org that is known by now was tried once. */
  tried(): Promise<void>;
  stop(): Promise<void>;
}

export interface FleetDeps<T extends Service> {
  listSources(): Promise<OrgSource[]>;
  /** Logs in, and makes what works for the org. */
  open(source: OrgSource): Promise<T>;
  /** Told before an org begins to work. */
  opened?(source: OrgSource, service: T): Promise<void>;
  clock: Clock;
  log: FleetLog;
  wait?(ms: number, signal: AbortSignal): Promise<unknown>;
}

export interface FleetLog {
  info(about: object, message: string): void;
  error(about: object, message: string): void;
}

interface Member<T> {
  source: OrgSource;
  service: T | null;
  waiting: WaitingConnection | null;
  leaving: AbortController;
  /** Ends the pause before the next try. */
  wake(): void;
  tried: Promise<void>;
}

/**
 * Opens every org, and follows what is added, changed and removed. An org that cannot be opened delays no other, and is
 * tried again for as long as it is wanted.
 */
export function startFleet<T extends Service>({
  listSources,
  open,
  opened,
  clock,
  log,
  wait = (ms, signal) => sleep(ms, undefined, { signal }),
}: FleetDeps<T>): OrgFleet<T> {
  const members = new Map<string, Member<T>>();
  let isStopping = false;

  const services = () =>
    [...members.values()]
      .flatMap(({ source, service }) => (service ? [{ ...service, source }] : []))
      .sort((a, b) => rank(a.source) - rank(b.source));

  const tryOnce = async (member: Member<T>) => {
    const { source, leaving } = member;
    const service = await open(source);
    if (leaving.signal.aborted) return;
    const { org } = service.status;
    if (services().some(({ status }) => status.org.orgId === org.orgId))
      throw new Error(`The org ${org.orgId} is served by another connection already.`);
    // Before anything is waited for, so that of two connections to one org the second finds the first.
    member.service = service;
    try {
      await opened?.(source, service);
      await service.start();
    } catch (error) {
      member.service = null;
      await service.stop();
      throw error;
    }
    member.waiting = null;
    // It was removed while it began: what it has begun since then ends too.
    if (leaving.signal.aborted) return service.stop();
    log.info({ connection: source.name, org: org.name }, 'org connected');
  };

  const keepTrying = async (member: Member<T>, triedOnce: () => void) => {
    const { source, leaving } = member;
    const since = clock().toISOString();
    for (let tries = 1; !leaving.signal.aborted; tries += 1) {
      const error = await tryOnce(member).then(
        () => null,
        (reason: unknown) => ({ reason }),
      );
      if (error === null || leaving.signal.aborted) break;
      const problem = error.reason instanceof Error ? error.reason.message : String(error.reason);
      // Once, not at every try: an org that is away for an hour is one event.
      if (member.waiting?.problem !== problem)
        log.error({ connection: source.name, err: error.reason }, 'org could not be connected');
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
      const nextTryAt = new Date(clock().getTime() + pause).toISOString();
      const { name, loginUrl, connection } = source;
      member.waiting = {
        ...{ name, loginUrl, problem, since, tries, nextTryAt },
        isEnvironment: connection === null,
      };
      triedOnce();
      const waking = new AbortController();
      member.wake = () => waking.abort();
      await wait(pause, AbortSignal.any([leaving.signal, waking.signal])).catch(() => undefined);
    }
    triedOnce();
  };

  const add = (source: OrgSource) => {
    const member: Member<T> = {
      ...{ source, service: null, waiting: null, leaving: new AbortController() },
      ...{ wake: () => undefined, tried: Promise.resolve() },
    };
    members.set(source.id, member);
    member.tried = new Promise((triedOnce) => void keepTrying(member, triedOnce));
  };

  const end = async (member: Member<T>) => {
    member.leaving.abort();
    members.delete(member.source.id);
    await member.service?.stop();
  };

  const look = async () => {
    try {
      const sources = await listSources();
      if (isStopping) return;
      for (const member of members.values()) {
        const now = sources.find(({ id }) => id === member.source.id);
        // Without waiting: it may be in the middle of a sync, and the others are not to wait for that.
        if (!now || isChanged(member, now)) void end(member);
      }
      for (const source of sources) if (!members.has(source.id)) add(source);
    } catch (error) {
      log.error({ err: error }, 'connections could not be read');
    }
  };

  const looking = startPollLoop(() => LOOK_EVERY_MS, look);
  return {
    services,
    async look() {
      await look();
      members.forEach(({ wake }) => wake());
    },
    waiting: () => [...members.values()].flatMap(({ waiting }) => waiting ?? []),
    tried: async () => void (await Promise.all([...members.values()].map(({ tried }) => tried))),
    async stop() {
      isStopping = true;
      await looking.stop();
      await Promise.all([...members.values()].map(end));
    },
  };
}

const rank = ({ id }: OrgSource) => (id === ENVIRONMENT ? 0 : 1);

/** Whether an org has to be opened anew. A refresh token that was rotated is no change: whoever needs it reads it anew. */
function isChanged<T>({ source, service }: Member<T>, { connection: now }: OrgSource): boolean {
  const { connection: before } = source;
  if (!before || !now) return false;
  const parts: (keyof OrgConnectionRecord)[] = [
    ...(['loginUrl', 'flow', 'clientId', 'username', 'sealedSecret', 'changeEvents'] as const),
  ];
  const isAgreed = service === null && before.sealedGrant === null && now.sealedGrant !== null;
  const hasNewKey = now.flow === 'jwt-bearer' && before.sealedGrant !== now.sealedGrant;
  return isAgreed || hasNewKey || parts.some((part) => before[part] !== now[part]);
}
