import { describe, expect, test } from '@jest/globals';
import { readPermissionSets } from './read-rights.ts';
import { renderRights } from './render-rights.ts';

const sets = readPermissionSets();

describe('the rights', () => {
  test('of every permission set have a reason each, and no reason is idle', () => {
    expect(sets.map(({ name }) => name)).toEqual([
      'CS_Admin',
      'CS_Companion',
      'CS_Import',
      'CS_Manager',
      'CS_User',
    ]);
    expect(renderRights(sets)).toContain('### CS_Companion');
  });

  test('on a field come with a right on its object', () => {
    expect(sets.flatMap(({ orphans }) => orphans)).toEqual([]);
  });

  test('that have no reason are named', () => {
    const [first] = sets;
    if (!first) throw new Error('There is no permission set.');
    const more = { object: 'Opportunity', may: ['read'], writes: [], readsBesides: 0 };
    const wider = { ...first, objects: [...first.objects, more], system: ['ModifyAllData'] };
    expect(() => renderRights([wider, ...sets.slice(1)])).toThrow(
      /CS_Admin has rights on Opportunity without a reason\nCS_Admin has ModifyAllData without a reason/,
    );
  });

  test('that are gone leave no reason behind', () => {
    expect(() => renderRights(sets.slice(1))).toThrow('a reason is given for Account in CS_Admin');
  });

  test('of the companion name no user permission beyond reading activities, the API and bells', () => {
    const companion = sets.find(({ name }) => name === 'CS_Companion');
    expect(companion?.system).toEqual(['ActivitiesAccess', 'ApiEnabled', 'SendCustomNotifications']);
  });
});
