import { describe, expect, test } from '@jest/globals';
import { buildMapping, buildOwnField } from '../domain/mapping/testing/build-mapping.ts';
import type { Companion } from '../open-companion.ts';
import type { RecordToSave } from '../usecases/import-ports.ts';
import { ORG, setup as setupSync } from '../usecases/testing/setup.ts';
import type { CommandContext } from './command.ts';
import { mapCommand } from './map-command.ts';
import { runCommand } from './run-command.ts';

function setup(access: Companion['access'] = 'write-back') {
  const { org, deps, sync } = setupSync();
  org.description.fields.push(
    buildOwnField('Annual__c', 'currency'),
    buildOwnField('Note__c', 'string'),
    buildOwnField('Segment__c', 'picklist', { values: ['Gold', 'Tin'] }),
  );
  const saved: RecordToSave[] = [];
  /** Ids of mappings by their key, active or not. */
  const known = new Map<string, { id: string; fields: object }>();
  const importOrg = {
    findByKey: async () => known,
    saveRecords: async (_target: object, records: RecordToSave[]) => {
      saved.push(...records);
      return records.map(() => null);
    },
  };
  const companion = { ...deps, org: ORG, access, importOrg } as unknown as Companion;
  const printed: string[] = [];
  const complaints: string[] = [];
  const context = {
    print: (text: string) => printed.push(text),
    openCompanion: async () => companion,
  } as unknown as CommandContext;
  const run = (...args: string[]) => runCommand(mapCommand, args, context, (text) => complaints.push(text));
  const map = (...mappings: ReturnType<typeof buildMapping>[]) =>
    org.mappings.push(
      ...mappings.map((mapping, index) => ({
        ...{ recordId: `a0M${index}`, mapping, state: 'Read', message: 'Fine.' },
      })),
    );
  return { org, run, map, printed, complaints, saved, known, sync };
}

describe('a call that is not understood ends with 2 and says what is expected:', () => {
  test.each([
    [[], 'Expected map list, map check'],
    [['set'], 'Expected map list'],
    [['set', 'ARR'], '"ARR" is not understood; expected TARGET=FIELD'],
    [['set', 'ARR=a; DROP'], 'expected TARGET=FIELD, such as ARR=Annual_Revenue__c'],
    [['set', 'Mood=Own__c'], '"Mood" cannot be mapped; expected one of ARR, Renewal-Date, Health, Tier'],
    [['set', 'Health=Own__c', '--highest', 'ten'], '--highest is "ten"; expected a number above 0'],
    [['unset', 'Mood'], '"Mood" cannot be mapped'],
    [['preview', '--accounts', '0'], '--accounts is "0"'],
  ])('%j', async (call, complaint) => {
    const { run, complaints } = setup();
    expect(await run(...call)).toBe(2);
    expect(complaints[0]).toContain(complaint);
  });
});

describe('map set', () => {
  test('saves what passes its check, under the name that the org gives the field', async () => {
    const { run, saved, printed } = setup();
    expect(await run('set', 'tier=segment__C', '--value', 'Gold=Strategic', '--value', 'Tin=Scale')).toBe(0);
    expect(saved).toEqual([
      {
        id: null,
        fields: {
          ...{ Name: 'Tier', CS_Target__c: 'Tier', CS_Key__c: 'Tier', CS_Source__c: 'Segment__c' },
          ...{ CS_Values__c: 'Gold=Strategic\nTin=Scale', CS_Highest__c: null, CS_Active__c: true },
          ...{ CS_State__c: null, CS_Message__c: null, CS_Checked_On__c: null },
        },
      },
    ]);
    expect(printed.at(-1)).toContain('The next sync reads every account');
  });

  test('keeps what the highest of the own values is', async () => {
    const { org, run, saved } = setup();
    org.description.fields.push(buildOwnField('Customer_Score__c', 'double'));
    expect(await run('set', 'Health=Customer_Score__c', '--highest', '10')).toBe(0);
    expect(saved[0]?.fields).toMatchObject({ CS_Target__c: 'Health', CS_Highest__c: 10 });
  });

  test('changes the mapping that is there, active or switched off', async () => {
    const { run, map, saved, known } = setup();
    map(buildMapping('ARR', 'Old__c'));
    await run('set', 'ARR=Annual__c');
    known.set('tier', { id: 'a0M9', fields: {} });
    await run('set', 'Tier=Segment__c', '--value', 'Gold=Scale');
    expect(saved.map(({ id }) => id)).toEqual(['a0M0', 'a0M9']);
  });

  test('saves nothing that is refused', async () => {
    const { run, saved, printed } = setup();
    expect(await run('set', 'ARR=Note__c')).toBe(1);
    expect(await run('set', 'ARR=Hidden__c')).toBe(1);
    expect(saved).toEqual([]);
    expect(printed.join('\n')).toMatch(
      /is of type string[\s\S]*Nothing was changed[\s\S]*sees no field Hidden__c/,
    );
  });

  test('says how many accounts it would empty', async () => {
    const { org, run, printed } = setup();
    org.countEmptied = async () => 12;
    await run('set', 'ARR=Annual__c');
    expect(printed[0]).toBe(
      'WARN  12 accounts have ARR in Tenure and nothing in Annual__c: it would be emptied.',
    );
  });

  test('and map unset ask for the setup page where nothing may be written', async () => {
    const { run, saved } = setup('read-only');
    await expect(run('set', 'ARR=Annual__c')).rejects.toThrow('setup page');
    await expect(run('unset', 'ARR')).rejects.toThrow('read-only');
    expect(saved).toEqual([]);
  });
});

test('map unset switches a mapping off, and ends with 3 where there is none', async () => {
  const { run, map, saved } = setup();
  expect(await run('unset', 'ARR')).toBe(3);
  map(buildMapping('ARR', 'Annual__c'));
  expect(await run('unset', 'arr')).toBe(0);
  expect(saved).toEqual([{ id: 'a0M0', fields: { CS_Active__c: false } }]);
});

test('map list says what was said last, and map check what holds now', async () => {
  const { run, map, printed } = setup();
  await run('list');
  map(buildMapping('ARR', 'Annual__c'), buildMapping('Renewal Date', 'Gone__c'));
  await run('list');
  expect(await run('check')).toBe(1);
  expect(printed).toEqual([
    "No field of the org's own is mapped.",
    'ARR          Annual__c  Read: Fine.',
    'Renewal Date Gone__c  Read: Fine.',
    'ok    ARR          Annual__c  Annual__c is read and mirrored.',
    expect.stringMatching(/^FAIL {2}Renewal Date Gone__c {2}The companion sees no field Gone__c/),
  ]);
});

describe('map preview', () => {
  test('shows own value, present value, what would be, and the risk band; and keeps nothing', async () => {
    const { org, run, printed, sync } = setup();
    org.put('001A', {}, { CS_Tier__c: 'Scale', CS_Risk_Band__c: 'At Risk' });
    org.put('001B', {}, { CS_Tier__c: 'Growth' });
    await sync();
    org.accounts.get('001A')!.own = { Tier: { value: 'Gold', name: null } };
    org.accounts.get('001B')!.own = { Tier: { value: 'Tin', name: null } };
    const writes = org.writes.length;
    expect(await run('preview', 'Tier=Segment__c', '--value', 'Gold=Strategic')).toBe(0);
    expect(printed[0]).toContain('WARN  Tier: Not mapped: "Tin"');
    expect(printed[1]).toMatch(/^Account 001A \(001A\): risk band /);
    expect(printed[2]).toBe('  Tier         Segment__c Gold; now Scale, would be Strategic');
    expect(printed[4]).toBe(
      '  Tier         Segment__c Tin; CANNOT BE READ, stays Growth: Segment__c is "Tin", which stands for no Tier',
    );
    expect(org.writes).toHaveLength(writes);
  });

  test('of what is refused says why, and ends with 1', async () => {
    const { run, printed } = setup();
    expect(await run('preview', 'ARR=Note__c')).toBe(1);
    expect(printed[0]).toMatch(/^FAIL {2}ARR: Note__c is of type string/);
    expect(await run('preview')).toBe(0);
  });
});
