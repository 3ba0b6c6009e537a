import type { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';

/** A change event as jsforce hands it over. */
export interface HeardEvent {
  payload: { ChangeEventHeader: Record<string, unknown> } & Record<string, unknown>;
  event: { replayId: number };
}

export interface Listener {
  /** Resolves when the org has taken the subscription, and rejects with its words when it has not. */
  subscribed: Promise<void>;
  /** The next event that was not taken yet. */
  next(): Promise<HeardEvent>;
  /** The first message that told the client not to come back. */
  cutOff: Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

interface Refusal {
  code: number | null;
  params: string[];
  message: string;
}

/** What is used of the client that jsforce makes; it comes without types. */
interface BayeuxClient {
  subscribe(
    channel: string,
    listener: (event: HeardEvent) => void,
  ): { then(taken: () => void, refused: (refusal: Refusal) => void): void };
  disconnect(): Promise<void> | undefined;
}

/** Listens to a channel with jsforce, the client that the companion uses. */
export function listen(connection: Connection, channel: string, replayId: number): Listener {
  const cutOff = Promise.withResolvers<Record<string, unknown>>();
  const client = connection.streaming.createClient([
    new StreamingExtension.AuthFailure(cutOff.resolve),
    new StreamingExtension.Replay(channel, replayId),
  ]) as unknown as BayeuxClient;
  const heard: HeardEvent[] = [];
  const waiting: ((event: HeardEvent) => void)[] = [];
  const subscription = client.subscribe(channel, (event) => {
    const taker = waiting.shift();
    if (taker) taker(event);
    else heard.push(event);
  });
  return {
    subscribed: new Promise((resolve, reject) => {
      subscription.then(resolve, ({ code, params, message }) =>
        reject(new Error(code === null ? message : `${code}:${params.join()}:${message}`)),
      );
    }),
    cutOff: cutOff.promise,
    next() {
      const event = heard.shift();
      return event ? Promise.resolve(event) : new Promise((resolve) => void waiting.push(resolve));
    },
    async close() {
      // A client whose login has ended cannot say goodbye either.
      await client.disconnect()?.then(undefined, () => undefined);
    },
  };
}
