import { expect, test } from '@jest/globals';
import type { LocalOrg } from './local-org.ts';
import { deployOwnFields, OWN_FIELDS_ACCESS } from './own-fields.ts';
import type { CommandResult } from './project-command.ts';
import { insert, query, update } from './rest.ts';
import type { Sf } from './sf.ts';

/** What the steps work on, once it is there. */
export interface MappedOrg {
  org: LocalOrg;
  sf: Sf;
  accountId: string;
  runCompanion(...args: string[]): Promise<CommandResult>;
}

interface Account {
  CS_ARR__c: number | null;
  CS_Renewal_Date__c: string | null;
  CS_Health__c: number | null;
  CS_Tier__c: string | null;
  CS_Manager__c: string | null;
}

const OWN = {
  Annual_Revenue_Own__c: 120_000,
  Contract_End__c: '2027-09-30',
  Customer_Score__c: 7.5,
  Segment__c: 'Gold',
};

/** An org that has fields of its own for what Tenure keeps: they are read and mirrored, and never written. */
export function testMapping(given: () => MappedOrg): void {
  const companion = async (...args: string[]) => {
    const { code, output } = await given().runCompanion(...args);
    return { code, output };
  };
  const readAccount = async (): Promise<Account | undefined> => {
    const { org, accountId } = given();
    const fields = 'CS_ARR__c, CS_Renewal_Date__c, CS_Health__c, CS_Tier__c, CS_Manager__c';
    return (await query<Account>(org, `SELECT ${fields} FROM Account WHERE Id = '${accountId}'`))[0];
  };

  test('refuses a field that the companion may not read, and says how to give it access', async () => {
    await deployOwnFields(given().sf);
    const { code, output } = await companion('map', 'set', 'ARR=Annual_Revenue_Own__c');
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringMatching(
        /sees no field Annual_Revenue_Own__c.*permission set[\s\S]*Nothing was changed/,
      ),
    });
  });

  test('previews what a mapping would do to accounts, and does nothing', async () => {
    const { org, accountId } = given();
    const [access] = await query<{ Id: string }>(
      org,
      `SELECT Id FROM PermissionSet WHERE Name = '${OWN_FIELDS_ACCESS}'`,
    );
    const users = await query<{ Id: string }>(
      org,
      "SELECT Id FROM User WHERE Username LIKE 'tenure.companion@%' OR Profile.Name = 'System Administrator'",
    );
    for (const { Id } of users)
      await insert(org, 'PermissionSetAssignment', { PermissionSetId: access?.Id, AssigneeId: Id });
    await update(org, 'Account', accountId, { ...OWN, Success_Manager__c: users[0]?.Id });

    const { code, output } = await companion(
      ...['map', 'preview', 'Tier=Segment__c', '--value', 'Gold=Strategic', '--accounts', '10'],
    );
    expect(output).toContain(
      'WARN  Tier: Not mapped: "Silver", "Tin". Accounts with them keep the Tier they have.',
    );
    expect(output).toMatch(/Aster Labs \(\w{18}\): risk band (stays \w|\w[\w ]*, would be \w)/);
    expect(output).toMatch(/Tier +Segment__c Gold; now Growth, would be Strategic/);
    expect(code).toBe(0);
    expect(await readAccount()).toMatchObject({ CS_Tier__c: 'Growth' });
  });

  test('mirrors what is mapped, by the command line and by the page alike', async () => {
    const { org } = given();
    const { output } = await companion('map', 'set', 'Tier=Segment__c', '--value', 'Gold=Strategic');
    expect(output).toContain('Tier is mapped to Segment__c.');
    for (const [target, source, more] of [
      ['ARR', 'Annual_Revenue_Own__c', {}],
      ['Renewal Date', 'Contract_End__c', {}],
      ['Health', 'Customer_Score__c', { CS_Highest__c: 10 }],
      ['CSM', 'Success_Manager__c', {}],
    ] as const) {
      const mapping = { Name: target, CS_Target__c: target, CS_Key__c: target, CS_Source__c: source };
      await insert(org, 'CS_Field_Mapping__c', { ...mapping, CS_Active__c: true, ...more });
    }
    expect((await companion('sync')).output).toContain('failed 0');
    expect(await readAccount()).toEqual(
      expect.objectContaining({
        CS_ARR__c: 120_000,
        CS_Renewal_Date__c: '2027-09-30',
        CS_Health__c: 75,
        CS_Tier__c: 'Strategic',
        CS_Manager__c: expect.stringMatching(/^005/),
      }),
    );
    const { output: list } = await companion('map', 'list');
    expect(list).toMatch(/ARR +Annual_Revenue_Own__c +Read: Annual_Revenue_Own__c is read and mirrored\./);
    expect(list).toMatch(/Tier +Segment__c +Warning: Not mapped/);
  });

  test('follows the own field, sets back what was typed over, and tells of a value that stands for nothing', async () => {
    const { org, accountId } = given();
    await update(org, 'Account', accountId, {
      Annual_Revenue_Own__c: 90_000,
      Segment__c: 'Tin',
      CS_ARR__c: 1,
    });
    expect((await companion('sync')).output).toContain('failed 0');
    expect(await readAccount()).toMatchObject({ CS_ARR__c: 90_000, CS_Tier__c: 'Strategic' });
    const { code, output } = await companion('map', 'check');
    expect(output).toContain(
      'One account keeps its Tier: Aster Labs, whose Segment__c is "Tin", which stands for no Tier.',
    );
    expect(output).toMatch(/^ok {4}ARR/m);
    expect(code).toBe(0);
  });

  test('leaves the last value when a field is mapped no more, and never wrote an own field', async () => {
    const { org, accountId } = given();
    expect((await companion('map', 'unset', 'Tier')).output).toContain('Accounts keep the Tier they have.');
    await update(org, 'Account', accountId, { Segment__c: 'Silver' });
    expect((await companion('sync')).output).toContain('failed 0');
    expect(await readAccount()).toMatchObject({ CS_Tier__c: 'Strategic' });
    const [own] = await query(
      org,
      `SELECT ${Object.keys(OWN).join(', ')} FROM Account WHERE Id = '${accountId}'`,
    );
    expect(own).toMatchObject({ ...OWN, Annual_Revenue_Own__c: 90_000, Segment__c: 'Silver' });
  });
}
