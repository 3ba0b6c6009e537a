import { z } from 'zod';
import { pushChanges, type PushDeps } from './push-changes.ts';
import type { RequestAnswer } from './request-answer.ts';

const SAMPLE = 200;

const wish = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ object: z.string().min(1), key: z.string().min(1) }),
]);

/** Sends writes again that the org had refused for good: one, or all of them; says what became of them. */
export async function answerRetry(
  orgId: string,
  payload: string | null,
  deps: PushDeps,
): Promise<RequestAnswer> {
  const parsed = wish.safeParse(parse(payload));
  if (!parsed.success)
    return { ok: false, message: 'It was not said what to try again; expected an object and a key, or all.' };
  const only = 'all' in parsed.data ? undefined : parsed.data;
  const count = await deps.store.retryFailed(orgId, deps.clock().toISOString(), only);
  if (count === 0) return { ok: true, message: 'Nothing is set aside any more: it went through meanwhile.' };
  const { failed } = await pushChanges(orgId, deps);
  const refused = (await deps.store.failedPushes(orgId, SAMPLE)).filter(
    ({ object, key }) => !only || (only.object === object && only.key === key),
  );
  const [first] = refused;
  if (!first && failed > 0)
    return { ok: true, message: 'The org could not take it just now; it is tried again by itself.' };
  if (!first) return { ok: true, message: `${count} write${count === 1 ? '' : 's'} sent again.` };
  return { ok: false, message: `${refused.length} of ${count} refused again. ${first.error}` };
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // Told as what was expected.
  }
}
