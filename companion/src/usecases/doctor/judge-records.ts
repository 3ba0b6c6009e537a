import type { ConfigReading } from '../ports.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** What the org holds of the records that Tenure starts with. */
export interface StarterRecords {
  /** Null where it could not be read, which was told already. */
  config: ConfigReading | null;
  playbooks: number;
  activeAlertRules: number;
  /** What is wrong with rules that cannot be applied. */
  ruleProblems: string[];
}

const DEPLOY =
  'Run: npm run deploy -- --target-org ALIAS; it adds what is missing and changes nothing that is there.';

/** Whether configuration and starter records are there and make sense. */
export function judgeRecords({
  config,
  playbooks,
  activeAlertRules,
  ruleProblems,
}: StarterRecords): Finding[] {
  return [
    ...(config ? [judgeConfig(config)] : []),
    playbooks > 0
      ? ok('records', 'playbooks', `${playbooks} in the org`)
      : warn('records', 'playbooks', 'There is none', DEPLOY),
    ...judgeRules(activeAlertRules, ruleProblems),
  ];
}

function judgeConfig(config: ConfigReading): Finding {
  if (config.kind === 'read')
    return ok('records', 'scoring configuration', `version ${config.config.version} is active`);
  if (config.kind === 'none') {
    const detail = 'None is active: scores go on with the one used last, or the one Tenure comes with';
    return warn(
      'records',
      'scoring configuration',
      detail,
      `Activate one in the org, or add the first. ${DEPLOY}`,
    );
  }
  return fail(
    'records',
    'scoring configuration',
    config.problem,
    'Open the active record of Scoring Configurations in the app Customer Success and correct the value named here; until then scores go on with the one used last.',
  );
}

function judgeRules(active: number, problems: string[]): Finding[] {
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return [
      fail(
        'records',
        'alert rules',
        `${first}${more}`,
        'Open the rule in Alert Rules and correct what is named here; until then it is not applied.',
      ),
    ];
  }
  if (active > 0) return [ok('records', 'alert rules', `${active} active`)];
  return [
    warn(
      'records',
      'alert rules',
      'None is active: no alert is raised',
      `Activate one in Alert Rules, or add the first. ${DEPLOY}`,
    ),
  ];
}
