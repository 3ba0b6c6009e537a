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
  for (const name of ['sfdx-project.json', '.forceignore'])
    cpSync(path.join(ROOT, name), path.join(project, name));
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

/** A permission set that speaks of the new fields could not be deployed without them. */
const withoutGrants = (xml: string): string =>
  xml.replace(/\s*<fieldPermissions>.*?<\/fieldPermissions>/gs, (grant) =>
    NEW_FIELDS.some((field) => grant.includes(`<field>${field}</field>`)) ? '' : grant,
  );
