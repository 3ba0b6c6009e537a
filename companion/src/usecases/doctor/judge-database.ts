import { fail, listSome, ok, warn, type Finding } from './finding.ts';
import type { DatabaseFacts, DatabaseMigrations } from './ports.ts';

/** The oldest PostgreSQL that is still looked after (https://www.postgresql.org/support/versioning/). */
const OLDEST_VERSION = 14;
/** Apart by more than this, runs are told at wrong times and leases end early. */
const MOST_SKEW_MS = 30_000;
/** A job is looked for every second: one that waits this long while none runs is stuck. */
const STUCK_SECONDS = 30 * 60;

/** Whether the database is one to work with: version, migrations, the queue of jobs, the clock. */
export function judgeDatabase(facts: DatabaseFacts, nowMs: number): Finding[] {
  const { kind, version, bytes, migrations, queue } = facts;
  const isOld = Number.parseInt(version, 10) < OLDEST_VERSION;
  const place = `PostgreSQL ${version}, ${kind === 'embedded' ? 'embedded' : 'a server'}, ${size(bytes)}`;
  return [
    isOld
      ? fail(
          'database',
          'PostgreSQL',
          place,
          `Move it to PostgreSQL ${OLDEST_VERSION} or newer; docs/run.md tells how.`,
        )
      : ok('database', 'PostgreSQL', place),
    ...judgeMigrations(migrations),
    judgeSkew('database', 'clock', facts.nowMs, nowMs),
    ...(queue ? [judgeQueue(queue)] : []),
  ];
}

function judgeMigrations({ applied, pending, unknown, broken }: DatabaseMigrations): Finding[] {
  const found: Finding[] = [];
  if (broken.length > 0) {
    found.push(
      fail(
        'database',
        'migrations',
        `${listSome(broken)} began and did not end`,
        'Restore the backup made before the upgrade, or follow "A migration that broke off" in docs/upgrade.md.',
      ),
    );
  }
  if (pending.length > 0) {
    found.push(
      fail(
        'database',
        'migrations',
        `${pending.length} not applied yet: ${listSome(pending)}`,
        'Back up, then run: npm run migrate (a start of the companion applies them too).',
      ),
    );
  }
  if (unknown.length > 0) {
    found.push(
      warn(
        'database',
        'migrations',
        `A newer version has applied ${listSome(unknown)}`,
        'Fine during an upgrade. Afterwards bring this one to the same version.',
      ),
    );
  }
  return found.length > 0 ? found : [ok('database', 'migrations', `all ${applied} applied`)];
}

function judgeQueue({
  waiting,
  oldestWaitingSeconds,
  failedInADay,
}: NonNullable<DatabaseFacts['queue']>): Finding {
  if (oldestWaitingSeconds > STUCK_SECONDS) {
    const minutes = Math.round(oldestWaitingSeconds / 60);
    return fail(
      'database',
      'job queue',
      `A job has waited for ${minutes} minutes: nobody takes any`,
      'Start the companion (npm run companion), or look at the log of the replicas.',
    );
  }
  const told = `${waiting} waiting, ${failedInADay} failed within a day`;
  if (failedInADay === 0) return ok('database', 'job queue', told);
  return warn('database', 'job queue', told, 'The status page names the runs that failed, and why.');
}

/** Whether a clock agrees with the one of this machine. */
export function judgeSkew(area: 'database' | 'org', name: string, theirMs: number, nowMs: number): Finding {
  const apart = Math.abs(theirMs - nowMs);
  const told = `${(apart / 1000).toFixed(apart < 10_000 ? 1 : 0)} s apart from the clock of this machine`;
  if (apart <= MOST_SKEW_MS) return ok(area, name, told);
  return fail(area, name, told, 'Let this machine set its clock by NTP (timedatectl set-ntp true).');
}

const MEGABYTE = 1024 * 1024;
const size = (bytes: number) => `${Math.max(1, Math.round(bytes / MEGABYTE)).toLocaleString('en-US')} MB`;
