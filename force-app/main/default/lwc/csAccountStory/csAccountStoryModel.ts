import { readAlert } from 'c/csAlertRecord';
import type { Alert } from 'c/csAlertRecord';
import { dayOf } from 'c/csFormat';
import type {
  AccountStoryData,
  AnswerNode,
  ChangeNode,
  Connection,
  OverrideNode,
  PlaybookNode,
  RunNode,
  ScoreNode,
  StepNode,
  TicketNode,
} from './csAccountStoryNodes';
import { readUsagePeriod } from './storyUsage';
import type { UsagePeriod } from './storyUsage';

/** One reading of an account's health. */
export interface HealthScore {
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** 0–100, higher is better. */
  score: number;
  source: 'Manual' | 'Calculated';
  comment: string;
  /** Name of the person who set it last; empty for a calculated one. */
  by: string;
}

/** One answer to the question how likely the customer is to recommend us. */
export interface NpsAnswer {
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** 0–10 */
  score: number;
  survey: string;
  comment: string;
  contactId: string | null;
  contact: string;
}

/** Something that happened to the account and that no other record tells. */
export interface StoryChange {
  id: string;
  /** Such as `Risk Band` or `CSM`: the values of `CS_Account_Change__c.CS_Type__c`. */
  type: string;
  from: string;
  to: string;
  /** ISO 8601 */
  at: string;
  reason: string;
}

/** One step of a running playbook. */
export interface PlaybookRunStep {
  id: string;
  runId: string;
  name: string;
  order: number;
  instructions: string;
  action: 'None' | 'Call' | 'Email' | 'Task' | 'Note';
  status: 'Open' | 'Done' | 'Skipped';
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  assignedToId: string | null;
  assignedTo: string;
  /** ISO 8601 */
  completedAt: string | null;
  completedBy: string;
  outcome: string;
  relatedId: string | null;
  /** ISO 8601; what an update compares with, so that nobody's newer change is overwritten. */
  modifiedAt?: string | undefined;
}

/** A playbook that was started for the account, with its steps in order. */
export interface PlaybookRun {
  id: string;
  name: string;
  playbookId: string | null;
  version: number;
  status: 'Active' | 'Completed' | 'Stopped';
  /** `YYYY-MM-DD` */
  startedOn: string;
  completedOn: string | null;
  assignedToId: string | null;
  assignedTo: string;
  reason: string;
  steps: PlaybookRunStep[];
}

/** An active playbook, and what suggests it. */
export interface PlaybookOffer {
  id: string;
  name: string;
  description: string;
  trigger: string;
  triggerBand: string | null;
  triggerDays: number | null;
  version: number;
}

/** A support case that was escalated. When it was is not kept: what is known is when it was opened. */
export interface EscalatedCase {
  id: string;
  number: string;
  subject: string;
  /** ISO 8601 */
  openedAt: string;
}

/** A support ticket: a case, which another system may have made. */
export interface Ticket {
  id: string;
  number: string;
  subject: string;
  status: string;
  priority: string;
  isOpen: boolean;
  isEscalated: boolean;
  /** `YYYY-MM-DD` */
  openedOn: string;
  /** Its page in the system it came from; empty for a case of this org. */
  url: string;
  satisfaction: 'Good' | 'Bad' | null;
}

/** A risk band that a person set by hand. Days are `YYYY-MM-DD`. */
export interface BandByHand {
  id: string;
  band: string;
  reason: string;
  /** Name of who set it; empty where it is not known. */
  by: string;
  setOn: string;
  /** The last day on which it holds. */
  expiresOn: string;
  /** ISO 8601; null while nobody ended it. */
  endedAt: string | null;
}

/** The first page of a kind of records. */
export interface Page<Item> {
  items: Item[];
  /** Where the next page starts; null on the last. */
  nextCursor: string | null;
  /** All records of the kind, those on other pages included. */
  total: number;
}

/** The story of an account: the latest of each kind, newest first. */
export interface AccountStory {
  scores: Page<HealthScore>;
  answers: Page<NpsAnswer>;
  changes: Page<StoryChange>;
  runs: Page<PlaybookRun>;
  playbooks: PlaybookOffer[];
  /** The escalated cases; none where the user may not read cases. */
  escalations: EscalatedCase[];
  /** Open tickets first, then the newest; null where the user may not read cases. */
  tickets: Page<Ticket> | null;
  /** Usage by period, the newest first; null where the user may not read it. */
  usage: Page<UsagePeriod> | null;
  /** The open alerts, snoozed ones included; null where the user may not read alerts. */
  alerts: Page<Alert> | null;
  /** The band last set by hand; null where none ever was, undefined for who may not read it. */
  override: BandByHand | null | undefined;
}

/** Reads the answer to `ACCOUNT_STORY`. Records without what makes them one (which an org refuses) are left out. */
export function readStory(data: AccountStoryData): AccountStory {
  const { scores, answers, changes, runs, steps, playbooks, tickets, usage, alerts, overrides } =
    data.uiapi.query;
  const allSteps = pageOf(steps, readStep).items.sort((a, b) => a.order - b.order);
  return {
    scores: pageOf(scores, readScore),
    answers: pageOf(answers, readAnswer),
    changes: pageOf(changes, readChange),
    runs: pageOf(runs, (node) => readRun(node, allSteps)),
    playbooks: pageOf(playbooks, readPlaybook).items,
    escalations: tickets ? pageOf(tickets, readEscalation).items.sort(newestFirst) : [],
    tickets: tickets ? pageOf(tickets, readTicket) : null,
    usage: usage ? pageOf(usage, readUsagePeriod) : null,
    alerts: alerts ? pageOf(alerts, readAlert) : null,
    override: overrides ? (pageOf(overrides, readOverride).items[0] ?? null) : undefined,
  };
}

function pageOf<Node, Item>({ edges, pageInfo, totalCount }: Connection<Node>, read: (node: Node) => Item[]) {
  return {
    items: edges.flatMap(({ node }) => read(node)),
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

function readScore(node: ScoreNode): HealthScore[] {
  const day = node.CS_Scored_On__c.value;
  const score = node.CS_Score__c.value;
  if (day === null || score === null) return [];
  const source = node.CS_Source__c.value === 'Manual' ? 'Manual' : 'Calculated';
  const by = source === 'Manual' ? (node.LastModifiedBy?.Name.value ?? '') : '';
  return [{ id: node.Id, day, score, source, comment: node.CS_Comment__c?.value ?? '', by }];
}

function readAnswer(node: AnswerNode): NpsAnswer[] {
  const day = node.CS_Responded_On__c.value;
  const score = node.CS_Score__c.value;
  if (day === null || score === null) return [];
  return [
    {
      id: node.Id,
      day,
      score,
      survey: node.CS_Survey__c?.value ?? '',
      comment: node.CS_Comment__c?.value ?? '',
      contactId: node.CS_Contact__c?.value ?? null,
      contact: node.CS_Contact__r?.Name.value ?? '',
    },
  ];
}

function readChange(node: ChangeNode): StoryChange[] {
  const type = node.CS_Type__c.value;
  const at = node.CS_Changed_On__c.value;
  if (type === null || at === null) return [];
  return [
    {
      id: node.Id,
      type,
      at,
      from: node.CS_From__c?.value ?? '',
      to: node.CS_To__c?.value ?? '',
      reason: node.CS_Reason__c?.value ?? '',
    },
  ];
}

function readRun(node: RunNode, steps: PlaybookRunStep[]): PlaybookRun[] {
  const startedOn = node.CS_Started_On__c.value;
  if (startedOn === null) return [];
  return [
    {
      id: node.Id,
      name: node.Name.value ?? '',
      playbookId: node.CS_Playbook__c?.value ?? null,
      version: node.CS_Playbook_Version__c.value ?? 1,
      status: (node.CS_Status__c.value ?? 'Active') as PlaybookRun['status'],
      startedOn,
      completedOn: node.CS_Completed_On__c?.value ?? null,
      assignedToId: node.CS_Assigned_To__c?.value ?? null,
      assignedTo: node.CS_Assigned_To__r?.Name.value ?? '',
      reason: node.CS_Reason__c?.value ?? '',
      steps: steps.filter(({ runId }) => runId === node.Id),
    },
  ];
}

function readStep(node: StepNode): PlaybookRunStep[] {
  const runId = node.CS_Run__c.value;
  if (runId === null) return [];
  return [
    {
      id: node.Id,
      runId,
      name: node.Name.value ?? '',
      order: node.CS_Order__c.value ?? 0,
      instructions: node.CS_Instructions__c?.value ?? '',
      action: (node.CS_Action__c.value ?? 'None') as PlaybookRunStep['action'],
      status: (node.CS_Status__c.value ?? 'Open') as PlaybookRunStep['status'],
      dueOn: node.CS_Due_On__c?.value ?? null,
      assignedToId: node.CS_Assigned_To__c?.value ?? null,
      assignedTo: node.CS_Assigned_To__r?.Name.value ?? '',
      completedAt: node.CS_Completed_On__c?.value ?? null,
      completedBy: node.CS_Completed_By__r?.Name.value ?? '',
      outcome: node.CS_Outcome__c?.value ?? '',
      relatedId: node.CS_Related_Id__c?.value ?? null,
      modifiedAt: node.LastModifiedDate?.value ?? undefined,
    },
  ];
}

function readPlaybook(node: PlaybookNode): PlaybookOffer[] {
  return [
    {
      id: node.Id,
      name: node.Name.value ?? '',
      description: node.CS_Description__c?.value ?? '',
      trigger: node.CS_Trigger__c.value ?? 'None',
      triggerBand: node.CS_Trigger_Band__c?.value ?? null,
      triggerDays: node.CS_Trigger_Days__c?.value ?? null,
      version: node.CS_Version__c.value ?? 1,
    },
  ];
}

function readEscalation(node: TicketNode): EscalatedCase[] {
  const openedAt = node.CreatedDate.value;
  if (openedAt === null || node.IsEscalated.value !== true) return [];
  return [{ id: node.Id, number: node.CaseNumber.value ?? '', subject: node.Subject?.value ?? '', openedAt }];
}

function newestFirst(a: EscalatedCase, b: EscalatedCase): number {
  return b.openedAt.localeCompare(a.openedAt);
}

function readOverride(node: OverrideNode): BandByHand[] {
  return [
    {
      id: node.Id,
      band: node.CS_Band__c.value ?? '',
      reason: node.CS_Reason__c.value ?? '',
      by: node.CreatedBy?.Name.value ?? '',
      setOn: (node.CreatedDate.value ?? '').slice(0, 10),
      expiresOn: node.CS_Expires_On__c.value ?? '',
      endedAt: node.CS_Ended_On__c?.value ?? null,
    },
  ];
}

function readTicket(node: TicketNode): Ticket[] {
  const createdAt = node.CreatedDate.value;
  if (createdAt === null) return [];
  const rating = node.CS_Satisfaction__c?.value;
  return [
    {
      id: node.Id,
      number: node.CaseNumber.value ?? '',
      subject: node.Subject?.value ?? '',
      status: node.Status?.value ?? '',
      priority: node.Priority?.value ?? '',
      isOpen: node.IsClosed.value === false,
      isEscalated: node.IsEscalated.value === true,
      openedOn: node.CS_Opened_On__c?.value ?? dayOf(new Date(createdAt)),
      url: node.CS_Ticket_URL__c?.value ?? '',
      satisfaction: rating === 'Good' || rating === 'Bad' ? rating : null,
    },
  ];
}
