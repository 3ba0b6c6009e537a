import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { neededAccess } from './needed-access.ts';

const FILE = 'force-app/main/default/permissionsets/CS_Companion.permissionset-meta.xml';
const xml = readFileSync(path.resolve(import.meta.dirname, '../../..', FILE), 'utf8');
const blocks = (tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => text);
const value = (block: string, tag: string) => new RegExp(`<${tag}>(.*?)<`).exec(block)?.[1] ?? '';
const granted = new Map(
  blocks('fieldPermissions').map((block) => [value(block, 'field'), value(block, 'editable')]),
);
const objects = new Map(blocks('objectPermissions').map((block) => [value(block, 'object'), block]));

/** Of every object that the permission set speaks of: standard ones without rights of their own are left to the profile. */
const NEEDS = neededAccess().filter(({ object }) => objects.has(object));

test('every object of ours that the companion works with is in its permission set', () => {
  const ours = neededAccess().filter(({ object }) => object.startsWith('CS_'));
  expect(ours.filter(({ object }) => !objects.has(object))).toEqual([]);
  expect(ours.length).toBeGreaterThan(15);
});

test('nothing asks for the right to write an Id, which no org gives', () => {
  expect(neededAccess().filter(({ writes }) => writes.includes('Id'))).toEqual([]);
});

test.each(NEEDS.map((need) => [need.object, need] as const))(
  'the permission set lets the companion do with %s what it does',
  (object, { creates, edits, writes }) => {
    const block = objects.get(object) ?? '';
    const wanted = ['allowRead', creates && 'allowCreate', edits && 'allowEdit'].filter(
      (right) => right !== false,
    );
    expect(wanted.filter((right) => value(block, right) !== 'true')).toEqual([]);
    // Required fields and parents carry no permission of their own: they go with the object.
    expect(writes.filter((field) => granted.get(`${object}.${field}`) === 'false')).toEqual([]);
  },
);
