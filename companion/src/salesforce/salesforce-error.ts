import { AppError } from '../errors.ts';

type Coded = { errorCode?: unknown; code?: unknown; cause?: unknown } | null | undefined;

/** The error code of a Salesforce answer, or of the network below it; empty when there is neither. */
export function errorCodeOf(error: unknown): string {
  for (let each = error as Coded; typeof each === 'object' && each !== null; each = each.cause as Coded) {
    const { errorCode, code } = each;
    if (typeof errorCode === 'string') return errorCode;
    if (typeof code === 'string') return code;
  }
  return '';
}

/** What the innermost error says: the outer one of `fetch` only says that it failed. */
export function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? rootMessage(error.cause) : error.message || error.name;
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

export const isNetworkError = (error: unknown) => NETWORK_CODES.has(errorCodeOf(error));

/** Answers after which the same request may succeed: the org is busy, or a row is locked. */
const BUSY_CODES = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'REQUEST_LIMIT_EXCEEDED',
  'QUERY_TIMEOUT',
  // Of a bulk job that ended before it came to the record.
  'UNPROCESSED',
]);

export function isTransient(error: unknown): boolean {
  const code = errorCodeOf(error);
  return NETWORK_CODES.has(code) || BUSY_CODES.has(code) || /^ERROR_HTTP_(429|5\d\d)$/.test(code);
}

export const isBusyCode = (code: string) => BUSY_CODES.has(code);

/** Puts what went wrong at the org into one line that says what to do. */
export function toAppError(error: unknown, instanceUrl: string): AppError {
  if (error instanceof AppError) return error;
  const code = errorCodeOf(error);
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (isNetworkError(error)) {
    return new AppError(
      'ORG_UNREACHABLE',
      `No org answers at ${instanceUrl} (${code}). Check SALESFORCE_LOGIN_URL and the network.`,
      {
        cause: error,
      },
    );
  }
  if (code === 'INVALID_TYPE' || code === 'INVALID_FIELD') {
    return new AppError(
      'ORG_NOT_DEPLOYED',
      `The org at ${instanceUrl} lacks what the companion works on, or hides it from the companion's user: ` +
        `${lastLine(error)} Deploy force-app first (npm run deploy -- --target-org ALIAS) and assign CS_Companion.`,
      { cause: error },
    );
  }
  return new AppError(
    'ORG_REFUSED',
    `The org at ${instanceUrl} answered ${code || 'with an error'}: ${message}`,
    {
      cause: error,
    },
  );
}

/** Salesforce repeats the query before it says what is wrong with it, in the last sentence. */
function lastLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  const text =
    lines.findLast((line) => /is not supported|No such column|Didn't understand/.test(line)) ?? lines.at(-1);
  const sentence = (text ?? '').trim().split(/(?<=\.) /)[0] ?? '';
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
