import type { Explanation } from '../domain/explanation.ts';
import { answerPreview } from './answer-preview.ts';
import { answerRetry } from './answer-retry.ts';
import { countAccounts } from './count-accounts.ts';
import type { CountStore } from './count-ports.ts';
import type { FamilyStore } from './family-ports.ts';
import type { OrgReader, OrgRequest, OrgWriter, PushStore, RequestStore, SyncStore } from './ports.ts';
import { pushChanges, type PushDeps } from './push-changes.ts';
import { recordExecutive } from './record-executive.ts';
import { recordWorkload } from './record-workload.ts';
import { loadFieldPlan } from './field-plan.ts';
import { rollUpFamilies } from './roll-up-families.ts';
import type { RequestAnswer } from './request-answer.ts';
import { readAndScore } from './score-batch.ts';
import type { ConfigSource } from './config-source.ts';
import { publishUsage } from './publish-usage.ts';
import type { UsageFeedStore } from './usage-ports.ts';

export interface RequestDeps extends Omit<PushDeps, 'reader' | 'writer' | 'store'> {
  reader: OrgReader;
  writer: OrgWriter;
  store: SyncStore & CountStore & PushStore & RequestStore & UsageFeedStore & FamilyStore;
  config: ConfigSource;
  /** Tells the org how it stands with the companion; left out where nobody asks. */
  report?(): Promise<void>;
  /** Told of a request that failed for a reason that is not the asker's. */
  onError(error: unknown, requestId: string): void;
}

/** As long as `CS_Request__c.CS_Message__c` is. */
const MESSAGE_LENGTH = 255;

/** Takes up the open requests of users, each once whatever the number of replicas, and answers every one of them. */
export async function handleRequests(
  orgId: string,
  deps: RequestDeps,
): Promise<{ done: number; failed: number }> {
  const counts = { done: 0, failed: 0 };
  for (const request of await deps.reader.findOpenRequests()) {
    const at = deps.clock().toISOString();
    if (!(await deps.store.takeRequest(orgId, request, at))) continue;
    const answer = await handle(orgId, request, deps).catch((error: unknown): RequestAnswer => {
      deps.onError(error, request.id);
      return {
        ok: false,
        message: 'The companion could not finish this. Its log has the reason; try again.',
      };
    });
    const message = cut(answer.message);
    await deps.writer.setRequest(request.id, answer.ok ? 'Done' : 'Failed', message, answer.result);
    const end = deps.clock().toISOString();
    await deps.store.finishRequest(orgId, request.id, answer.ok ? 'done' : 'failed', message, end);
    counts[answer.ok ? 'done' : 'failed'] += 1;
  }
  return counts;
}

const cut = (message: string) =>
  message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH - 1)}…` : message;

async function handle(orgId: string, request: OrgRequest, deps: RequestDeps): Promise<RequestAnswer> {
  switch (request.type) {
    case 'Recalculate':
      if (request.accountId === null) return { ok: false, message: 'No account was given to recalculate.' };
      await deps.writer.setRequest(request.id, 'Running', null);
      return recalculate(orgId, request.accountId, deps);
    case 'Workload':
      await deps.writer.setRequest(request.id, 'Running', null);
      return countWorkload(orgId, deps);
    case 'Executive':
      await deps.writer.setRequest(request.id, 'Running', null);
      return addUpTotals(orgId, deps);
    case 'Preview':
      await deps.writer.setRequest(request.id, 'Running', null);
      return answerPreview(orgId, request.payload ?? null, deps);
    case 'Retry': {
      await deps.writer.setRequest(request.id, 'Running', null);
      const answer = await answerRetry(orgId, request.payload ?? null, deps);
      await deps.report?.();
      return answer;
    }
    default: {
      const message = `Unknown type of request "${request.type}"; expected Recalculate, Workload, Executive, Preview or Retry.`;
      return { ok: false, message };
    }
  }
}

/** Counts the workload of today again, from what the org holds now. */
async function countWorkload(orgId: string, deps: RequestDeps): Promise<RequestAnswer> {
  const at = deps.clock().toISOString();
  const context = { asOf: at.slice(0, 10), at };
  const counted = await countAccounts(orgId, deps, context, { anew: true });
  const count = await recordWorkload(orgId, deps, context, counted);
  const { failed } = await pushChanges(orgId, deps);
  if (failed > 0)
    return { ok: false, message: 'The org refused a write. The log of the companion says why.' };
  return { ok: true, message: `Workload is counted: ${count} CSM${count === 1 ? '' : 's'}.` };
}

/** Adds up the totals of today again, from what the org holds now. */
async function addUpTotals(orgId: string, deps: RequestDeps): Promise<RequestAnswer> {
  const at = deps.clock().toISOString();
  const context = { asOf: at.slice(0, 10), at };
  await recordExecutive(orgId, deps, context, await countAccounts(orgId, deps, context, { anew: true }));
  const { failed } = await pushChanges(orgId, deps);
  if (failed > 0)
    return { ok: false, message: 'The org refused a write. The log of the companion says why.' };
  return { ok: true, message: 'The totals are up to date.' };
}

async function recalculate(orgId: string, accountId: string, deps: RequestDeps): Promise<RequestAnswer> {
  const at = deps.clock().toISOString();
  const [before] = await deps.store.loadAccounts(orgId, [accountId]);
  await publishUsage(orgId, deps.store, new Date(at), { accountId });
  await pushChanges(orgId, deps, { parentId: accountId });
  const { plan } = await loadFieldPlan(deps.reader);
  const context = { orgId, config: await deps.config.load(at), plan, asOf: at.slice(0, 10), at };
  const { scored } = await readAndScore([accountId], deps, context);
  if (scored === 0)
    return { ok: false, message: 'The companion cannot see this account: check its permissions.' };
  const families = await rollUpFamilies(deps.store, context, { accountId });
  const { failed } = await pushChanges(orgId, deps, { parentId: accountId });
  if (failed > 0)
    return { ok: false, message: 'The org refused the new score. The log of the companion says why.' };
  for (const parentId of families) await pushChanges(orgId, deps, { parentId });
  const [after] = await deps.store.loadAccounts(orgId, [accountId]);
  return { ok: true, message: tell(before?.lastScore ?? null, after?.lastScore ?? null) };
}

function tell(before: Explanation | null, after: Explanation | null): string {
  if (!after || after.score === null) return 'Not enough is known to score this account.';
  const band = after.override ? `${after.band}, set by hand` : after.band;
  if (before?.score === after.score) return `Risk is unchanged at ${after.score} (${band}).`;
  const was = before?.score == null ? '' : `, was ${before.score}`;
  return `Risk is ${after.score} (${band})${was}.`;
}
