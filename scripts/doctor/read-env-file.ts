import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readEnvFile } from '../connect/env-file.ts';
import { ROOT } from '../process/root.ts';
import type { EnvFileFacts } from './judge-env-file.ts';

/** Looks at an environment file, and at the key that it names. */
export function readEnvFileFacts(file: string): EnvFileFacts {
  const named = readEnvFile(file).get('SALESFORCE_JWT_KEY_FILE');
  const keyFile = named ? path.resolve(ROOT, named) : null;
  return {
    file,
    mode: modeOf(file),
    key: keyFile === null ? null : { file: keyFile, mode: modeOf(keyFile) },
    certificateEnds: keyFile === null ? null : endOf(keyFile.replace(/\.key$/, '.crt')),
  };
}

function modeOf(file: string): number | null {
  if (!existsSync(file)) return null;
  return process.platform === 'win32' ? 0o600 : statSync(file).mode;
}

function endOf(certificate: string): Date | null {
  return existsSync(certificate) ? new X509Certificate(readFileSync(certificate)).validToDate : null;
}
