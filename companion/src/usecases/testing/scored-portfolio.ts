import { STARTER_CONFIG } from '../../domain/starter-config.ts';
import { buildBook } from '../../domain/testing/build-book.ts';
import { buildTouch, WORKED_EXAMPLE } from '../../domain/testing/build-signals.ts';
import { MemoryQueries } from './memory-queries.ts';
import { setup } from './setup.ts';

export const ACCOUNT_IDS = ['001000000000001AAA', '001000000000002AAA', '001000000000003AAA'];
export const CSM_ID = '005000000000001AAA';

/** Three accounts of one CSM, scored on 22 November 2026; the first is that of the worked example, at risk. */
export async function setupPortfolio() {
  const all = setup();
  const { org, store, deps, time, sync } = all;
  const [first = '', second = '', third = ''] = ACCOUNT_IDS;
  org.put(first, WORKED_EXAMPLE);
  org.put(second, { activities: [buildTouch('2026-11-20')] });
  org.put(third, { activities: [buildTouch('2026-11-20')] });
  const atRisk = { riskBand: 'At Risk', touchDue: '2026-11-01', renewalDate: '2026-12-10', arr: 100.1 };
  org.books.push(
    buildBook({ accountId: first, ...atRisk }),
    buildBook({ accountId: second, touchDue: '2026-11-25', renewalDate: '2026-12-20', arr: 200.2 }),
    buildBook({ accountId: third, renewalDate: '2027-01-05', arr: 300 }),
  );
  org.overdueTasks.set(CSM_ID, 2);
  await sync();
  const queries = new MemoryQueries(store);
  const { hash } = await deps.config.load(time.now);
  queries.configs.set(hash, structuredClone(STARTER_CONFIG));
  /** A day later somebody has talked to the first customer. */
  const touchNextDay = async () => {
    org.put(first, { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-23')] });
    org.changes.push({ object: 'Task', accountId: first, recordId: '00T', at: '2026-11-23T08:00:00.000Z' });
    time.now = '2026-11-23T09:00:00.000Z';
    await sync();
  };
  return { ...all, queries, touchNextDay };
}
