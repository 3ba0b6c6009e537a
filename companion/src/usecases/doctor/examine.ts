import type { AlertReader } from '../alert-ports.ts';
import type { Sealer } from '../connection-ports.ts';
import type { Clock, OrgReader } from '../ports.ts';
import { examineOrg } from './examine-org.ts';
import type { WorkStore } from './examine-work.ts';
import { AREAS, fail, ok, type Finding } from './finding.ts';
import { judgeDatabase } from './judge-database.ts';
import { judgeEnvironment } from './judge-environment.ts';
import { judgeSecrets } from './judge-secrets.ts';
import { listSealedSecrets, type SecretsStore } from './list-sealed-secrets.ts';
import type { DatabaseProbe, EnvironmentFacts, OrgProbe } from './ports.ts';
import { check, tryTo } from './try-to.ts';

/** A database that was opened as it is: no migration is applied. */
export interface DatabaseToExamine {
  probe: DatabaseProbe;
  store: WorkStore & SecretsStore;
  box: Pick<Sealer, 'open' | 'isOutdated'>;
}

/** An org that the companion is logged in to. */
export interface OrgToExamine {
  probe: OrgProbe;
  reader: Pick<OrgReader, 'readScoringConfig' | 'readMappings' | 'describeAccount'> &
    Pick<AlertReader, 'readAlertRules'>;
  access: 'read-only' | 'write-back';
  /** The channel of change events that is to be listened to; null where they are off. */
  changeChannel: string | null;
}

/** What is examined. Whatever cannot be opened throws, and is a finding then. */
export interface CheckUp {
  environment: EnvironmentFacts;
  /** Null for an embedded database that the first start makes. */
  openDatabase(): Promise<DatabaseToExamine | null>;
  openOrg(): Promise<OrgToExamine>;
  clock: Clock;
  /** What only other parts know to examine in an org, such as how its fields are mapped. */
  more?: ((org: OrgToExamine) => Promise<Finding[]>)[];
}

/** Examines everything, what leans on something after it, and changes nothing. */
export async function examine(checkUp: CheckUp): Promise<Finding[]> {
  const { environment } = checkUp;
  const database = await examineDatabase(checkUp);
  const org =
    environment.problems.length > 0
      ? [fail('org', 'login', 'not tried: the environment is not complete', 'Mend the environment first.')]
      : await examineOrg(checkUp, database.store);
  const findings = [...judgeEnvironment(environment), ...database.findings, ...org];
  return findings.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
}

/** The store is given on only where every migration is there for it to work on. */
async function examineDatabase({
  openDatabase,
  clock,
}: CheckUp): Promise<{ findings: Finding[]; store: WorkStore | null }> {
  const about = ['database', 'PostgreSQL', 'Start it, and check DATABASE_URL in .env.'] as const;
  const { value: opened, findings } = await tryTo(about, openDatabase);
  if (findings.length > 0) return { findings, store: null };
  if (opened === null) {
    return { findings: [ok('database', 'PostgreSQL', 'embedded; the first start makes it')], store: null };
  }
  const facts = await tryTo(about, () => opened.probe.facts());
  if (facts.value === null) return { findings: facts.findings, store: null };
  const { pending, broken } = facts.value.migrations;
  const judged = judgeDatabase(facts.value, clock().getTime());
  if (pending.length + broken.length > 0) return { findings: judged, store: null };
  const secrets = await check(['secrets', 'encryption key', about[2]], async () =>
    judgeSecrets(await listSealedSecrets(opened.store), opened.box),
  );
  return { findings: [...judged, ...secrets], store: opened.store };
}
