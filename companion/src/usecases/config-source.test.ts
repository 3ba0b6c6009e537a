import { describe, expect, test } from '@jest/globals';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { createConfigSource } from './config-source.ts';
import { shortHash } from './hash.ts';
import { MemoryOrg } from './testing/memory-org.ts';
import { MemoryStore } from './testing/memory-store.ts';

const AT = '2026-11-22T09:00:00.000Z';
const OURS = { ...STARTER_CONFIG, version: 'ours-2' };

function setup() {
  const org = new MemoryOrg();
  const store = new MemoryStore();
  return { org, store, source: createConfigSource('00D', { reader: org, store }) };
}

describe('the configuration to score with', () => {
  test('is the active one of the org, kept with its hash and its record', async () => {
    const { org, store, source } = setup();
    expect(source.state()).toBeNull();
    org.scoring = { kind: 'read', config: OURS, recordId: 'a0X1' };
    const expected = { body: OURS, hash: shortHash(OURS), recordId: 'a0X1' };
    expect(await source.load(AT)).toEqual(expected);
    expect(store.configs).toEqual([expected]);
    expect(source.state()).toEqual({
      version: 'ours-2',
      hash: expected.hash,
      recordId: 'a0X1',
      validDays: 3,
      problem: null,
    });
  });

  test('is the starter one in an org that never had one, and the state says so', async () => {
    const { source } = setup();
    expect((await source.load(AT)).body).toEqual(STARTER_CONFIG);
    expect(source.state()?.problem).toBe(
      'No CS_Scoring_Config__c is active in the org; expected one. Until then scores are made with the values that ' +
        'Tenure comes with, starter-1.',
    );
  });

  test('is the last one that held while the present one is at fault, also after a restart', async () => {
    const { org, store, source } = setup();
    org.scoring = { kind: 'read', config: OURS, recordId: 'a0X1' };
    await source.load(AT);
    org.scoring = {
      kind: 'invalid',
      problem: 'CS_Scoring_Config__c "Ours" (a0X1): the weights add up to 1.1; expected 1',
    };
    for (const again of [source, createConfigSource('00D', { reader: org, store })]) {
      expect((await again.load(AT)).body).toEqual(OURS);
      expect(again.state()?.problem).toMatch(
        /"Ours" \(a0X1\): the weights add up to 1\.1; expected 1\. Until then scores are made with the last one that held, ours-2\.$/,
      );
    }
  });

  test('is the one of the org again once its fault is mended', async () => {
    const { org, source } = setup();
    await source.load(AT);
    org.scoring = { kind: 'read', config: OURS, recordId: 'a0X1' };
    await source.load(AT);
    expect(source.state()).toMatchObject({ version: 'ours-2', problem: null });
  });
});
