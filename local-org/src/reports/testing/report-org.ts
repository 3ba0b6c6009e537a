import { deployFiles, type PackageFiles } from '../../metadata/testing/deploy-files.ts';
import { customerOrg, type CustomerOrg } from '../../records/customer-org.ts';

/** Columns that the reports of these tests may use. */
const COLUMNS = [
  'Name',
  'Owner',
  'Manager__c',
  'Tier__c',
  'Score__c',
  'Renewal__c',
  'Low_Usage__c',
  'Secret__c',
];

/** The report type `Customers__c` over accounts. */
export const REPORT_TYPE = [
  '<baseObject>Account</baseObject><category>accounts</category><deployed>true</deployed><label>Customers</label>',
  `<sections>${[...COLUMNS, 'Tags__c', 'AnnualRevenue', 'Owner.Username', 'Description']
    .map(
      (field) =>
        `<columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>Account</table></columns>`,
    )
    .join('')}<masterLabel>Account</masterLabel></sections>`,
].join('');

/** A folder that everyone inside may view. */
export const FOLDER = (name: string): string =>
  `<accessType>Shared</accessType><folderShares><accessLevel>View</accessLevel><sharedTo>AllInternalUsers</sharedTo><sharedToType>Organization</sharedToType></folderShares><name>${name}</name>`;

/** Type and folders, without which no report stands. */
export const REPORT_BASE: PackageFiles = {
  'reportTypes/Customers.reportType': REPORT_TYPE,
  'reports/Team-meta.xml': FOLDER('Team Reports'),
  'dashboards/Team-meta.xml': FOLDER('Team Dashboards'),
};

/** `<columns>` of a report: a field, then how it is summarized. */
export const column = (field: string, ...summaries: string[]): string =>
  `<columns>${summaries.map((one) => `<aggregateTypes>${one}</aggregateTypes>`).join('')}<field>${field}</field></columns>`;

/** `<groupingsDown>` by a field. */
export const down = (field: string, more = ''): string =>
  `<groupingsDown><field>${field}</field><sortOrder>Asc</sortOrder>${more}</groupingsDown>`;

/** `<criteriaItems>` of a filter. */
export const criterion = (field: string, operator: string, value: string): string =>
  `<criteriaItems><column>${field}</column><operator>${operator}</operator><value>${value}</value></criteriaItems>`;

/** The body of a report over `Customers__c`. */
export const reportBody = (format: string, parts: string): string =>
  `${parts}<format>${format}</format><name>Customers</name><reportType>Customers__c</reportType>`;

/** Deploys files into an org, which takes all of them. */
export async function deployReports(org: CustomerOrg['org'], files: PackageFiles): Promise<void> {
  const { problems } = await deployFiles(files, {}, org);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** An org with four accounts, the report type and the folders; the caller closes it. */
export async function reportOrg(): Promise<CustomerOrg> {
  const kit = customerOrg();
  kit.create('Account', {
    Name: 'Acme',
    Tier__c: 'Gold',
    Score__c: 80,
    Renewal__c: '2026-12-10',
    AnnualRevenue: 100,
  });
  kit.create('Account', {
    Name: 'Bolt',
    Tier__c: 'Silver',
    Score__c: 40,
    Renewal__c: '2026-12-20',
    AnnualRevenue: 50,
  });
  kit.create('Account', {
    Name: 'Crux',
    Tier__c: 'Gold',
    Score__c: 60,
    Renewal__c: '2027-02-01',
    AnnualRevenue: 25,
  });
  kit.create('Account', { Name: 'Dune' });
  await deployReports(kit.org, REPORT_BASE);
  return kit;
}
