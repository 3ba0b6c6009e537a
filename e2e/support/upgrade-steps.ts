import { expect, test } from '@jest/globals';
import type { LocalOrg } from './local-org.ts';
import { writePreviousRelease } from './previous-release.ts';
import type { CommandResult } from './project-command.ts';
import { insert, query } from './rest.ts';
import type { Sf } from './sf.ts';

/** An org with nothing of ours in it, and an account that was there before. */
export interface FreshOrg {
  org: LocalOrg;
  sf: Sf;
  folder: string;
  accountId: string;
  deploy(): Promise<CommandResult>;
}

/** A deploy of everything on a slow machine with other work. */
const DEPLOY_PATIENCE_MS = 300_000;
const SCORED_AT = '2026-11-01T06:00:00.000+0000';
const ACCOUNT = {
  CS_ARR__c: 48_000,
  CS_Tier__c: 'Growth',
  CS_Risk_Score__c: 41,
  CS_Risk_Scored_At__c: SCORED_AT,
};
/** What an admin made of two records that Tenure had started her with. */
const TEMPLATE = {
  CS_Key__c: 'starter-qbr-follow-up',
  Name: 'Our own words',
  CS_Type__c: 'Email',
  CS_Subject__c: 'Ours',
  CS_Active__c: false,
};
const RULE = {
  ...{
    CS_Key__c: 'starter-at-risk',
    Name: 'Ours',
    CS_Type__c: 'At Risk',
    CS_Active__c: false,
    CS_Severity__c: 'Low',
  },
  ...{ CS_Recipient__c: 'CSM', CS_Delivery__c: 'At Once', CS_Rationale__c: 'We look at it every Monday.' },
};

/** Upgrades from the release before, with data and an admin's changes in the org. */
export function upgradeSteps(fresh: () => FreshOrg): void {
  test(
    'an org of the release before holds data, and what its admin changed',
    async () => {
      const { org, sf, folder, accountId } = fresh();
      const project = writePreviousRelease(folder);
      const deployed = await sf.runIn(
        project,
        'project',
        'deploy',
        'start',
        '--source-dir',
        'force-app',
        '--target-org',
        'local',
      );
      if (deployed.status !== 0)
        throw new Error(JSON.stringify(deployed.result?.details?.componentFailures ?? deployed.message));
      expect((await sf.run('org', 'assign', 'permset', '--name', 'CS_Admin')).status).toBe(0);
      await expect(query(org, 'SELECT CS_Quiet_From__c FROM CS_Alert_Rule__c')).rejects.toThrow(
        'INVALID_FIELD',
      );
      await update(org, `Account/${accountId}`, ACCOUNT);
      await insert(org, 'CS_Note__c', {
        CS_Account__c: accountId,
        CS_Type__c: 'Meeting',
        CS_Body__c: 'Kick-off',
      });
      await insert(org, 'CS_Template__c', TEMPLATE);
      await insert(org, 'CS_Alert_Rule__c', RULE);
    },
    DEPLOY_PATIENCE_MS,
  );

  test(
    'a deploy of this release keeps all of it, and brings what is new',
    async () => {
      const { org, accountId, deploy } = fresh();
      const { code, output } = await deploy();
      if (code !== 0) throw new Error(output);

      const accountFields = Object.keys(ACCOUNT).join(', ');
      expect(
        await query(org, `SELECT ${accountFields} FROM Account WHERE Id = '${accountId}'`),
      ).toMatchObject([ACCOUNT]);
      expect(await query(org, 'SELECT CS_Body__c FROM CS_Note__c')).toMatchObject([
        { CS_Body__c: 'Kick-off' },
      ]);
      const own = async (object: string, record: { CS_Key__c: string }) =>
        query(
          org,
          `SELECT ${Object.keys(record).join(', ')} FROM ${object} WHERE CS_Key__c = '${record.CS_Key__c}'`,
        );
      expect(await own('CS_Template__c', TEMPLATE)).toMatchObject([TEMPLATE]);
      expect(await own('CS_Alert_Rule__c', RULE)).toMatchObject([RULE]);
      expect(output).toMatch(/[1-9]\d* templates, [1-9]\d* playbooks, [1-9]\d* alert rules/);
      const brought = await query<{ CS_Quiet_From__c: number | null }>(
        org,
        "SELECT CS_Quiet_From__c FROM CS_Alert_Rule__c WHERE CS_Key__c = 'starter-risk-rose'",
      );
      expect(brought[0]?.CS_Quiet_From__c).toEqual(expect.any(Number));
    },
    DEPLOY_PATIENCE_MS,
  );
}

async function update(org: LocalOrg, record: string, fields: object): Promise<void> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${record}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  if (!response.ok) throw new Error(`${record} was not changed: ${await response.text()}`);
}
