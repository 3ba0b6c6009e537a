import { deepFreeze } from 'platform/freeze';
import { callApi, type FetchResponse } from 'platform/http';
import { announceRecordChange, onRecordChange } from 'platform/recordEvents';
import { createWireAdapter, type Freshness } from 'platform/wireAdapter';

interface GraphqlDocument {
  readonly source: string;
}

interface GraphqlConfig {
  query: GraphqlDocument;
  variables?: Record<string, unknown>;
  operationName?: string;
}

interface GraphqlAnswer {
  data?: unknown;
  errors?: { message: string }[];
}

/** Marks a document. Values belong in variables: interpolation is refused, as by the platform's own `gql`. */
export function gql(parts: TemplateStringsArray, ...values: unknown[]): GraphqlDocument {
  if (values.some((value) => !(value as GraphqlDocument | null)?.source)) {
    throw new TypeError('gql: only other gql documents can be interpolated. Pass values as variables.');
  }
  const source = parts.reduce((text, part, i) => text + (values[i - 1] as GraphqlDocument).source + part);
  return deepFreeze({ source });
}

/** A run of many changes, batch after batch, is read again once: when it has been quiet for this long. */
const QUIET_MS = 100;

function onceQuiet(callback: () => void): { call(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  const call = (): void => {
    cancel();
    timer = setTimeout(callback, QUIET_MS);
  };
  return { call, cancel };
}

/**
 * How long an answer serves whoever asks the same. The platform keeps answers too, and does not say for how long:
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-refresh.html
 */
const KEPT_MS = 30_000;

interface Asked {
  answer: Promise<GraphqlAnswer>;
  /** Whoever asks in the same moment gets the same answer, however fresh it has to be. */
  isOfThisMoment: boolean;
}

const inFlight = new Map<string, Asked>();
const kept = new Map<string, { answer: GraphqlAnswer; until: number }>();

// Whatever was asked before a change may show what it was.
onRecordChange(() => {
  kept.clear();
  inFlight.clear();
});

function ask(config: GraphqlConfig, freshness: Freshness): Promise<GraphqlAnswer> {
  const body = {
    query: config.query.source,
    variables: config.variables ?? {},
    ...(config.operationName ? { operationName: config.operationName } : {}),
  };
  const key = JSON.stringify(body);
  const known = kept.get(key);
  if (known && freshness === 'kept' && known.until > Date.now()) return Promise.resolve(known.answer);
  const running = inFlight.get(key);
  if (running && (freshness !== 'now' || running.isOfThisMoment)) return running.answer;
  const asked = { answer: callApi<GraphqlAnswer>('POST', '/graphql', body), isOfThisMoment: true };
  setTimeout(() => (asked.isOfThisMoment = false));
  kept.delete(key);
  inFlight.set(key, asked);
  void keep(key, asked);
  return asked.answer;
}

/** Keeps an answer, unless something has changed or was asked for anew since it was asked for. */
async function keep(key: string, asked: Asked): Promise<void> {
  try {
    const answer = await asked.answer;
    if (inFlight.get(key) !== asked) return;
    if (!answer.errors?.length) kept.set(key, { answer, until: Date.now() + KEPT_MS });
  } catch {
    // Whoever asked is told; there is nothing to keep.
  } finally {
    if (inFlight.get(key) === asked) inFlight.delete(key);
  }
}

/** The transport's failures come as `errors` too. */
function errorsOf(error: unknown): { message: string }[] {
  const { body, status } = error as FetchResponse;
  const first = Array.isArray(body) ? (body[0] as unknown) : body;
  const message =
    (first as { message?: string } | undefined)?.message ?? `The request failed with status ${status}.`;
  return [{ message }];
}

/**
 * Reads with a GraphQL query. A record that changes through the page makes every query that may show it ask again.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-intro.html
 */
export const graphql = createWireAdapter<GraphqlConfig, GraphqlAnswer>({
  required: ['query'],
  load: ask,
  watch: (_, changed) => {
    const quiet = onceQuiet(changed);
    const stop = onRecordChange(quiet.call);
    return () => {
      stop();
      quiet.cancel();
    };
  },
  present: ({ data, error }, refresh) => ({
    data: data?.data,
    errors: error ? errorsOf(error) : data?.errors?.length ? data.errors : undefined,
    refresh,
  }),
});

/** Runs a mutation; the records it wrote are read again by whatever shows them. */
export async function executeMutation(config: GraphqlConfig): Promise<{ data: unknown; errors: unknown }> {
  try {
    const answer = await callApi<GraphqlAnswer>('POST', '/graphql', {
      query: config.query.source,
      variables: config.variables ?? {},
      ...(config.operationName ? { operationName: config.operationName } : {}),
    });
    announceRecordChange(recordIdsIn(answer.data));
    return deepFreeze({ data: answer.data, errors: answer.errors?.length ? answer.errors : undefined });
  } catch (error) {
    return deepFreeze({ data: undefined, errors: errorsOf(error) });
  }
}

function recordIdsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'Id' && typeof inner === 'string' ? [inner] : recordIdsIn(inner),
  );
}
