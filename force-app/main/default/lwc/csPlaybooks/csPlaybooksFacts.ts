import { getFieldValue } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { FieldReference } from '@salesforce/schema/*';
import NAME from '@salesforce/schema/Account.Name';
import NPS_DATE from '@salesforce/schema/Account.CS_NPS_Date__c';
import NPS_SCORE from '@salesforce/schema/Account.CS_NPS_Score__c';
import RENEWAL_DATE from '@salesforce/schema/Account.CS_Renewal_Date__c';
import RISK_BAND from '@salesforce/schema/Account.CS_Risk_Band__c';
import STATUS from '@salesforce/schema/Account.CS_Status__c';
import USAGE_DOWN from '@salesforce/schema/Account.CS_Usage_Down__c';
import type { NpsAnswer } from 'c/csAccountStory';
import type { AccountFacts } from './csPlaybooksSuggest';

/** The field that every user who sees the account may read. */
export const ACCOUNT_NAME = NAME;

/** What of the account suggests a playbook; what the user may not read suggests none. */
export const FACT_FIELDS = [STATUS, RISK_BAND, RENEWAL_DATE, NPS_SCORE, NPS_DATE, USAGE_DOWN];

/**
 * What is known of the account.
 *
 * @param latest the newest NPS answer of the story; it counts at once, before the companion has written it to the
 *   account
 */
export function factsOf(account: RecordRepresentation, latest: NpsAnswer | undefined): AccountFacts {
  const read = <Value>(field: FieldReference): Value | null =>
    (getFieldValue(account, field) as Value | null | undefined) ?? null;
  const score = read<number>(NPS_SCORE);
  const day = read<string>(NPS_DATE);
  const stored = score === null ? null : { score, day };
  const isNewer = latest !== undefined && latest.day >= (day ?? '');
  return {
    status: read(STATUS),
    band: read(RISK_BAND),
    renewalDate: read(RENEWAL_DATE),
    nps: isNewer ? { score: latest.score, day: latest.day } : stored,
    usageDown: read<boolean>(USAGE_DOWN) ?? false,
  };
}
