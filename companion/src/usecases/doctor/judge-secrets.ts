import type { Sealer } from '../connection-ports.ts';
import { fail, listSome, ok, warn, type Finding } from './finding.ts';
import type { SealedSecret } from './ports.ts';

/** Whether everything that is kept sealed opens with the keys at hand. Nothing that was opened is told or kept. */
export function judgeSecrets(
  secrets: readonly SealedSecret[],
  box: Pick<Sealer, 'open' | 'isOutdated'>,
): Finding[] {
  const closed = secrets.filter((secret) => !opens(secret, box));
  if (closed.length > 0) {
    return [
      fail(
        'secrets',
        'encryption key',
        `COMPANION_ENCRYPTION_KEYS does not open ${listSome(closed.map(({ what }) => what))}`,
        'Put the key they were sealed with back into COMPANION_ENCRYPTION_KEYS, or make these connections and webhooks anew.',
      ),
    ];
  }
  const outdated = secrets.filter(({ sealed }) => box.isOutdated(sealed));
  if (outdated.length > 0) {
    return [
      warn(
        'secrets',
        'encryption key',
        `${outdated.length} of ${secrets.length} secrets are sealed with an older key`,
        'Run: npm run companion -- connect rotate. Webhooks follow as they are used. Then drop the old key.',
      ),
    ];
  }
  return [
    ok(
      'secrets',
      'encryption key',
      secrets.length === 0 ? 'nothing is sealed yet' : `opens all ${secrets.length} secrets`,
    ),
  ];
}

function opens({ sealed, context }: SealedSecret, box: Pick<Sealer, 'open'>): boolean {
  try {
    box.open(sealed, context);
    return true;
  } catch {
    return false;
  }
}
