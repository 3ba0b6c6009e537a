/** One message of the Bayeux protocol, as a client sends it. https://docs.cometd.org/current7/reference/#_bayeux */
export interface BayeuxRequest {
  channel?: unknown;
  id?: unknown;
  clientId?: unknown;
  subscription?: unknown;
  connectionType?: unknown;
  supportedConnectionTypes?: unknown;
  ext?: { replay?: Record<string, unknown> };
}

/** One message that goes back. */
export type BayeuxReply = Record<string, unknown>;

export const HANDSHAKE = '/meta/handshake';
export const CONNECT = '/meta/connect';
export const SUBSCRIBE = '/meta/subscribe';
export const UNSUBSCRIBE = '/meta/unsubscribe';
export const DISCONNECT = '/meta/disconnect';

export const LONG_POLLING = 'long-polling';

/**
 * Errors in the words of the Streaming API.
 * https://developer.salesforce.com/docs/platform/api-streaming/guide/streaming-error-codes.html
 */
export const STREAMING_ERRORS = {
  versionMissing: "400::API version in the URI is mandatory. URI format: '/cometd/66.0'",
  versionUnsupported:
    "400::Unsupported API version. Only API versions '37.0' and later are supported. URI format: '/cometd/66.0'",
  connectionType: (type: string) => `400::Invalid connection type ${type}`,
  noSuchChannel: (channel: string) =>
    `400::The channel you requested to subscribe to does not exist {${channel}}`,
  channelMissing: '400::Channel name not specified',
  leadingSlash: "400::Channel subscriptions must start with a leading '/'",
  cookieMissing: (clientId: string, cookie: string) =>
    `400::Client ${clientId} has established a session, but no ${cookie} cookie present`,
  replayId: (id: string) =>
    `400::The replayId {${id}} you provided was invalid. Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
  unauthenticated: '401::Request requires authentication',
  authenticationInvalid: '401::Authentication invalid',
  handshakeDenied: '403::Handshake denied',
  unknownClient: '403::Unknown client',
  denied: '403:denied_by_security_policy:create_denied',
  notModelled: (what: string) => `501::The local org does not model ${what}.`,
} as const;

/** The answer to a message: its channel and id, and whether it went well. */
export function replyTo({ channel, id }: BayeuxRequest, more: BayeuxReply): BayeuxReply {
  return { channel, ...(id === undefined ? {} : { id }), successful: true, ...more };
}

/** The answer to a message that is refused. `reconnect` says what the client should do, as the protocol has it. */
export function refusal(
  request: BayeuxRequest,
  error: string,
  reconnect?: 'none' | 'handshake',
): BayeuxReply {
  const advice = reconnect === undefined ? {} : { advice: { reconnect, interval: 0 } };
  return replyTo(request, { successful: false, error, ...advice });
}
