import type { CommandCheck, Proof } from './command-check.ts';

const CONNECT = 'e2e/system/connect.test.ts';
const connectTest = (title: string, says: string): Proof => ({ file: CONNECT, title, says });

const MAP = 'e2e/support/map-steps.ts';

const OPENS_A_BROWSER = 'opens a browser at Salesforce for a person to log in';
const MEASURES = 'measures for minutes, and means something on a quiet machine only';
const NEEDS_DEV_HUB = 'makes packages and scratch orgs on a Dev Hub, which there is none of here';
const NEEDS_DOCKER = 'needs a Docker daemon, which there is none of here';
const NEEDS_POSTGRES_TOOLS = 'needs the client tools of PostgreSQL, which no npm package brings';
const IS_THE_GATE = 'is the gate, which runs this very test';
const ORG = String.raw`--target-org (my-org|my-dev-org|verify)`;

/** What stands behind each command of the documentation. A new command needs an entry, or a test fails. */
export const COMMAND_CHECKS: readonly CommandCheck[] = [
  // The whole product, and its tests.
  {
    command: /^npm start$/,
    proof: {
      file: 'e2e/system/start-again.test.ts',
      title:
        'the next start is quick about what is done, keeps the data, and takes the next port when one is taken',
      says: 'startProduct({',
    },
  },
  { command: /^npm start -- --help$/, proof: { prints: /^Usage: npm start/m } },
  {
    command: /^npm start -- --dataset ravenstack --from DIR$/,
    proof: {
      file: 'e2e/system/dataset.test.ts',
      title: 'what can be loaded is loaded through the Bulk API and scored',
      says: "'--dataset', 'ravenstack', '--from'",
    },
  },
  { command: /^npm start -- --dataset generated --accounts 10000$/, proof: { cannotRun: MEASURES } },
  {
    command: /^(npm test|npm test -- scoring|npm run check|bash \.ci\/run)$/,
    proof: { cannotRun: IS_THE_GATE },
  },
  { command: /^npm run (measure|bench)\b/, proof: { cannotRun: MEASURES } },

  // What an admin does with the sf CLI.
  {
    command: /^npx sf org (login web --alias|open --target-org) [\w-]+$/,
    proof: { cannotRun: OPENS_A_BROWSER },
  },
  {
    command: new RegExp(`^npx sf org display ${ORG}$`),
    proof: connectTest(
      'makes keys, user and app, logs in, and writes an environment that only its owner reads',
      'connect(',
    ),
  },
  {
    command: /^npx sf org assign permset --name CS_User /,
    proof: {
      file: 'e2e/system/sf-cli.test.ts',
      title: 'a permission set is assigned and opens the fields',
      says: "'org', 'assign', 'permset', '--name', 'CS_User'",
    },
  },
  {
    command: new RegExp(`^npx sf data query ${ORG} --query "SELECT `),
    proof: {
      file: 'e2e/system/sf-cli.test.ts',
      title: 'records are imported as a tree and queried back',
      says: "'data', 'query', '--query'",
    },
  },
  {
    command: new RegExp(`^npm run deploy -- ${ORG} --dry-run$`),
    proof: connectTest(
      'asks whether the companion may write, where that is not said',
      "run('deploy', '--dry-run')",
    ),
  },
  {
    command: new RegExp(`^npm run deploy -- ${ORG}( --change-events)?$`),
    proof: connectTest(
      'asks whether the companion may write, where that is not said',
      "run('deploy', '--change-events')",
    ),
  },
  {
    command: new RegExp(`^npm run connect -- ${ORG} --read-only$`),
    proof: connectTest(
      'makes keys, user and app, logs in, and writes an environment that only its owner reads',
      "connect('--read-only')",
    ),
  },
  {
    command: new RegExp(`^npm run connect -- ${ORG} --write-back$`),
    proof: connectTest(
      'run again keeps user and keys, and lets the companion write what it held',
      "connect('--write-back')",
    ),
  },
  {
    command: new RegExp(`^npm run disconnect -- ${ORG}$`),
    proof: connectTest('disconnecting closes the door and deactivates the user', "run('disconnect',"),
  },
  {
    command: new RegExp(`^npm run undeploy -- ${ORG}$`),
    proof: connectTest('undeploying takes the pages away and leaves the data', "run('undeploy')"),
  },
  {
    command: new RegExp(`^npm run undeploy -- ${ORG} --delete-data$`),
    proof: connectTest('deleting the data leaves the org as it was', "run('undeploy', '--delete-data')"),
  },

  // The companion.
  {
    command: /^npm run companion$/,
    proof: {
      file: 'e2e/system/start-again.test.ts',
      title: 'JWT bearer logs in as well, and a second sync has nothing to write',
      says: 'companion/src/main.ts',
    },
  },
  { command: /^npm run companion -- doctor$/, proof: { prints: /^All is well\.$/m } },
  { command: /^npm run companion -- sync$/, proof: { prints: /scored \d+, pushed \d+, failed 0/ } },
  {
    command: /^npm run companion -- api-key create --name "[^"]+" --scopes [\w:,-]+( --days \d+)?$/,
    proof: { prints: /tenure_[\w-]{43}/, keeps: { name: '$TENURE_KEY', from: /tenure_[\w-]{43}/ } },
  },
  {
    command: /^curl -H "[^"]+" "http:\/\/localhost:4610\/v1\/accounts\?/,
    proof: { prints: /^\{"items":\[\{"id":/m },
  },
  { command: /^curl "\$COMPANION\/v1\/usage\/events" /, proof: { prints: /"accepted":3,"rejected":0/ } },
  { command: /^curl "\$COMPANION\/v1\/usage\/snapshots" /, proof: { prints: /"accepted":2,"rejected":0/ } },
  {
    command: /^npm run companion -- backtest --out report\.html --weights weights\.json$/,
    proof: {
      file: 'e2e/system/companion-api.test.ts',
      title: 'the history of the demo is too thin, and the back-test says so instead of proposing weights',
      says: "'backtest', '--out', report, '--weights', weights",
    },
  },
  {
    command: /^npm run companion -- backtest --csv FILE --label COLUMN --out report\.html$/,
    proof: {
      file: 'e2e/system/companion-api.test.ts',
      title: 'a labelled table with signal gives weights with a reason beside each, without the org',
      says: "'--csv',",
    },
  },
  {
    command: /^npm run companion -- import accounts --csv customers\.csv --dry-run$/,
    proof: {
      file: 'e2e/system/imports.test.ts',
      title: 'a dry run says what would become of each row, and writes nothing',
      says: "'--dry-run'",
    },
  },
  {
    command: /^npm run companion -- import accounts --csv customers\.csv$/,
    proof: {
      file: 'e2e/system/imports.test.ts',
      title: 'accounts come in by the map; a row at fault is told cell by cell and the rest is kept',
      says: "importOf('accounts'",
    },
  },
  { command: /^npm run companion -- import list$/, proof: { prints: /import/i } },
  {
    command: /^npm run companion -- hook create jira /,
    proof: {
      prints: /\/v1\/hooks\/jira\//,
      keeps: { name: 'ID', from: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/ },
    },
  },
  { command: /^npm run companion -- hook list$/, proof: { prints: /Service desk/ } },
  { command: /^npm run companion -- hook inbox$/, proof: { prints: /wait/i } },
  { command: /^npm run companion -- hook revoke ID$/, proof: { prints: /revoked/i } },
  { command: /^npm run companion -- connect list$/, proof: { prints: /connection|org/i } },
  {
    command: /^npm run companion -- connect add acme .*--flow client-credentials /,
    proof: {
      file: 'companion/src/cli/operate.test.ts',
      title: 'a connection is added with its secret sealed and never printed, listed, and removed',
      says: "'connect', 'add', 'acme', '--flow', 'client-credentials'",
    },
  },
  {
    command: /^npm run companion -- connect (add beta .*--flow web-server |link beta$)/,
    proof: {
      file: 'e2e/system/durability.test.ts',
      title: 'is connected by a person in a browser, works for itself, and delays nobody when it is gone',
      says: "'connect', 'link'",
    },
  },

  // Own fields.
  {
    command: /^npm run companion -- map preview ARR=/,
    proof: {
      file: MAP,
      title: 'previews what a mapping would do to accounts, and does nothing',
      says: "'map', 'preview'",
    },
  },
  {
    command: /^npm run companion -- map set (ARR|Tier)=/,
    proof: {
      file: MAP,
      title: 'mirrors what is mapped, by the command line and by the page alike',
      says: "'map', 'set', 'Tier=Segment__c', '--value', 'Gold=Strategic'",
    },
  },
  {
    command: /^npm run companion -- map set Health=.* --highest 10$/,
    proof: {
      file: 'companion/src/cli/map-command.test.ts',
      title: 'keeps what the highest of the own values is',
      says: "'Health=Customer_Score__c', '--highest', '10'",
    },
  },
  {
    command: /^npm run companion -- map list$/,
    proof: {
      file: MAP,
      title: 'mirrors what is mapped, by the command line and by the page alike',
      says: "'map', 'list'",
    },
  },
  {
    command: /^npm run companion -- map check$/,
    proof: {
      file: MAP,
      title:
        'follows the own field, sets back what was typed over, and tells of a value that stands for nothing',
      says: "'map', 'check'",
    },
  },
  {
    command: /^npm run companion -- map unset Tier$/,
    proof: {
      file: MAP,
      title: 'leaves the last value when a field is mapped no more, and never wrote an own field',
      says: "'map', 'unset', 'Tier'",
    },
  },

  // The doctor, containers, back-up and upgrades.
  {
    command: /^npm run doctor( -- --json)?$/,
    proof: {
      file: 'e2e/support/doctor-steps.ts',
      title: 'names an environment file that others may read',
      says: 'await failures()',
    },
  },
  {
    command: new RegExp(`^npm run doctor -- ${ORG}$`),
    proof: {
      file: 'e2e/support/doctor-steps.ts',
      title: 'finds a connected org in order, looked at as the companion and as the admin',
      says: "examine(['--target-org', 'local'])",
    },
  },
  {
    command: /^npm run migrate$/,
    proof: {
      file: 'e2e/support/doctor-steps.ts',
      title: 'names migrations that a server lacks, and its remedy applies them',
      says: "run('migrate', [], env)",
    },
  },
  {
    command: /^npm run companion -- backup --out [\w-]+\.gz$/,
    proof: {
      file: 'companion/src/cli/backup-command.test.ts',
      title: 'writes a file for its owner alone, and restores it line for line',
      says: "run('--out', 'b.gz')",
    },
  },
  {
    command: /^DATABASE_URL=\S+ npm run companion -- backup --restore tenure\.gz$/,
    proof: {
      file: 'companion/src/cli/backup-command.test.ts',
      title: 'writes a file for its owner alone, and restores it line for line',
      says: "run('--restore', 'b.gz')",
    },
  },
  { command: /^pg_(dump|restore) /, proof: { cannotRun: NEEDS_POSTGRES_TOOLS } },
  {
    command: /^(echo "POSTGRES_PASSWORD=|TENURE_UID=.* docker compose |docker compose )/,
    proof: { cannotRun: NEEDS_DOCKER },
  },
  {
    command: /^npx sf (package |org create scratch )/,
    proof: { cannotRun: NEEDS_DEV_HUB },
  },
  { command: /^(npm run typecheck|git pull && npm ci)$/, proof: { cannotRun: IS_THE_GATE } },
];
