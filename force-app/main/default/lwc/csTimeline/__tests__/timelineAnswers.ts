/** One page of records as GraphQL answers it, with a cursor where more follow. */
export function connection(nodes: object[] = [], nextCursor: string | null = null): object {
  return {
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
    totalCount: nodes.length,
  };
}

/** Fields as GraphQL answers them. */
export function values(fields: Record<string, unknown>): Record<string, { value: unknown }> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
}

/** A finished call of a day. */
export function callOn(day: string, subject = `Call of ${day}`): object {
  return {
    Id: `00T${day}${subject}`,
    ...values({ Subject: subject, ActivityDate: day, CompletedDateTime: null, TaskSubtype: 'Call' }),
  };
}

/** A note that was written on a day, at noon. */
export function noteOn(day: string): object {
  return { Id: `a0N${day}`, ...values({ CreatedDate: `${day}T12:00:00.000Z`, CS_Type__c: 'Call' }) };
}

/** A change of the risk band. */
export function bandChangeOn(day: string): object {
  return {
    Id: `a0C${day}`,
    ...values({
      CS_Type__c: 'Risk Band',
      CS_From__c: 'Watch',
      CS_To__c: 'At Risk',
      CS_Changed_On__c: `${day}T06:00:00.000Z`,
    }),
  };
}

/** An answer in which all but these parts are empty. */
function answerOf(names: string[], parts: Record<string, object>): { data: object } {
  const query = Object.fromEntries(names.map((name) => [name, parts[name] ?? connection()]));
  return { data: { uiapi: { query } } };
}

/** The answer to the story of the account. */
export function story(parts: Record<string, object> = {}) {
  return answerOf(['scores', 'answers', 'changes', 'runs', 'steps', 'playbooks'], parts);
}

/** The answer with notes and cases. */
export function records(parts: Record<string, object> = {}) {
  return answerOf(['notes', 'opened', 'closed'], parts);
}

/** The answer with tasks and events. */
export function activities(parts: Record<string, object> = {}) {
  return answerOf(['dated', 'undated', 'open', 'meetings', 'allDay', 'next'], parts);
}

/** How an org refuses a document that names what the user may not see. */
export const REFUSED = {
  errors: [
    { message: "Validation error of type FieldUndefined: Field 'x' in type 'RecordQuery' is undefined" },
  ],
};
