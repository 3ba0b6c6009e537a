import { pushChanges } from '../usecases/push-changes.ts';
import { ORG_OPTION } from './choose-org.ts';
import { EXIT, textOption, UsageError, type Command } from './command.ts';

const HELP = `Usage: npm run companion -- push [--retry [--object OBJECT --key KEY]] [--org ID|NAME]

Sends the writes that are due, without reading or scoring anything.

  --retry   first makes the writes due that the org had refused for good ("failed" lists them)
  --object  with --key, only this one, such as CS_Health_Score__c
  --key     the record's id or key, as "failed" shows it
  --org     which org, by its id, its name or that of its connection; that of the environment unless given

Ends with 1 when the org refused a write.`;

/** Sends what is due. */
export const pushCommand: Command = {
  name: 'push',
  summary: 'send the writes that are due, or with --retry those that were refused',
  help: HELP,
  options: { ...ORG_OPTION, retry: { type: 'boolean' }, object: { type: 'string' }, key: { type: 'string' } },

  async run(context, values) {
    const [object, key] = [textOption(values, 'object'), textOption(values, 'key')];
    if ((object === null) !== (key === null))
      throw new UsageError('--object and --key belong together: one record, as "failed" shows it.');
    if (object !== null && values['retry'] !== true)
      throw new UsageError('--object and --key name a write to --retry.');
    const companion = await context.openCompanion(values);
    const { org, store, clock } = companion;
    if (values['retry'] === true) {
      const only = object !== null && key !== null ? { object, key } : undefined;
      const count = await store.retryFailed(org.orgId, clock().toISOString(), only);
      context.print(`${count} writes are to be tried again.`);
      if (count === 0) return EXIT.nothing;
    }
    const { pushed, failed } = await pushChanges(org.orgId, companion, { signal: context.signal });
    context.print(`${org.name}: pushed ${pushed}, failed ${failed}`);
    return failed > 0 ? EXIT.failed : EXIT.ok;
  },
};
