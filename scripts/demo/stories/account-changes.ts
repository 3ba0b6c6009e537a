import type { PersonaKey } from '../personas.ts';
import type { StoryName } from './stories.ts';

/** Something that changed about an account. A CSM is named by the key of the persona; the one now is the account's. */
export type ChangeStory =
  | { readonly type: 'CSM'; readonly daysAgo: number; readonly from: PersonaKey; readonly reason: string }
  | {
      readonly type: 'Risk Band' | 'Status' | 'Usage Alarm';
      readonly daysAgo: number;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    };

/** What changed about the accounts of a story, oldest first. Stories that are not here had a quiet year. */
export const ACCOUNT_CHANGES: Partial<Record<StoryName, readonly ChangeStory[]>> = {
  championLeft: [
    { type: 'CSM', daysAgo: 214, from: 'helen', reason: 'Portfolio of the new CSM' },
    { type: 'Risk Band', daysAgo: 71, from: 'Healthy', to: 'Watch', reason: 'Adoption fell by 14' },
    { type: 'Usage Alarm', daysAgo: 43, from: '', to: 'Usage down', reason: '38 % below the quarter before' },
    { type: 'Risk Band', daysAgo: 24, from: 'Watch', to: 'At Risk', reason: 'Escalated case' },
  ],
  escalated: [
    { type: 'Risk Band', daysAgo: 19, from: 'Healthy', to: 'Watch', reason: 'Two escalated cases' },
  ],
  leaving: [
    { type: 'Risk Band', daysAgo: 128, from: 'Healthy', to: 'Watch', reason: 'Adoption fell by 9' },
    { type: 'Status', daysAgo: 60, from: 'Active', to: 'Renewing', reason: '' },
    { type: 'Risk Band', daysAgo: 31, from: 'Watch', to: 'At Risk', reason: 'Escalated case' },
  ],
  silent: [{ type: 'CSM', daysAgo: 95, from: 'helen', reason: 'Handed over without a joint call' }],
  turnaround: [
    { type: 'CSM', daysAgo: 186, from: 'helen', reason: 'A CSM who knows the industry' },
    { type: 'Risk Band', daysAgo: 96, from: 'At Risk', to: 'Watch', reason: 'Usage is coming back' },
  ],
  churned: [{ type: 'Status', daysAgo: 61, from: 'Active', to: 'Churned', reason: 'Notice took effect' }],
};
