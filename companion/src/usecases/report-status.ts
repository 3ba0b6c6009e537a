import { shortHash } from './hash.ts';
import type { PushStore, SyncStore } from './ports.ts';
import { pushChanges, type PushDeps } from './push-changes.ts';
import { readStatus, type StatusDeps } from './read-status.ts';
import { didSomething, passingFields, settledFields, type Finding } from './status-fields.ts';

export const STATUS_OBJECT = 'CS_Companion_Status__c';
/** There is one report in an org. */
const STATUS_KEY = 'companion';
/** While nothing happens, the org hears this often that the companion is alive. */
const ALIVE_EVERY_MS = 60 * 60_000;
/** Failures that are named; all of them are counted. */
const NAMED_FAILURES = 50;

export interface ReportDeps extends PushDeps {
  store: PushStore & Pick<SyncStore, 'keepPushes'>;
  status: StatusDeps;
  /** The health check; left out where there is none. */
  examine?(): Promise<Finding[]>;
}

/**
 * Makes what tells the org how it stands with the companion, for the setup page. A run on which nothing happened is
 * told of once an hour, so that a quiet companion costs the org a call an hour and no more.
 */
export function createStatusReport(deps: ReportDeps): () => Promise<void> {
  let last = { hash: '', at: 0 };
  return async () => {
    const { status: source, store, clock } = deps;
    const { orgId } = source.org;
    // Nobody waits for it: the next run tells.
    if (source.budget?.state().pace === 'spent') return;
    const [status, failures, findings] = await Promise.all([
      readStatus(source),
      store.failedPushes(orgId, NAMED_FAILURES),
      deps.examine?.() ?? [],
    ]);
    const parts = { status, failures, findings };
    const settled = settledFields(parts);
    const [hash, at] = [shortHash(settled), clock().getTime()];
    if (hash === last.hash && !didSomething(parts) && at - last.at < ALIVE_EVERY_MS) return;
    const fields = { ...settled, ...passingFields(parts) };
    const intent = { object: STATUS_OBJECT, key: STATUS_KEY, parentId: STATUS_KEY, fields };
    await store.keepPushes(orgId, [{ ...intent, hash: shortHash(fields) }], clock().toISOString());
    await pushChanges(orgId, deps, { parentId: STATUS_KEY });
    last = { hash, at };
  };
}
