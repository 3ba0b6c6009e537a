import { expect, test } from '@jest/globals';
import { settableFields } from './settable-fields.ts';

const record = { Subject: 'Slow', CreatedDate: '2026-01-01T00:00:00.000Z' };

test('leaves out a restricted field that the org does not let be set', () => {
  expect(settableFields(record, new Set(['Subject']), ['CreatedDate'])).toEqual({ Subject: 'Slow' });
});

test('keeps a restricted field that the org lets be set', () => {
  expect(settableFields(record, new Set(['CreatedDate']), ['CreatedDate'])).toEqual(record);
});

test('does not hide a field that is not restricted, so that the org refuses it aloud', () => {
  expect(settableFields(record, new Set(['CreatedDate']), ['CreatedDate'])).toHaveProperty('Subject');
});
