import { inRoot } from '../process/root.ts';
import { Service } from '../process/service.ts';
import type { Instance } from './instance.ts';

export interface RunningOrg {
  service: Service;
  instanceUrl: string;
  accessToken: string;
}

/** Starts the local org on the instance's folder and waits until it answers. */
export async function launchOrg(instance: Instance, port: number): Promise<RunningOrg> {
  const service = new Service({
    name: 'local org',
    entry: inRoot('local-org', 'src', 'main.ts'),
    args: ['--port', String(port), '--data', instance.path('org')],
    logFile: instance.path('logs', 'local-org.log'),
    secretOutput: /ready \S+ \S+/,
  });
  const [, instanceUrl = '', accessToken = ''] = await service.waitForLine(/^ready (\S+) (\S+)$/m);
  return { service, instanceUrl, accessToken };
}
