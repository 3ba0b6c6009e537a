import { CommandError } from './command-error.ts';
import type { Service } from './service.ts';

/**
 * Runs `work`, which starts services into the given list, then waits until one of them ends or Ctrl-C or SIGTERM
 * comes; in every case stops them in reverse order. A second Ctrl-C is left to the services' own patience.
 *
 * @throws CommandError when a service ends by itself
 */
export async function runUntilStopped(
  services: Service[],
  work: (say: (text: string) => void) => Promise<void>,
): Promise<void> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const { promise: asked, resolve: ask } = Promise.withResolvers<'stop'>();
  process.on('SIGINT', () => ask('stop'));
  process.on('SIGTERM', () => ask('stop'));
  try {
    const started = await Promise.race([work(say), asked]);
    if (started === 'stop') return;
    const outcome = await Promise.race([
      asked,
      ...services.map(async (service) => ({ service, code: await service.ended })),
    ]);
    if (outcome !== 'stop') {
      const { service, code } = outcome;
      throw new CommandError(`The ${service.name} ended with exit code ${code}:\n${service.lastLines()}`);
    }
    say('Stopping …');
  } finally {
    for (const service of services.toReversed()) await service.stop();
  }
}
