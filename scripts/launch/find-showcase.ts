import { connectOrg } from '../org-client/connect-org.ts';
import type { RunningOrg } from './launch-org.ts';

/** An account worth looking at first, and the user who looks after it. */
export interface Showcase {
  accountId: string;
  accountName: string;
  username: string;
}

/** The account with the most revenue among those at risk; without one at risk, the riskiest. */
export async function findShowcase(org: RunningOrg): Promise<Showcase | undefined> {
  const client = connectOrg(org);
  const fields = 'SELECT Id, Name, OwnerId FROM Account';
  const [account] = [
    ...(await client.query(
      `${fields} WHERE CS_Risk_Band__c = 'At Risk' ORDER BY CS_ARR__c DESC NULLS LAST LIMIT 1`,
    )),
    ...(await client.query(
      `${fields} WHERE CS_Risk_Score__c != null ORDER BY CS_Risk_Score__c DESC LIMIT 1`,
    )),
  ];
  if (!account) return undefined;
  const [owner] = await client.query(`SELECT Username FROM User WHERE Id = '${String(account.OwnerId)}'`);
  return {
    accountId: account.Id,
    accountName: String(account.Name),
    username: String(owner?.Username),
  };
}
