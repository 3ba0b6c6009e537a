import type { ChangeFeed, ChangeFeedStore, FeedChange, FeedListener, FeedState } from '../change-ports.ts';

const NOTHING_HEARD = {
  ...{ replayId: null, connectedSince: null, lastEventAt: null, problem: null },
  ...{ events: 0, ownEvents: 0, reconnects: 0 },
};

/** A stream of change events that a test speaks through. */
export class MemoryFeed implements ChangeFeed {
  readonly channel = '/data/CS_Tenure__chn';
  /** Each subscription with the replay id it began after. */
  readonly opened: { replayId: number | null; listener: FeedListener; isClosed: boolean }[] = [];
  renewals = 0;
  /** Why no login can be had; null while one can. */
  loginProblem: string | null = null;

  open(replayId: number | null, listener: FeedListener) {
    const subscription = { replayId, listener, isClosed: false };
    this.opened.push(subscription);
    return { close: async () => void (subscription.isClosed = true) };
  }

  async renewLogin() {
    this.renewals += 1;
    if (this.loginProblem !== null) throw new Error(this.loginProblem);
  }

  /** The subscriptions that are not closed. */
  get live() {
    return this.opened.filter(({ isClosed }) => !isClosed);
  }

  /** Takes the latest subscription. */
  accept() {
    const latest = this.opened.at(-1);
    latest?.listener.subscribed(latest.replayId === null);
  }

  /** Tells of a change. */
  tell(replayId: number, userId = 'somebody', changeType = 'UPDATE') {
    this.live.at(-1)?.listener.notice({ replayId, userId, changeType });
  }
}

/** The state of feeds, in memory. */
export class MemoryFeedStore implements ChangeFeedStore {
  readonly holders = new Map<string, { holder: string; until: string }>();
  readonly states = new Map<string, FeedState>();
  /** Thrown by every call; null while the database answers. */
  fault: Error | null = null;

  async holdFeed(orgId: string, channel: string, holder: string, now: string, until: string) {
    this.#check();
    const held = this.holders.get(orgId);
    if (held && held.holder !== holder && held.until > now) return false;
    this.holders.set(orgId, { holder, until });
    if (!this.states.has(orgId)) this.states.set(orgId, { channel, ...NOTHING_HEARD });
    return true;
  }

  async releaseFeed(orgId: string, _channel: string, holder: string) {
    if (this.holders.get(orgId)?.holder === holder) this.holders.delete(orgId);
  }

  async readFeed(orgId: string) {
    this.#check();
    return this.states.get(orgId) ?? null;
  }

  async changeFeed(orgId: string, _channel: string, holder: string, change: FeedChange) {
    this.#check();
    const state = this.states.get(orgId);
    if (!state || this.holders.get(orgId)?.holder !== holder) return;
    const { events = 0, ownEvents = 0, reconnects = 0, ...rest } = change;
    Object.assign(state, rest, {
      events: state.events + events,
      ownEvents: state.ownEvents + ownEvents,
      reconnects: state.reconnects + reconnects,
    });
  }

  #check() {
    if (this.fault) throw this.fault;
  }
}
