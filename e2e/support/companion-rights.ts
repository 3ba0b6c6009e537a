import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalOrg } from './local-org.ts';
import { loginSf } from './sf.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const NAME = 'CS_Companion';
const SOURCE = path.join(ROOT, `force-app/main/default/permissionsets/${NAME}.permissionset-meta.xml`);

/**
 * Deploys the companion's permission set as it is, or without the right to edit some fields: then the org refuses what
 * the companion writes there, as when an admin has taken a right away.
 */
export async function deployCompanionRights(
  org: LocalOrg,
  folder: string,
  readOnlyFields: readonly string[] = [],
): Promise<void> {
  const set = readOnlyFields.reduce(
    (xml, field) =>
      xml.replace(
        `<editable>true</editable>\n        <field>${field}<`,
        `<editable>false</editable>\n        <field>${field}<`,
      ),
    readFileSync(SOURCE, 'utf8'),
  );
  const types = `<types><members>${NAME}</members><name>PermissionSet</name></types>`;
  const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  const files = {
    [`permissionsets/${NAME}.permissionset`]: set,
    'package.xml': `<Package ${namespace}>${types}<version>66.0</version></Package>`,
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const sf = await loginSf(org);
  try {
    const answer = await sf.run('project', 'deploy', 'start', '--metadata-dir', folder);
    if (answer.status !== 0) throw new Error(JSON.stringify(answer.result?.details ?? answer.message));
  } finally {
    sf.close();
  }
}
