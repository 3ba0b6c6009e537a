import { readFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** Variables that may be named by a file instead, as container platforms hand out secrets: DATABASE_URL_FILE and so on. */
const SECRETS = ['DATABASE_URL', 'SALESFORCE_CLIENT_SECRET', 'COMPANION_ENCRYPTION_KEYS'];

export const SECRET_FILE_NAMES: readonly string[] = SECRETS.map((name) => `${name}_FILE`);

type Source = Record<string, string | undefined>;

/**
 * The environment with secrets taken from the files that it names. A variable that is set itself stands.
 *
 * @throws {AppError} BAD_ENVIRONMENT when a file cannot be read
 */
export function withSecretFiles(source: Source): Source {
  const found = SECRETS.flatMap((name): [string, string][] => {
    const file = source[`${name}_FILE`]?.trim();
    return file && !source[name]?.trim() ? [[name, readSecret(`${name}_FILE`, file)]] : [];
  });
  return { ...source, ...Object.fromEntries(found) };
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new AppError(
      'BAD_ENVIRONMENT',
      `${name} cannot be read: ${file}; expected a file with the secret alone`,
      {
        cause,
      },
    );
  }
}
