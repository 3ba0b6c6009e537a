import { describe, expect, test } from '@jest/globals';
import { memoryOrg } from '../org-client/testing/memory-org.ts';
import { loadStarterConfig } from './load-starter-config.ts';
import { CONFIG_KEY, CONFIG_OBJECT, FACTOR_OBJECT, readStarterConfig } from './starter-config.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');
const COUNT = readStarterConfig().factors.length;

describe('the starter scoring configuration', () => {
  test('gives each value a key of its own and a reason', () => {
    const { factors } = readStarterConfig();
    expect(new Set(factors.map((factor) => factor[CONFIG_KEY])).size).toBe(COUNT);
    expect(factors.filter(({ CS_Rationale__c: reason }) => String(reason).length < 5)).toEqual([]);
  });

  test('is created in an org that has none, active from now on, every value below it', async () => {
    const org = memoryOrg();
    expect(await loadStarterConfig(org, NOW)).toBe(COUNT + 1);
    const [config] = org.all(CONFIG_OBJECT);
    expect(config).toMatchObject({ CS_Active__c: true, CS_Activated_On__c: '2026-11-22T09:00:00.000Z' });
    expect(org.all(FACTOR_OBJECT)).toHaveLength(COUNT);
    expect(org.all(FACTOR_OBJECT).every((factor) => factor.CS_Config__c === config!.Id)).toBe(true);
  });

  test('is left as an admin changed it, and created once only', async () => {
    const org = memoryOrg();
    await loadStarterConfig(org, NOW);
    const [config] = org.all(CONFIG_OBJECT);
    const [first] = org.all(FACTOR_OBJECT);
    await org.update(CONFIG_OBJECT, [{ Id: config!.Id, CS_Active__c: false }]);
    await org.update(FACTOR_OBJECT, [{ Id: first!.Id, CS_Value__c: 0.3 }]);

    expect(await loadStarterConfig(org, NOW)).toBe(0);
    expect(org.all(CONFIG_OBJECT)).toMatchObject([{ CS_Active__c: false }]);
    expect(org.all(FACTOR_OBJECT)[0]).toMatchObject({ CS_Value__c: 0.3 });
  });

  test('comes inactive to an org that scores with a configuration of its own', async () => {
    const org = memoryOrg({ records: { [CONFIG_OBJECT]: [{ Id: 'a0X1', CS_Active__c: true }] } });
    await loadStarterConfig(org, NOW);
    expect(org.all(CONFIG_OBJECT)[1]).toMatchObject({ CS_Active__c: false });
    expect(org.all(CONFIG_OBJECT)[1]).not.toHaveProperty('CS_Activated_On__c');
  });

  test('is completed where an earlier load ended half way', async () => {
    const org = memoryOrg({
      refuse: (object, record) =>
        record[CONFIG_KEY] === 'starter-1:support:weight' ? `no ${object}` : undefined,
    });
    await expect(loadStarterConfig(org, NOW)).rejects.toThrow(
      '"starter-1:support:weight": no CS_Risk_Factor__c',
    );
    const again = { ...org, create: memoryOrg().create };
    expect(await loadStarterConfig(again, NOW)).toBe(1);
  });
});
