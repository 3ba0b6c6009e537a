/** How graphql-java begins to say that a schema lacks what a document names. */
const ACCESS_FAULT = /^Validation error of type (FieldUndefined|WrongType|UnknownType)/;

/** An error as Lightning Data Service, GraphQL or JavaScript words it; every part may be missing. */
interface ErrorLike {
  body?: unknown;
  message?: unknown;
  statusText?: unknown;
}

interface ErrorBody {
  message?: unknown;
  output?: { errors?: unknown; fieldErrors?: Record<string, unknown> };
}

/**
 * The messages inside whatever a wire or a promise of the platform failed with, without repeats.
 *
 * @param errors one error or a list: of Lightning Data Service (`body` an object or a list, record and field
 *   errors under `output`), of GraphQL (`message`), an `Error`, a string, or nothing
 * @returns at least one sentence for every error given, none for `undefined` or `null`
 */
export function reduceErrors(errors: unknown): string[] {
  const list = Array.isArray(errors) ? errors : [errors];
  const messages = list
    .filter((error) => error !== undefined && error !== null)
    .flatMap((error) => {
      const found = messagesOf(error);
      return found.length > 0 ? found : ['Salesforce answered with an error that it does not describe.'];
    });
  return [...new Set(messages)];
}

/**
 * Whether GraphQL refused a query because the user may not see an object or a field in it. The schema of a user
 * holds only what she may read, so to her such a query names what does not exist. Documents are static, and
 * tests show that they are valid for those who have the permission sets: there is no other cause.
 *
 * @param errors `errors` of the GraphQL wire
 */
export function lacksAccess(errors: unknown): boolean {
  return reduceErrors(errors).some((message) => ACCESS_FAULT.test(message));
}

function messagesOf(error: unknown): string[] {
  if (typeof error === 'string') return error === '' ? [] : [error];
  if (typeof error !== 'object' || error === null) return [];
  const { body, message, statusText } = error as ErrorLike;
  const inside = Array.isArray(body) ? body.flatMap(messagesOf) : messagesOfBody(body);
  return inside.length > 0 ? inside : [message, statusText].filter(isText).slice(0, 1);
}

/** A record's own errors say more than the general message above them. */
function messagesOfBody(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return messagesOf(body);
  const { message, output } = body as ErrorBody;
  const details = [output?.errors, ...Object.values(output?.fieldErrors ?? {})]
    .filter(Array.isArray)
    .flat()
    .flatMap(messagesOf);
  return details.length > 0 ? details : [message].filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
