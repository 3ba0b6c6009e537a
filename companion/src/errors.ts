/**
 * The one error class of the companion. `code` is stable and fit for a log filter; `message` says what was wrong,
 * where, and what to do, in one line, and never holds a secret.
 */
export class AppError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
  }
}
