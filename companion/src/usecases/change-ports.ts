import type { ChangeNotice } from '../domain/change-notice.ts';

/** What following the change events of an org needs from outside. */

/**
 * Why a subscription is over: the login is no longer good, the replay id is not known (any more), or the org does not
 * let the companion listen.
 */
export type FeedEnd = { kind: 'login' | 'replay' | 'refused'; problem: string };

export interface FeedListener {
  /** The org took the subscription, at first or anew. `fromNow`: what happened before is not told of. */
  subscribed(fromNow: boolean): void;
  notice(notice: ChangeNotice): void;
  /** The connection was lost; it is taken up again without further ado. */
  down(): void;
  /** Nothing more will come. */
  ended(end: FeedEnd): void;
}

/** The stream of change events of one org. */
export interface ChangeFeed {
  /** What is subscribed to: `/data/CS_Tenure__chn`. */
  channel: string;
  /** Subscribes after an event, or with null to what comes from now on. */
  open(replayId: number | null, listener: FeedListener): { close(): Promise<void> };
  /** Makes sure of a login that is good; throws when the org gives none. */
  renewLogin(): Promise<void>;
}

/** How far a feed has come, and how it goes. */
export interface FeedState {
  channel: string;
  /** The last event that was acted upon; null before the first, and when the org has forgotten it. */
  replayId: number | null;
  /** Null while nobody listens. */
  connectedSince: string | null;
  lastEventAt: string | null;
  /** Events of others, which wake a run, and the companion's own, which do not. */
  events: number;
  ownEvents: number;
  reconnects: number;
  /** Why nobody listens, or why it was interrupted; null while all is well. */
  problem: string | null;
}

/** What is to be changed of a state; counts are added to what is there. */
export type FeedChange = Partial<Omit<FeedState, 'channel'>>;

export interface ChangeFeedStore {
  /** Takes a feed for a replica until a time, or keeps it; false while another replica has it. */
  holdFeed(orgId: string, channel: string, holder: string, now: string, until: string): Promise<boolean>;
  /** Lets another replica have it at once. */
  releaseFeed(orgId: string, channel: string, holder: string): Promise<void>;
  /** Null before it was first held. A replica that gives no sign of life counts as not connected. */
  readFeed(orgId: string, channel: string, now: string): Promise<FeedState | null>;
  /** Changes the state, if the replica still has the feed. */
  changeFeed(orgId: string, channel: string, holder: string, change: FeedChange): Promise<void>;
}
