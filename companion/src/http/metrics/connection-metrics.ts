import type { WaitingConnection } from '../../usecases/check-readiness.ts';
import type { OrgIdentity } from '../../usecases/ports.ts';
import type { Metric } from './metric-text.ts';

/** Which orgs are at work and which wait, as metrics: one that waits has no org id, as it has not logged in. */
export function connectionMetrics(
  atWork: readonly OrgIdentity[],
  waiting: readonly WaitingConnection[],
): Metric[] {
  const up = atWork.map(({ orgId, name }) => ({ labels: { connection: name, org: orgId }, value: 1 }));
  const down = waiting.map(({ name }) => ({ labels: { connection: name }, value: 0 }));
  return [
    {
      name: 'tenure_org_connected',
      help: '1 for an org that is at work, 0 for one that could not be opened and is tried again.',
      type: 'gauge',
      samples: [...up, ...down],
    },
    {
      name: 'tenure_org_connect_tries',
      help: 'How often an org that waits was tried.',
      type: 'gauge',
      samples: waiting.map(({ name, tries }) => ({ labels: { connection: name }, value: tries })),
    },
  ];
}
