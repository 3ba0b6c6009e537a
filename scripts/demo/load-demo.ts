import { dayOf, type CalendarDay } from '../dates/calendar-day.ts';
import { connectOrg } from '../org-client/connect-org.ts';
import type { OrgAccess } from '../org-client/org-access.ts';
import { buildDemo } from './build-demo.ts';
import { describeCounts, type DemoCounts } from './demo-counts.ts';
import { rollUpFamilies } from './families.ts';
import { loadDemoRecords } from './load-demo-records.ts';
import { loadPersonas } from './load-personas.ts';
import { PERSONAS, type Persona } from './personas.ts';

/** What the demo consists of, for the person who starts it. */
export interface DemoSummary {
  readonly counts: DemoCounts;
  /** The demo users and what each is for; the integration user is among them. */
  readonly users: readonly Persona[];
}

/**
 * Makes the demo users and loads the demo data, with dates counted from today. A second run changes what the first
 * one made and adds nothing. Wants an org with `force-app` deployed and an administrator's token.
 *
 * @throws CommandError that names the record and the org's reason when the org refuses one
 */
export async function loadDemo(
  access: OrgAccess,
  progress: (text: string) => void,
  today: CalendarDay = dayOf(new Date()),
): Promise<DemoSummary> {
  const org = connectOrg(access);
  const userIds = await loadPersonas(org, progress);
  await rollUpFamilies(org);
  const counts = await loadDemoRecords(org, buildDemo(today), userIds, progress);
  progress(describeCounts(counts));
  return { counts, users: PERSONAS };
}
