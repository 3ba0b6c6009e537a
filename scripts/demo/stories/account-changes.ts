import type { StoryName } from './stories.ts';

/** Stands for the CSM or the tier that the account has today. */
export const PRESENT = 'present';

/** Something that happened to the accounts of a story, as the companion would have recorded it. */
export interface ChangeStory {
  /** A value of `CS_Account_Change__c.CS_Type__c`. */
  readonly type: 'Risk Band' | 'CSM' | 'Status' | 'Tier' | 'Usage Alarm';
  readonly daysAgo: number;
  readonly from: string | null;
  /** `PRESENT`: what the account has today. */
  readonly to: string | null;
  readonly reason: string | null;
}

const band = (daysAgo: number, from: string, to: string, reason: string): ChangeStory => ({
  type: 'Risk Band',
  daysAgo,
  from,
  to,
  reason,
});
const alarm = (daysAgo: number, from: string | null, to: string | null): ChangeStory => ({
  type: 'Usage Alarm',
  daysAgo,
  from,
  to,
  reason: null,
});
const status = (daysAgo: number, from: string, to: string): ChangeStory => ({
  type: 'Status',
  daysAgo,
  from,
  to,
  reason: null,
});

/** What happened before the companion looked for the first time, by story, the oldest first. */
export const ACCOUNT_CHANGES: Partial<Record<StoryName, readonly ChangeStory[]>> = {
  championLeft: [
    alarm(66, null, 'Usage down'),
    band(62, 'Healthy', 'Watch', 'Risk went from 36 to 44: Adoption +9.8. Usage of the month came in.'),
    alarm(36, 'Usage down', 'Usage low and down'),
    band(
      24,
      'Watch',
      'At Risk',
      'Risk went from 68 to 76: Support +8.1. Case "Export of all projects" was opened and escalated.',
    ),
  ],
  escalated: [
    band(
      19,
      'Healthy',
      'Watch',
      'Risk went from 31 to 42: Support +10.6. Case "Duplicate invoices after sync" was opened and escalated.',
    ),
  ],
  leaving: [
    band(96, 'Healthy', 'Watch', 'Risk went from 39 to 41: Momentum +3.3. Health went from 60 to 55.'),
    alarm(65, null, 'Usage down'),
    status(60, 'Active', 'Renewing'),
    alarm(35, 'Usage down', 'Usage low and down'),
    band(
      33,
      'Watch',
      'At Risk',
      'Risk went from 66 to 74: Support +7.4. Case "Totals differ from our own books" was opened and escalated.',
    ),
  ],
  renewalUnprepared: [
    status(75, 'Active', 'Renewing'),
    band(16, 'Healthy', 'Watch', 'Risk went from 38 to 41: Renewal +2.4. Time passed: Renewal in 36 days.'),
  ],
  turnaround: [
    band(
      170,
      'Watch',
      'At Risk',
      'Risk went from 67 to 71: Engagement +4.5. Time passed: Last touchpoint 80 days ago.',
    ),
    { type: 'CSM', daysAgo: 150, from: 'Helen Okafor', to: PRESENT, reason: null },
    band(95, 'At Risk', 'Watch', 'Risk went from 67 to 64: Adoption -3.6. Usage of the month came in.'),
    band(41, 'Watch', 'Healthy', 'Risk went from 37 to 34: Momentum -2.9. Health went from 62 to 66.'),
  ],
  outageRecovered: [
    band(
      157,
      'Healthy',
      'Watch',
      'Risk went from 12 to 46: Support +16.0. Case "Platform unavailable" was opened and escalated.',
    ),
    band(
      121,
      'Watch',
      'Healthy',
      'Risk went from 37 to 34: Support -2.7. Case "Credit for the outage" was closed.',
    ),
  ],
  expanding: [{ type: 'Tier', daysAgo: 140, from: 'Scale', to: PRESENT, reason: null }],
  churned: [status(57, 'Renewing', 'Churned')],
};
