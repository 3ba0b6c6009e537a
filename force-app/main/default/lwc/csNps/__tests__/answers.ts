import type { NpsAnswer } from 'c/csAccountStory';

/** One answer; newest-first lists of these are what the card works on. */
export function answer(id: string, day: string, score: number, more: Partial<NpsAnswer> = {}): NpsAnswer {
  return { id, day, score, survey: '', comment: '', contactId: null, contact: '', ...more };
}

const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

function connectionOf(nodes: object[], total = nodes.length) {
  return { ...none, edges: nodes.map((node) => ({ node })), totalCount: total };
}

const values = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));

/** The answer to the story's document, with these NPS answers and active playbooks. */
export function storyData(answers: NpsAnswer[], playbooks: { id: string; name: string }[] = []): object {
  const nodes = answers.map(({ id, day, score, survey, comment, contactId, contact }) => ({
    Id: id,
    ...values({
      CS_Responded_On__c: day,
      CS_Score__c: score,
      CS_Survey__c: survey,
      CS_Comment__c: comment,
      CS_Contact__c: contactId,
    }),
    CS_Contact__r: contactId ? values({ Name: contact }) : null,
  }));
  const offers = playbooks.map(({ id, name }) => ({
    Id: id,
    ...values({ Name: name, CS_Trigger__c: 'Low NPS', CS_Version__c: 1 }),
  }));
  const query = {
    scores: none,
    answers: connectionOf(nodes),
    changes: none,
    runs: none,
    steps: none,
    playbooks: connectionOf(offers),
  };
  return { uiapi: { query } };
}
