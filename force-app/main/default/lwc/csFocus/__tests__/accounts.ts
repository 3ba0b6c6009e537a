import { valuesOf } from 'test/nodes';
import type { FocusAccount, FocusData } from '../csFocusQuery';
import { pinNode } from '../../csPins/__tests__/pins';
import type { Pin } from 'c/csPins';

/** Today in every test of the focus. */
export const TODAY = '2026-11-22';

/** An account that asks for nothing, unless the test says otherwise. */
export function accountOf(fields: Partial<FocusAccount> = {}): FocusAccount {
  return {
    id: 'acc1',
    name: 'Acme',
    arr: 100_000,
    band: 'Healthy',
    risk: 12,
    trend: 'Steady',
    change: 0,
    renewal: '2027-06-30',
    touchDue: '2026-12-01',
    planned: '2026-12-01',
    playbook: '',
    ...fields,
  };
}

/** The answer to the query of the focus. */
export function focusData(
  pins: { pin: Pin; account: FocusAccount | null }[],
  asking: FocusAccount[],
): FocusData {
  return {
    uiapi: {
      query: {
        pins: {
          edges: pins.map(({ pin, account }) => ({
            node: { ...pinNode(pin), CS_Account__r: account && nodeOf(account) },
          })),
        },
        asking: { edges: asking.map((account) => ({ node: nodeOf(account) })), totalCount: asking.length },
      },
    },
  };
}

function nodeOf(account: FocusAccount): FocusData['uiapi']['query']['asking']['edges'][0]['node'] {
  return {
    Id: account.id,
    ...valuesOf({
      Name: account.name,
      CS_ARR__c: account.arr,
      CS_Risk_Band__c: account.band,
      CS_Risk_Score__c: account.risk,
      CS_Health_Trend__c: account.trend,
      CS_Health_Change_30d__c: account.change,
      CS_Renewal_Date__c: account.renewal,
      CS_Touch_Due__c: account.touchDue,
      CS_Next_Scheduled__c: account.planned,
      CS_Playbook_Progress__c: account.playbook,
    }),
  };
}
