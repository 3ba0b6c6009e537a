interface OpportunityStage {
  name: string;
  /** Percent. */
  probability: number;
  closed: boolean;
  won: boolean;
  forecastCategory: 'Omitted' | 'Pipeline' | 'Best Case' | 'Commit' | 'Closed';
}

function open(
  name: string,
  probability: number,
  forecastCategory: OpportunityStage['forecastCategory'] = 'Pipeline',
): OpportunityStage {
  return { name, probability, closed: false, won: false, forecastCategory };
}

/** The sales stages of a new Developer Edition org, with what each implies. */
export const OPPORTUNITY_STAGES: readonly OpportunityStage[] = [
  open('Prospecting', 10),
  open('Qualification', 10),
  open('Needs Analysis', 20),
  open('Value Proposition', 50),
  open('Id. Decision Makers', 60),
  open('Perception Analysis', 70),
  open('Proposal/Price Quote', 75),
  open('Negotiation/Review', 90),
  { name: 'Closed Won', probability: 100, closed: true, won: true, forecastCategory: 'Closed' },
  { name: 'Closed Lost', probability: 0, closed: true, won: false, forecastCategory: 'Omitted' },
];
