import { pino, type Logger } from 'pino';

/** Names under which a secret could reach a log, at any of the depths that are logged. */
const SECRET_NAMES = [
  'accessToken',
  'access_token',
  'clientSecret',
  'client_secret',
  'assertion',
  'authorization',
  'cookie',
];
const SECRET_PATHS = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `err.cause.${name}`]);

/** The log of the companion: JSON lines, or for people at a terminal, plain ones. */
export function createLogger({ level, format }: { level: string; format: 'json' | 'pretty' }): Logger {
  const options = { level, base: null, redact: { paths: SECRET_PATHS, censor: '[secret]' } };
  if (format === 'json') return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime });
  return pino(options, { write: (line) => process.stdout.write(toPlain(line)) });
}

/** `21:34:56 INFO  sync done read=500 scored=500`. */
export function toPlain(line: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & {
    time: number;
    level: number;
  };
  const clock = new Date(time).toISOString().slice(11, 19);
  const fields = Object.entries(rest).map(
    ([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const cause = (err as { message?: string } | undefined)?.message;
  const why = cause === undefined || cause === msg ? '' : `: ${cause}`;
  return `${clock} ${(pino.levels.labels[level] ?? '').toUpperCase().padEnd(5)} ${String(msg ?? '')}${why}${fields.join('')}\n`;
}
