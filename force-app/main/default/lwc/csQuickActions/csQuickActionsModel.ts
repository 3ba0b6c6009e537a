/** What can be done about an account or a contact from any page. */
export type ActionName = 'logCall' | 'sendEmail' | 'emailFromTemplate' | 'createTask' | 'addNote';

/** An action as a button or a menu item shows it. */
export interface ActionView {
  name: ActionName;
  label: string;
  icon: string;
}

/** In the order in which they are shown. */
export const ALL_ACTIONS: ActionView[] = [
  { name: 'logCall', label: 'Log Call', icon: 'utility:log_a_call' },
  { name: 'sendEmail', label: 'Send Email', icon: 'utility:email' },
  { name: 'emailFromTemplate', label: 'Email from Template', icon: 'utility:insert_template' },
  { name: 'createTask', label: 'Create Task', icon: 'utility:task' },
  { name: 'addNote', label: 'Add Note', icon: 'utility:note' },
];

/** Actions that need an account: a note belongs to one, and a template is about one. */
const ABOUT_ACCOUNT: ReadonlySet<ActionName> = new Set(['addNote', 'emailFromTemplate']);

/** The actions to offer; a contact without an account has no customer to write a note about. */
export function actionsFor(accountId: string | undefined): ActionView[] {
  return ALL_ACTIONS.filter(({ name }) => accountId !== undefined || !ABOUT_ACCOUNT.has(name));
}
