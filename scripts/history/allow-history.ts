import { inRoot } from '../process/root.ts';
import { runSf, type SfEnvironment } from '../sf/run-sf.ts';

export interface AllowHistoryOptions extends SfEnvironment {
  targetOrg: string;
}

/** In order and one by one: an org knows the permission only once the setting is on. */
const PACKAGES = ['setting', 'permission'];

/**
 * Lets an administrator load records with the days of another system: turns on the setting behind Set Audit Fields
 * upon Record Creation, and deploys the permission set that grants it. Apart from force-app, because the setting
 * changes the whole org, and without it the permission set cannot be deployed.
 * https://help.salesforce.com/s/articleView?id=000386065
 *
 * @returns the name of the permission set, to be assigned to whoever loads
 */
export async function allowHistory({ targetOrg, ...sf }: AllowHistoryOptions): Promise<string> {
  for (const name of PACKAGES) {
    const folder = inRoot('scripts', 'history', name);
    await runSf(['project', 'deploy', 'start', '--metadata-dir', folder, '--target-org', targetOrg], sf);
  }
  return 'CS_History_Loader';
}
