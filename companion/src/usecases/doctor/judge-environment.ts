import { fail, ok, warn, type Finding } from './finding.ts';
import type { EnvironmentFacts } from './ports.ts';

/** Whether every variable is there and makes sense. Values are never told: they may be secrets. */
export function judgeEnvironment({ set, problems, unknown }: EnvironmentFacts): Finding[] {
  const wrong = problems.map((problem) => {
    const [name = ''] = problem.split(' ');
    return fail(
      'environment',
      name,
      problem,
      'Correct it in .env, which "npm run connect -- --target-org ALIAS" writes; .env.example tells of each.',
    );
  });
  const strange = unknown.map((name) =>
    warn('environment', name, 'is set, and nothing reads it', 'Compare its spelling with .env.example.'),
  );
  const well = ok(
    'environment',
    'variables',
    `${set.length} set (${set.join(', ')}), the others at their defaults`,
  );
  return [...(wrong.length === 0 ? [well] : wrong), ...strange];
}
