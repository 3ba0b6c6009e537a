import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SOURCE = 'force-app/main/default';

/** Fields that this release brings: the one before is force-app without them. Move the list on with each release. */
export const NEW_FIELDS = [
  'CS_Alert_Rule__c.CS_Quiet_From__c',
  'CS_Alert_Rule__c.CS_Quiet_To__c',
  'CS_Alert_Rule__c.CS_Escalate_After_Days__c',
];
/** Other components that it brings, as paths below main/default. */
const NEW_PATHS = ['notificationtypes'];

/** Writes an sf project with what the release before deployed, and returns its folder. */
export function writePreviousRelease(parent: string): string {
  const project = path.join(parent, 'previous-release');
  mkdirSync(project, { recursive: true });
  cpSync(path.join(ROOT, '.forceignore'), path.join(project, '.forceignore'));
  writeFileSync(path.join(project, 'sfdx-project.json'), projectOfForceApp());
  cpSync(path.join(ROOT, SOURCE), path.join(project, SOURCE), { recursive: true });
  for (const name of NEW_PATHS) rmSync(path.join(project, SOURCE, name), { recursive: true });
  for (const field of NEW_FIELDS) {
    const [object = '', name = ''] = field.split('.');
    rmSync(path.join(project, SOURCE, 'objects', object, 'fields', `${name}.field-meta.xml`));
  }
  const sets = path.join(project, SOURCE, 'permissionsets');
  for (const file of readdirSync(sets)) {
    const set = path.join(sets, file);
    writeFileSync(set, withoutGrants(readFileSync(set, 'utf8')));
  }
  return project;
}

/** The project without the folders that an admin adds at will, which sf would look for. */
function projectOfForceApp(): string {
  const project = JSON.parse(readFileSync(path.join(ROOT, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: { path: string }[];
  };
  const packageDirectories = project.packageDirectories.filter((directory) => directory.path === 'force-app');
  return JSON.stringify({ ...project, packageDirectories });
}

/** A permission set that speaks of the new fields could not be deployed without them. */
const withoutGrants = (xml: string): string =>
  xml.replace(/\s*<fieldPermissions>.*?<\/fieldPermissions>/gs, (grant) =>
    NEW_FIELDS.some((field) => grant.includes(`<field>${field}</field>`)) ? '' : grant,
  );
