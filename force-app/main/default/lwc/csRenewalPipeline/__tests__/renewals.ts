import { valuesOf } from 'test/nodes';
import type { Renewal, RenewalsData } from '../csRenewalPipelineListQuery';
import type { RenewalGroup, RenewalTotalsData } from '../csRenewalPipelineTotalsQuery';

/** Today in every test of the renewals. */
export const TODAY = '2026-11-22';

/** One account of 100 that renews on `day`, unless the test says otherwise. */
export function groupOf(day: string | null, fields: Partial<RenewalGroup> = {}): RenewalGroup {
  return { part: 'upcoming', day, band: 'Healthy', accounts: 1, arr: 100, ...fields };
}

/** An account that renews soon, unless the test says otherwise. */
export function renewalOf(fields: Partial<Renewal> = {}): Renewal {
  return {
    id: 'acc1',
    name: 'Acme',
    tier: 'Growth',
    arr: 100,
    health: 72,
    trend: 'Steady',
    band: 'Healthy',
    renewal: '2026-12-12',
    last: '2026-11-02',
    planned: null,
    playbook: '',
    csm: 'Dana Reyes',
    opportunity: null,
    ...fields,
  };
}

/** The answer to the query of the totals. */
export function totalsData(groups: readonly RenewalGroup[]): RenewalTotalsData {
  const of = (part: RenewalGroup['part']) => ({
    edges: groups.filter((group) => group.part === part).map((group) => ({ node: groupNode(group) })),
  });
  const [overdue, upcoming, later, unscheduled] = [
    of('overdue'),
    of('upcoming'),
    of('later'),
    of('unscheduled'),
  ];
  return { uiapi: { aggregate: { overdue, upcoming, later, unscheduled } } };
}

/** The answer to the query of the list: one page of as many as `total`. */
export function renewalsData(
  renewals: readonly Renewal[],
  nextCursor: string | null = null,
  total = renewals.length,
): RenewalsData {
  return {
    uiapi: {
      query: {
        Account: {
          edges: renewals.map((renewal) => ({ node: renewalNode(renewal) })),
          pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
          totalCount: total,
        },
      },
    },
  };
}

function groupNode({ day, band, accounts, arr }: RenewalGroup) {
  return {
    aggregate: {
      ...(day ? { CS_Renewal_Date__c: { value: day } } : {}),
      CS_Risk_Band__c: { value: band },
      CS_ARR__c: { sum: { value: arr } },
      Id: { count: { value: accounts } },
    },
  };
}

function renewalNode(renewal: Renewal) {
  const { opportunity } = renewal;
  return {
    Id: renewal.id,
    ...valuesOf({
      Name: renewal.name,
      CS_Tier__c: renewal.tier,
      CS_ARR__c: renewal.arr,
      CS_Health__c: renewal.health,
      CS_Health_Trend__c: renewal.trend,
      CS_Risk_Band__c: renewal.band,
      CS_Renewal_Date__c: renewal.renewal,
      CS_Last_Touchpoint__c: renewal.last,
      CS_Next_Scheduled__c: renewal.planned,
      CS_Playbook_Progress__c: renewal.playbook,
    }),
    CS_Manager__r: null,
    Owner: { Name: { value: renewal.csm } },
    ...(opportunity
      ? {
          Opportunities: { edges: [{ node: { Id: opportunity.id, Name: { value: opportunity.name } } }] },
        }
      : {}),
  };
}
