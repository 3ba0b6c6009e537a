import type { Draft } from 'c/csPlaybookBuilderDraft';
import { countOf } from 'c/csFormat';
import { describeTrigger } from 'c/csPlaybookRules';
import type { Playbook } from './csPlaybookBuilderQuery';

/** A playbook as a row of the list. */
export interface RowView {
  id: string;
  name: string;
  trigger: string;
  steps: string;
  version: string;
  running: string;
  status: string;
  statusClass: string;
  menuText: string;
  toggleLabel: string;
}

/** The rows of the list. */
export function rowViews(playbooks: readonly Playbook[]): RowView[] {
  return playbooks.map((playbook) => ({
    id: playbook.id,
    name: playbook.name,
    trigger: describeTrigger(playbook),
    steps: countOf(playbook.steps.length, 'step'),
    version: `Version ${playbook.version}`,
    running: `${playbook.running} running`,
    status: statusOf(playbook),
    statusClass: playbook.isActive ? 'slds-badge slds-theme_success' : 'slds-badge slds-badge_lightest',
    menuText: `Actions for ${playbook.name}`,
    toggleLabel: playbook.isActive ? 'Deactivate' : 'Activate',
  }));
}

/** A playbook to begin with. */
export function newDraft(): Draft {
  return {
    id: null,
    name: '',
    description: '',
    trigger: 'None',
    triggerBand: null,
    triggerDays: null,
    isActive: true,
    autoStart: false,
    version: 1,
    steps: [],
  };
}

/** A copy to change; it starts nothing by itself until someone says so. */
export function cloneDraft(playbook: Playbook): Draft {
  const { name, description, trigger, triggerBand, triggerDays } = playbook;
  return {
    ...newDraft(),
    name: `Copy of ${name}`.slice(0, 80),
    description,
    trigger,
    triggerBand,
    triggerDays,
    isActive: false,
    steps: playbook.steps.map((step) => ({ ...step, id: null })),
  };
}

/** What is told after activating or deactivating. */
export function toggleMessage({ isActive, running }: Playbook): string {
  if (!isActive) return 'It is suggested and can be started.';
  return running === 0
    ? 'It cannot be started any more.'
    : 'It cannot be started any more; what runs goes on.';
}

function statusOf({ isActive, autoStart }: Playbook): string {
  if (!isActive) return 'Inactive';
  return autoStart ? 'Active, starts by itself' : 'Active';
}
