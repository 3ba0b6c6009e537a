import { loadFieldPlan } from '../field-plan.ts';
import type { ConfigReading } from '../ports.ts';
import type { CheckUp, OrgToExamine } from './examine.ts';
import { examineWork, type WorkStore } from './examine-work.ts';
import type { Finding } from './finding.ts';
import { judgeAccess } from './judge-access.ts';
import { judgeMappings } from './judge-mappings.ts';
import { judgeOrg } from './judge-org.ts';
import { judgeRecords } from './judge-records.ts';
import { check, tryTo } from './try-to.ts';

const LOGIN = [
  'org',
  'login',
  'Run: npm run connect -- --target-org ALIAS. It checks user and app, and logs in once.',
] as const;
const TRY_AGAIN = 'Run the doctor again; if it stays, look at the rights of the companion’s user in the org.';

/** Examines an org, the rights in it, its records, and the work that was done for it. */
export async function examineOrg(
  { openOrg, clock, more = [] }: Pick<CheckUp, 'openOrg' | 'clock' | 'more'>,
  store: WorkStore | null,
): Promise<Finding[]> {
  const opened = await tryTo(LOGIN, openOrg);
  if (opened.value === null) return opened.findings;
  const org = opened.value;
  const facts = await tryTo(LOGIN, () => org.probe.facts());
  if (facts.value === null) return facts.findings;
  const { orgId } = facts.value;
  const rights = await check(['rights', 'objects and fields', TRY_AGAIN], () => examineRights(org));
  // What cannot be read for want of rights was told just now.
  const mayRead = rights.every(({ level }) => level === 'ok');
  const config = mayRead
    ? await tryTo(['records', 'scoring configuration', TRY_AGAIN], org.reader.readScoringConfig)
    : null;
  const records = mayRead ? await examineRecords(org, config?.value ?? null, more) : [];
  const work = store
    ? await check(['work', 'work', TRY_AGAIN], () =>
        examineWork(orgId, store, clock(), {
          config: config?.value ?? null,
          changeChannel: org.changeChannel,
        }),
      )
    : [];
  return [
    ...judgeOrg(facts.value, clock().getTime(), org.access),
    ...rights,
    ...(config?.findings ?? []),
    ...records,
    ...work,
  ];
}

async function examineRights({ probe, access }: OrgToExamine): Promise<Finding[]> {
  const seen = await Promise.all(
    probe.needs.map(async ({ object }) => [object, await probe.describe(object)] as const),
  );
  return judgeAccess(probe.needs, new Map(seen), access);
}

async function examineRecords(
  org: OrgToExamine,
  config: ConfigReading | null,
  more: NonNullable<CheckUp['more']>,
): Promise<Finding[]> {
  const { probe, reader } = org;
  const starters = await check(['records', 'starter records', TRY_AGAIN], async () => {
    const [playbooks, activeAlertRules, { problems }] = await Promise.all([
      probe.count('CS_Playbook__c', 'all'),
      probe.count('CS_Alert_Rule__c', 'active'),
      reader.readAlertRules(),
    ]);
    return judgeRecords({ config, playbooks, activeAlertRules, ruleProblems: problems });
  });
  const mappings = await check(['records', 'field mappings', TRY_AGAIN], async () =>
    judgeMappings((await loadFieldPlan(reader)).records),
  );
  const others = await Promise.all(
    more.map((each) => check(['records', 'more', TRY_AGAIN], () => each(org))),
  );
  return [...starters, ...mappings, ...others.flat()];
}
