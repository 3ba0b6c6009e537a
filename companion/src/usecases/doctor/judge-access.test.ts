import { describe, expect, test } from '@jest/globals';
import { judgeAccess } from './judge-access.ts';
import type { NeededObject, ObjectAccess } from './ports.ts';

const NEEDS: NeededObject[] = [
  {
    object: 'Account',
    creates: false,
    edits: true,
    reads: ['Name', 'CS_ARR__c', 'CS_Health__c'],
    writes: ['CS_Health__c'],
  },
  {
    object: 'CS_Alert__c',
    creates: true,
    edits: true,
    reads: ['CS_Key__c', 'CS_Type__c'],
    writes: ['CS_Key__c', 'CS_Type__c'],
  },
];
const FULL = { creates: true, edits: true };

/** All rights, changed by a test. */
function seen(change: (objects: Map<string, ObjectAccess | null>) => void = () => undefined) {
  const objects = new Map<string, ObjectAccess | null>(
    NEEDS.map(({ object, reads }) => [
      object,
      { ...FULL, fields: new Map(reads.map((field) => [field, { ...FULL }])) },
    ]),
  );
  change(objects);
  return objects;
}
const bad = (objects: Map<string, ObjectAccess | null>, access: 'read-only' | 'write-back' = 'write-back') =>
  judgeAccess(NEEDS, objects, access).filter(({ level }) => level === 'fail');

describe('judgeAccess', () => {
  test('counts what can be used where nothing is missing', () => {
    expect(judgeAccess(NEEDS, seen(), 'write-back')).toMatchObject([
      { level: 'ok', detail: '2 objects and 5 fields can be used' },
    ]);
  });

  test('names the field that cannot be read, with deploy and the way through Setup', () => {
    const objects = seen((all) => all.get('Account')?.fields.delete('CS_ARR__c'));
    expect(bad(objects)).toMatchObject([
      {
        name: 'Account',
        detail: 'cannot read CS_ARR__c',
        remedy: expect.stringMatching(
          /npm run deploy.*Permission Sets > CS_Companion > Object Settings > Account/,
        ),
      },
    ]);
  });

  test('names the field that can be read and not written', () => {
    const objects = seen((all) =>
      all.get('Account')?.fields.set('CS_Health__c', { creates: false, edits: false }),
    );
    expect(bad(objects)).toMatchObject([{ name: 'Account', detail: 'cannot write CS_Health__c' }]);
  });

  test('takes a field that can only be set on new records where records are made', () => {
    const objects = seen((all) =>
      all.get('CS_Alert__c')?.fields.set('CS_Key__c', { creates: true, edits: false }),
    );
    expect(bad(objects)).toEqual([]);
  });

  test('names the verb that is missing on an object', () => {
    const objects = seen((all) => Object.assign(all.get('CS_Alert__c') ?? {}, { creates: false }));
    expect(bad(objects)).toMatchObject([{ name: 'CS_Alert__c', detail: 'may not create records' }]);
  });

  test('asks for no right to write of a connection that only reads', () => {
    const objects = seen((all) => {
      Object.assign(all.get('CS_Alert__c') ?? {}, { creates: false, edits: false });
      all.get('Account')?.fields.set('CS_Health__c', { creates: false, edits: false });
    });
    expect(bad(objects, 'read-only')).toEqual([]);
  });

  test('asks for a deploy or the permission set, once, where none of our objects is there', () => {
    const objects = seen((all) => all.set('CS_Alert__c', null));
    expect(bad(objects)).toMatchObject([
      { name: 'objects', remedy: expect.stringMatching(/deploy.*CS_Companion/) },
    ]);
  });
});
