import { describe, expect, test } from '@jest/globals';
import type { FieldMapping, OwnValues } from '../domain/mapping/field-mapping.ts';
import { buildMapping, buildOwnField } from '../domain/mapping/testing/build-mapping.ts';
import type { MemoryOrg } from './testing/memory-org.ts';
import { setup } from './testing/setup.ts';

const A = '001A';
const FIELDS = [
  buildOwnField('Annual__c', 'currency'),
  buildOwnField('Ends__c', 'date'),
  buildOwnField('Score__c', 'double', { precision: 3, scale: 1 }),
  buildOwnField('Segment__c', 'picklist', { values: ['Gold', 'Tin'] }),
  buildOwnField('Formula__c', 'currency', { calculated: true }),
];

const map = (org: MemoryOrg, ...mappings: FieldMapping[]) => {
  org.mappings.splice(
    0,
    org.mappings.length,
    ...mappings.map((mapping, index) => ({ recordId: `a0M${index}`, mapping, state: null, message: null })),
  );
};

/** An org with one account, whose own values can be set, and which counts what was read. */
function setupOwn(own: OwnValues, current = {}) {
  const given = setup();
  const { org } = given;
  org.description.fields.push(...FIELDS);
  org.put(A, {}, current);
  const setOwn = (values: OwnValues) => {
    const account = org.accounts.get(A);
    if (account) account.own = { ...account.own, ...values };
    org.changes.push({ object: 'Account', accountId: A, recordId: A, at: given.time.now });
  };
  setOwn(own);
  return { ...given, setOwn, now: () => org.accounts.get(A)?.current };
}
const value = (own: string | number | null) => ({ value: own, name: null });

describe('fields of the own that are mapped', () => {
  test('are mirrored by the run that finds them, and score in it', async () => {
    const { org, store, now, sync } = setupOwn({
      ARR: value(5000),
      'Renewal Date': value('2026-12-01'),
      Tier: value('Gold'),
      CSM: { value: '005B', name: 'Priya Nair' },
    });
    org.description.fields.push(buildOwnField('Csm__c', 'reference'));
    map(
      org,
      buildMapping('ARR', 'Annual__c'),
      buildMapping('Renewal Date', 'Ends__c'),
      buildMapping('Tier', 'Segment__c', { values: 'Gold = Strategic\nTin = Scale' }),
      buildMapping('CSM', 'Csm__c'),
    );
    await sync();
    expect(now()).toMatchObject({
      CS_ARR__c: 5000,
      CS_Renewal_Date__c: '2026-12-01',
      CS_Tier__c: 'Strategic',
      CS_Manager__c: '005B',
    });
    expect(store.scores[0]?.inputs).toMatchObject({ tier: 'Strategic', renewalDate: '2026-12-01' });
    expect(store.accounts.get(A)?.facts).toMatchObject({ csm: { id: '005B', name: 'Priya Nair' } });
  });

  test('are read on every account after a mapping was made, changed or switched off', async () => {
    const { org, sync, time } = setupOwn({ ARR: value(5000) });
    expect((await sync()).full).toBe(true);
    time.now = '2026-11-22T10:00:00.000Z';
    expect((await sync()).full).toBe(false);
    for (const mappings of [[buildMapping('ARR', 'Annual__c')], [buildMapping('ARR', 'Formula__c')], []]) {
      map(org, ...mappings);
      expect((await sync()).full).toBe(true);
      expect((await sync()).full).toBe(false);
    }
  });

  test('are read once a day where a formula may change without its account', async () => {
    const { org, sync, time } = setupOwn({ ARR: value(5000) });
    map(org, buildMapping('ARR', 'Formula__c'));
    await sync();
    expect((await sync()).full).toBe(false);
    time.now = '2026-11-23T06:00:00.000Z';
    expect((await sync()).full).toBe(true);
    expect((await sync()).full).toBe(false);
  });

  test('win over what a person types into the field of Tenure', async () => {
    const { org, now, setOwn, sync, time } = setupOwn({ ARR: value(5000) });
    map(org, buildMapping('ARR', 'Annual__c'));
    await sync();
    Object.assign(now() ?? {}, { CS_ARR__c: 7 });
    time.now = '2026-11-22T10:00:00.000Z';
    setOwn({});
    await sync();
    expect(now()).toMatchObject({ CS_ARR__c: 5000 });
  });

  test('empty the field of Tenure where they are empty, and leave the last value when they are unmapped', async () => {
    const { org, now, setOwn, sync, time } = setupOwn({ ARR: value(5000) }, { CS_Tier__c: 'Scale' });
    map(
      org,
      buildMapping('ARR', 'Annual__c'),
      buildMapping('Tier', 'Segment__c', { values: 'Gold = Growth' }),
    );
    await sync();
    expect(now()).toMatchObject({ CS_ARR__c: 5000, CS_Tier__c: null });
    map(org);
    time.now = '2026-11-22T10:00:00.000Z';
    setOwn({ ARR: value(1) });
    await sync();
    expect(now()).toMatchObject({ CS_ARR__c: 5000 });
  });

  test('that hold what cannot be read leave the account as it is, are counted, and told to the org', async () => {
    const { org, now, sync } = setupOwn({ Tier: value('Tin') }, { CS_Tier__c: 'Growth' });
    map(org, buildMapping('Tier', 'Segment__c', { values: 'Gold = Strategic' }));
    expect(await sync()).toMatchObject({ mirrorProblems: 1, failed: 0 });
    expect(now()).toMatchObject({ CS_Tier__c: 'Growth' });
    expect(org.mappingReports.get('a0M0')).toMatchObject({
      CS_State__c: 'Warning',
      CS_Message__c:
        'One account keeps its Tier: Account 001A, whose Segment__c is "Tin", which stands for no Tier. ' +
        'Not mapped: "Tin". Accounts with them keep the Tier they have.',
    });
  });

  test('that are gone leave the account as it is, and the mapping is refused', async () => {
    const { org, now, sync } = setupOwn({}, { CS_ARR__c: 12 });
    map(
      org,
      buildMapping('ARR', 'Dropped__c'),
      buildMapping('Renewal Date', 'Ends__c'),
      buildMapping('ARR', 'Annual__c'),
    );
    await sync();
    expect(now()).toMatchObject({ CS_ARR__c: 12 });
    const states = [...org.mappingReports.values()].map((fields) => fields['CS_State__c']);
    expect(states).toEqual(['Refused', 'Read', 'Refused']);
    expect(org.mappingReports.get('a0M2')?.['CS_Message__c']).toContain(
      'Another active mapping stands for ARR',
    );
  });

  test('are told of once, not by every run', async () => {
    const { org, sync } = setupOwn({ ARR: value(1) });
    map(org, buildMapping('ARR', 'Annual__c'));
    await sync();
    const said = org.mappingReports.get('a0M0');
    Object.assign(org.mappings[0] ?? {}, { state: said?.['CS_State__c'], message: said?.['CS_Message__c'] });
    const before = org.writes.length;
    await sync();
    expect(org.writes.slice(before).filter(({ object }) => object === 'CS_Field_Mapping__c')).toEqual([]);
  });
});

describe('a health of the own', () => {
  const setupHealth = async (own: number) => {
    const given = setupOwn({ Health: value(own) });
    map(given.org, buildMapping('Health', 'Score__c', { highest: 10 }));
    await given.sync();
    const health = () => given.store.accounts.get(A)?.lastScore?.health;
    return { ...given, health };
  };

  test('is the health of the account for as long as it stands there, however old it is', async () => {
    const { now, health, setOwn, sync, time } = await setupHealth(4.2);
    expect(now()).toMatchObject({ CS_Health__c: 42 });
    time.now = '2027-06-01T09:00:00.000Z';
    setOwn({});
    await sync();
    expect(health()).toMatchObject({ value: 42, source: 'Manual', setOn: '2026-11-22', field: 'Score__c' });
  });

  test('that changes is dated by the day on which it was found', async () => {
    const { health, setOwn, sync, time, store } = await setupHealth(4.2);
    time.now = '2026-11-24T09:00:00.000Z';
    setOwn({ Health: value(9) });
    await sync();
    expect(health()).toMatchObject({ value: 90, setOn: '2026-11-24' });
    expect(JSON.stringify(store.scores.at(-1)?.result)).toContain('Health is 90 in Score__c');
  });

  test('that cannot be read any more leaves the one before', async () => {
    const { health, setOwn, sync, time } = await setupHealth(4.2);
    time.now = '2026-11-24T09:00:00.000Z';
    setOwn({ Health: value(11) });
    expect(await sync()).toMatchObject({ mirrorProblems: 1 });
    expect(health()).toMatchObject({ value: 42, setOn: '2026-11-22' });
  });

  test('goes on counting while its field cannot be read: rights that are lost for an hour move no score', async () => {
    const { org, health, setOwn, sync, time } = await setupHealth(4.2);
    time.now = '2026-11-24T09:00:00.000Z';
    org.description.fields.length = 0;
    setOwn({});
    await sync();
    expect(health()).toMatchObject({ value: 42, source: 'Manual', setOn: '2026-11-22' });
  });

  test('gives way to the calculated one when it is emptied or unmapped', async () => {
    const { org, health, setOwn, sync, time } = await setupHealth(4.2);
    time.now = '2026-11-24T09:00:00.000Z';
    setOwn({ Health: value(null) });
    await sync();
    expect(health()?.source).not.toBe('Manual');
    setOwn({ Health: value(5) });
    await sync();
    expect(health()).toMatchObject({ value: 50, source: 'Manual' });
    map(org);
    await sync();
    expect(health()?.source).not.toBe('Manual');
  });
});
