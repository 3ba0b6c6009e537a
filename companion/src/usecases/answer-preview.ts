import type { Clock, SyncStore } from './ports.ts';
import { previewConfig } from './preview-config.ts';
import { readProposal } from './read-proposal.ts';
import type { RequestAnswer } from './request-answer.ts';

/** Answers what a proposed configuration would do, or all that is wrong with it. */
export async function answerPreview(
  orgId: string,
  payload: string | null,
  { store, clock }: { store: Pick<SyncStore, 'findUnscored' | 'loadAccounts'>; clock: Clock },
): Promise<RequestAnswer> {
  const proposed = readProposal(payload);
  if (!proposed.ok) {
    const [first = ''] = proposed.problems;
    return { ok: false, message: first, result: { v: 1, problems: proposed.problems } };
  }
  const preview = await previewConfig(orgId, proposed.config, clock().toISOString().slice(0, 10), store);
  const { changed, accounts } = preview;
  const message = `${changed} of ${accounts} account${accounts === 1 ? '' : 's'} would change band.`;
  return { ok: true, message, result: { v: 1, ...preview } };
}
