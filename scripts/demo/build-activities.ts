import { addDays, type CalendarDay } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import type { PlanStory, Tale, TouchStory } from './types.ts';
import { planDays } from './variation.ts';

/** Calls, mails and tasks as Task records, meetings as Event records; done and planned ones. */
export function buildActivities({ today, story, vary }: Tale): RecordFields[] {
  return [
    ...story.touches.map((touch) => {
      const day = addDays(today, -touch.daysAgo - vary.earlierDays());
      return touch.kind === 'meeting' ? meeting(touch.subject, day) : completed(touch, day);
    }),
    ...story.plans.map((plan) => {
      const day = addDays(today, planDays(plan.inDays, vary));
      return plan.kind === 'meeting' ? meeting(plan.subject, day) : open(plan, day);
    }),
  ];
}

function meeting(subject: string, day: CalendarDay): RecordFields {
  return { Subject: subject, StartDateTime: `${day}T14:00:00.000Z`, EndDateTime: `${day}T15:00:00.000Z` };
}

function completed(touch: TouchStory, day: CalendarDay): RecordFields {
  return {
    Subject: touch.subject,
    ActivityDate: day,
    Status: 'Completed',
    Priority: 'Normal',
    TaskSubtype: touch.kind === 'call' ? 'Call' : 'Email',
  };
}

function open(plan: PlanStory, day: CalendarDay): RecordFields {
  return {
    Subject: plan.subject,
    ActivityDate: day,
    Status: 'Not Started',
    Priority: plan.inDays < 0 ? 'High' : 'Normal',
    TaskSubtype: 'Task',
  };
}
