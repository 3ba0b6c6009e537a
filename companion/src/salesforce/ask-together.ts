import type { Connection } from 'jsforce';
import { z } from 'zod';
import { withRetries } from './retry.ts';
import { isNetworkError, isTransient } from './salesforce-error.ts';

/**
 * What one composite holds, of which so many may be queries. The whole of it counts as one call; a batch would not.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite-post.html
 */
const MOST_TOGETHER = 25;
export const QUERIES_A_CALL = 5;

const answers = z.object({
  compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number() })),
});
const refusal = z.array(z.object({ errorCode: z.string(), message: z.string() })).nonempty();

interface Asked {
  url: string;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

const waiting = new WeakMap<Connection, Asked[]>();

/**
 * GETs a path of the REST API. What is asked side by side, before the process turns to anything else, goes out in as
 * few calls as it can: an answer is the same as alone, and so is a refusal, which does not touch the others.
 */
export function askTogether(connection: Connection, url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = waiting.get(connection) ?? [];
    asked.push({ url, resolve, reject });
    if (asked.length > 1) return;
    waiting.set(connection, asked);
    setImmediate(() => {
      waiting.delete(connection);
      for (const group of groupsOf(asked)) void askGroup(connection, group);
    });
  });
}

const isQuery = ({ url }: Asked) => /\/query\//.test(url);

/** Groups that each fit into one call, as few as there can be: queries are what runs out first. */
function groupsOf(asked: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = [];
  for (const each of [...asked.filter(isQuery), ...asked.filter((other) => !isQuery(other))]) {
    const open = groups.find(
      (group) =>
        group.length < MOST_TOGETHER && (!isQuery(each) || group.filter(isQuery).length < QUERIES_A_CALL),
    );
    if (open) open.push(each);
    else groups.push([each]);
  }
  return groups;
}

async function askGroup(connection: Connection, group: Asked[]): Promise<void> {
  const alone = ({ url, resolve, reject }: Asked) => connection.request(url).then(resolve, reject);
  if (group.length === 1) return void group.map(alone);
  try {
    const found = await askComposite(
      connection,
      group.map(({ url }) => url),
    );
    group.forEach((each, index) => {
      const answer = found[index];
      const error = answer === undefined ? undefined : toError(answer);
      if (answer && !error) each.resolve(answer.body);
      // What may succeed the next time, or was not answered at all, is asked again by itself.
      else if (!error || isTransient(error)) void alone(each);
      else each.reject(error);
    });
  } catch (error) {
    // Together it was too much, or is not allowed: each by itself may be.
    if (isNetworkError(error)) group.forEach(({ reject }) => reject(error));
    else group.forEach((each) => void alone(each));
  }
}

type Answer = z.infer<typeof answers>['compositeResponse'][number];

async function askComposite(connection: Connection, urls: string[]): Promise<Answer[]> {
  const compositeRequest = urls.map((url, index) => ({ method: 'GET', url, referenceId: `ask${index}` }));
  const body = JSON.stringify({ allOrNone: false, compositeRequest });
  const headers = { 'content-type': 'application/json' };
  const url = `/services/data/v${connection.version}/composite`;
  const answer = await withRetries(() => connection.request({ method: 'POST', url, body, headers }));
  return answers.parse(answer).compositeResponse;
}

/** The refusal as jsforce would have thrown it; undefined of an answer. */
function toError({ body, httpStatusCode }: Answer): Error | undefined {
  if (httpStatusCode < 300) return undefined;
  const { errorCode, message } = refusal.safeParse(body).data?.[0] ?? {
    errorCode: `ERROR_HTTP_${httpStatusCode}`,
    message: `The org answered ${httpStatusCode}`,
  };
  return Object.assign(new Error(message), { errorCode });
}
