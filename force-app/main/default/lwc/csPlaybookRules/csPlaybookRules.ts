/** Steps that a playbook may have. One that needs more is two playbooks; so many fit into one transaction. */
export const MAX_STEPS = 12;

/** From this score down an answer is a detractor's. */
export const DETRACTOR_SCORE = 6;

/** Days that hold where a playbook says none. */
export const DEFAULT_TRIGGER_DAYS: Readonly<Record<string, number>> = { Renewal: 90, 'Low NPS': 60 };

/** What a step opens. */
export type StepAction = 'None' | 'Call' | 'Email' | 'Task' | 'Note';

/** How an action is shown; `verb` is what its button says. */
export interface ActionView {
  value: StepAction;
  label: string;
  verb: string;
  icon: string;
}

/** The values of `CS_Action__c`, in the order in which they are offered. */
export const ACTIONS: readonly ActionView[] = [
  { value: 'None', label: 'None', verb: '', icon: 'utility:steps' },
  { value: 'Call', label: 'Call', verb: 'Log Call', icon: 'utility:log_a_call' },
  { value: 'Email', label: 'Email', verb: 'Send Email', icon: 'utility:email' },
  { value: 'Task', label: 'Task', verb: 'Create Task', icon: 'utility:task' },
  { value: 'Note', label: 'Note', verb: 'Add Note', icon: 'utility:note' },
];

/** The values of `CS_Trigger__c`, in the order in which they are offered. */
export const TRIGGERS = ['None', 'Onboarding', 'Risk Band', 'Renewal', 'Low NPS', 'Usage Down'] as const;

/** What suggests a playbook, as its fields say. */
export interface Trigger {
  trigger: string;
  triggerBand: string | null;
  triggerDays: number | null;
}

/** How an action is shown. */
export function actionOf(action: StepAction): ActionView {
  return ACTIONS.find(({ value }) => value === action) ?? (ACTIONS[0] as ActionView);
}

/** Days that a trigger looks ahead (Renewal) or back (Low NPS). */
export function daysOf({ trigger, triggerDays }: Trigger): number {
  return triggerDays ?? DEFAULT_TRIGGER_DAYS[trigger] ?? 0;
}

/** When a playbook is suggested, in words: `When the renewal is within 90 days`. */
export function describeTrigger(rule: Trigger): string {
  switch (rule.trigger) {
    case 'Onboarding':
      return 'While the account is being onboarded';
    case 'Risk Band':
      return rule.triggerBand === 'Watch'
        ? 'When the risk band is Watch or At Risk'
        : 'When the risk band is At Risk';
    case 'Renewal':
      return `When the renewal is within ${daysOf(rule)} days`;
    case 'Low NPS':
      return `For ${daysOf(rule)} days after an NPS answer of ${DETRACTOR_SCORE} or less`;
    case 'Usage Down':
      return 'When usage falls against its own past';
    default:
      return 'Started by hand only';
  }
}
