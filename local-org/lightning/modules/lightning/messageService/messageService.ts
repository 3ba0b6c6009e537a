type Listener = (message: unknown) => void;

interface Subscription {
  channel: unknown;
  listener: Listener;
}

const subscriptions = new Set<Subscription>();

/** Subscribes wherever the component is on the page, as opposed to its own area only. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** A context for code outside a component. */
export function createMessageContext(): object {
  return {};
}

/** Ends a context made by `createMessageContext`. */
export function releaseMessageContext(_context: object): void {}

/** The component's own context, by wire. */
export class MessageContext {
  constructor(provide: (context: object) => void) {
    provide({});
  }
  connect(): void {}
  disconnect(): void {}
  update(): void {}
}

/** Sends a message to every subscriber of the channel. */
export function publish(_context: object, channel: unknown, message: unknown): void {
  requireChannel(channel);
  for (const one of [...subscriptions]) {
    if (one.channel === channel) one.listener(message);
  }
}

/** Listens on a channel until `unsubscribe`. */
export function subscribe(_context: object, channel: unknown, listener: Listener): Subscription {
  requireChannel(channel);
  const subscription = { channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

/** Stops listening. */
export function unsubscribe(subscription: Subscription | null): void {
  if (subscription) subscriptions.delete(subscription);
}

function requireChannel(channel: unknown): void {
  if (!channel)
    throw new TypeError('A message channel imported from @salesforce/messageChannel is expected.');
}
