import { firstLine, plainText } from './plainText';
import { atMoment, atOfMoment, factsOf } from './timelineEvent';
import type { TimelineEvent } from './timelineEvent';
import type { Reading } from './timelineConnection';
import type { CaseNode, NoteNode } from './timelineRecords';

/** Notes, by when they were written. */
export const NOTES: Reading<NoteNode> = {
  orderedBy: ({ CreatedDate }) => CreatedDate.value,
  at: atOfMoment,
  events: (nodes) => nodes.flatMap(noteEvents),
};

/** Cases, by when they were opened. */
export const OPENED_CASES: Reading<CaseNode> = {
  orderedBy: ({ CreatedDate }) => CreatedDate.value,
  at: atOfMoment,
  events: (nodes) => nodes.flatMap((node) => caseEvents(node, 'opened', node.CreatedDate.value)),
};

/** Cases, by when they were closed. */
export const CLOSED_CASES: Reading<CaseNode> = {
  orderedBy: ({ ClosedDate }) => ClosedDate.value,
  at: atOfMoment,
  events: (nodes) => nodes.flatMap((node) => caseEvents(node, 'closed', node.ClosedDate.value)),
};

function noteEvents(node: NoteNode): TimelineEvent[] {
  const written = node.CreatedDate.value;
  if (written === null) return [];
  const body = node.CS_Body__c?.value ?? '';
  const type = node.CS_Type__c?.value;
  return [
    {
      id: `${node.Id}:note`,
      ...atMoment(written),
      kind: 'note',
      title: type ? `${type} note` : 'Note',
      summary: firstLine(plainText(body)),
      body,
      isRich: true,
      facts: [],
      person: node.CreatedBy?.Name.value ?? '',
      recordId: node.Id,
      objectApiName: 'CS_Note__c',
    },
  ];
}

function caseEvents(node: CaseNode, what: 'opened' | 'closed', moment: string | null): TimelineEvent[] {
  if (moment === null) return [];
  const number = node.CaseNumber.value ?? '';
  const escalated = node.IsEscalated?.value ? 'escalated' : '';
  const summary = [number, node.Priority?.value, what === 'opened' ? escalated : ''];
  return [
    {
      id: `${node.Id}:${what}`,
      ...atMoment(moment),
      kind: 'case',
      title: `Case ${what}: ${node.Subject?.value ?? number}`,
      summary: summary.filter(Boolean).join(' · '),
      body: node.Description?.value ?? '',
      isRich: false,
      facts: factsOf({ Number: number, Priority: node.Priority?.value, Status: node.Status?.value }),
      person: node.Contact?.Name.value ?? '',
      recordId: node.Id,
      objectApiName: 'Case',
    },
  ];
}
