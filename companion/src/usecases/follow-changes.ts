import { isOwnChange, type ChangeNotice } from '../domain/change-notice.ts';
import type { ChangeFeed, ChangeFeedStore, FeedChange, FeedEnd } from './change-ports.ts';
import type { Clock } from './ports.ts';

/** After the org refused: an admin may have selected the objects meanwhile. */
const REFUSED_RETRY_MS = 5 * 60_000;
/** A login that is over again so soon after it was renewed is not renewed at once. */
const LOGIN_RETRY_MS = 60_000;
/** A run that waits already will read what changed; so many pauses until the next is planned. */
const PAUSES_AFTER_SKIPPED = 6;
const LOST = 'The connection to the change events of the org was lost; it is being taken up again.';

export interface FollowDeps {
  feed: ChangeFeed;
  store: ChangeFeedStore;
  clock: Clock;
  /** Names this replica. */
  holder: string;
  leaseSeconds: number;
  /** As whom the companion writes. */
  ownUserId: string;
  /** Plans a run that reads what changed since the last. */
  wake(): Promise<'planned' | 'skipped' | 'taken'>;
  /** The least time between two runs that are woken, in milliseconds. */
  pauseMs(): number;
  on: { listening(): void; problem(text: string): void };
}

/** Follows the change events of an org, in one replica at a time. */
export interface ChangeFollower {
  /** To be called every second or so: takes the feed if it is free, listens, wakes runs. Never throws. */
  tend(): Promise<void>;
  /** Listens no more, and lets another replica take over at once. */
  stop(): Promise<void>;
}

/**
 * Wakes a run soon after something changed in the org. Events only wake: what changed is read by the cursors, so that an
 * event that is lost, doubled, late or a gap makes no number wrong; at worst the change is found at the next tick.
 */
export function createChangeFollower(orgId: string, deps: FollowDeps): ChangeFollower {
  const { feed, store, clock, holder, ownUserId, on } = deps;
  const { channel } = feed;
  let stream: { close(): Promise<void> } | null = null;
  let heldUntil = 0;
  let lookForFeedAt = 0;
  let listenFrom = 0;
  let loginEndedAt = -Infinity;
  let isLoginOver = false;
  let wakeFrom = 0;
  /** Whether something changed that no run was planned for yet. */
  let isNews = false;
  let wasListening = false;
  let problem: string | null = null;
  /** Whether the last look failed for a reason of the companion's own, such as its database. */
  let hasStumbled = false;
  /** Undefined until it was looked up. */
  let lastReplayId: number | null | undefined;
  let keptReplayId: number | null | undefined;
  let draft: FeedChange = {};

  const now = () => clock().getTime();
  const add = (count: 'events' | 'ownEvents' | 'reconnects') => {
    draft[count] = (draft[count] ?? 0) + 1;
  };
  const setProblem = (text: string | null) => {
    // Once, not at every attempt: a channel that is not there for a week is one event.
    if (text !== null && text !== problem) on.problem(text);
    problem = text;
    draft.problem = text;
  };

  function heard(notice: ChangeNotice): void {
    const isOwn = isOwnChange(notice, ownUserId);
    add(isOwn ? 'ownEvents' : 'events');
    draft.lastEventAt = clock().toISOString();
    if (notice.replayId !== null) lastReplayId = notice.replayId;
    if (!isOwn) isNews = true;
  }

  function subscribed(fromNow: boolean): void {
    // What changed before is not told of: one run finds it.
    if (fromNow) isNews = true;
    if (wasListening) add('reconnects');
    wasListening = true;
    draft.connectedSince = clock().toISOString();
    setProblem(null);
    on.listening();
  }

  function down(): void {
    draft.connectedSince = null;
    setProblem(LOST);
  }

  function ended({ kind, problem: text }: FeedEnd): void {
    void shut();
    draft.connectedSince = null;
    setProblem(text);
    if (kind === 'refused') listenFrom = now() + REFUSED_RETRY_MS;
    if (kind === 'replay') {
      lastReplayId = null;
      isNews = true;
    }
    if (kind === 'login') {
      isLoginOver = true;
      listenFrom = now() - loginEndedAt < LOGIN_RETRY_MS ? now() + LOGIN_RETRY_MS : now();
      loginEndedAt = now();
    }
  }

  async function shut(): Promise<void> {
    const closing = stream;
    stream = null;
    await closing?.close();
  }

  async function hold(): Promise<boolean> {
    const at = now();
    if (at < lookForFeedAt) return at < heldUntil;
    const leaseMs = deps.leaseSeconds * 1000;
    lookForFeedAt = at + leaseMs / 3;
    const until = new Date(at + leaseMs).toISOString();
    const isHeld = await store.holdFeed(orgId, channel, holder, new Date(at).toISOString(), until);
    heldUntil = isHeld ? at + leaseMs : 0;
    return isHeld;
  }

  async function listen(): Promise<void> {
    if (isLoginOver) await feed.renewLogin();
    isLoginOver = false;
    if (lastReplayId === undefined) {
      const state = await store.readFeed(orgId, channel, clock().toISOString());
      lastReplayId = keptReplayId = state?.replayId ?? null;
    }
    stream = feed.open(lastReplayId, { subscribed, notice: heard, down, ended });
  }

  async function wake(): Promise<void> {
    if (!isNews || now() < wakeFrom) return;
    isNews = false;
    try {
      const outcome = await deps.wake();
      wakeFrom = now() + deps.pauseMs() * (outcome === 'skipped' ? PAUSES_AFTER_SKIPPED : 1);
    } catch (error) {
      isNews = true;
      throw error;
    }
  }

  async function keep(): Promise<void> {
    const change = { ...draft };
    const replayId = lastReplayId;
    // Not past what a run was planned for: after a crash the rest is told of again.
    if (!isNews && replayId !== undefined && replayId !== keptReplayId) change.replayId = replayId;
    if (Object.keys(change).length === 0) return;
    draft = {};
    await store.changeFeed(orgId, channel, holder, change);
    if ('replayId' in change) keptReplayId = replayId;
  }

  return {
    async tend() {
      try {
        if (!(await hold())) {
          // Another replica has it, and may come further.
          lastReplayId = undefined;
          return await shut();
        }
        if (!stream && now() >= listenFrom) {
          await listen().catch((error: unknown) => {
            listenFrom = now() + LOGIN_RETRY_MS;
            setProblem(error instanceof Error ? error.message : String(error));
          });
        }
        await wake();
        await keep();
        if (hasStumbled) setProblem(null);
        hasStumbled = false;
      } catch (error) {
        hasStumbled = true;
        setProblem(error instanceof Error ? error.message : String(error));
      }
    },

    async stop() {
      await shut();
      draft.connectedSince = null;
      await keep().catch(() => undefined);
      await store.releaseFeed(orgId, channel, holder).catch(() => undefined);
    },
  };
}
