import { findingsOf, type Finding } from './finding.ts';

/** What was found about the environment file and the key that it names. */
export interface EnvFileFacts {
  file: string;
  /** The permission bits; null where there is no such file. On Windows, which has none, 0o600. */
  mode: number | null;
  /** Of JWT bearer; null for another flow. */
  key: { file: string; mode: number | null } | null;
  /** When the certificate beside the key ends; null where there is none. */
  certificateEnds: Date | null;
}

const { ok, warn, fail } = findingsOf('environment');
const OTHERS = 0o077;
const DAY_MS = 86_400_000;
const SOON_DAYS = 30;
const CONNECT = 'Run: npm run connect -- --target-org ALIAS';

/** Whether what holds secrets is there, for its owner alone, and for how long it holds. */
export function judgeEnvFile({ file, mode, key, certificateEnds }: EnvFileFacts, now: Date): Finding[] {
  if (mode === null)
    return [
      fail('file', `${file} is not there`, `${CONNECT} --read-only (or --write-back). It writes the file.`),
    ];
  return [
    judgeMode('file', file, mode),
    ...(key === null
      ? []
      : [
          key.mode === null
            ? fail('key', `${key.file} is not there`, `${CONNECT}: it makes a new key.`)
            : judgeMode('key', key.file, key.mode),
        ]),
    ...(certificateEnds === null ? [] : [judgeCertificate(certificateEnds, now)]),
  ];
}

function judgeMode(name: string, file: string, mode: number): Finding {
  if ((mode & OTHERS) === 0) return ok(name, `${file}, for its owner alone`);
  return fail(
    name,
    `${file} can be read by others (mode ${(mode & 0o777).toString(8)})`,
    `Run: chmod 600 ${file}`,
  );
}

function judgeCertificate(ends: Date, now: Date): Finding {
  const days = Math.floor((ends.getTime() - now.getTime()) / DAY_MS);
  const told = `the certificate of the key holds until ${ends.toISOString().slice(0, 10)}`;
  if (days < 0) return fail('certificate', told, `${CONNECT} --rotate`);
  return days <= SOON_DAYS ? warn('certificate', told, `${CONNECT} --rotate`) : ok('certificate', told);
}
