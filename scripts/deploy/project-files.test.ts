import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../process/root.ts';

interface Schema {
  properties: Record<string, unknown>;
  definitions: Record<
    string,
    { properties?: Record<string, unknown>; required?: string[]; items?: unknown; enum?: string[] }
  >;
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const schemaOf = (name: string) =>
  read(
    createRequire(import.meta.url).resolve(`@salesforce/schemas/${name}.schema.json`),
  ) as unknown as Schema;

const project = read(inRoot('sfdx-project.json')) as unknown as {
  packageDirectories: [Record<string, string>];
  sourceApiVersion: string;
};
const version = String(read(inRoot('package.json'))['version']);

test('the package has what a second-generation package needs, by the CLI’s own schema', () => {
  const { properties = {}, required = [] } = schemaOf('sfdx-project').definitions['PackagePackageDir'] ?? {};
  const [directory] = project.packageDirectories;
  expect(Object.keys(directory).filter((key) => !(key in properties))).toEqual([]);
  expect(required.filter((key) => !(key in directory))).toEqual([]);
  expect(required).toContain('versionNumber');
});

test('the package has the version of this project, and a number that counts up', () => {
  expect(project.packageDirectories[0]['versionNumber']).toBe(`${version}.NEXT`);
});

test('the scratch org is described in words that the CLI knows', () => {
  const file = String(project.packageDirectories[0]['definitionFile']);
  expect(existsSync(inRoot(file))).toBe(true);
  const schema = schemaOf('project-scratch-def');
  const definition = read(inRoot(file));
  expect(Object.keys(definition).filter((key) => !(key in schema.properties))).toEqual([]);
  expect(schema.definitions['edition']?.enum).toContain(definition['edition']);
  const settings = Object.keys(definition['settings'] as object);
  expect(settings.filter((name) => !(name in (schema.definitions['settings']?.properties ?? {})))).toEqual(
    [],
  );
});
