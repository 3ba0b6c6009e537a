import type { EnvironmentFacts } from '../usecases/doctor/ports.ts';
import { AppError } from '../errors.ts';
import { ENV_NAMES, readEnv } from './env.ts';
import { SECRET_FILE_NAMES } from './secret-files.ts';

/** Names that begin as ours do. */
const OURS = /^(SALESFORCE|COMPANION|SYNC|ALERTS?)_[A-Z_]+$/;

/** Tells which variables are set, which are wrong and which nothing reads. Never a value. */
export function reportEnv(source: Record<string, string | undefined>): EnvironmentFacts {
  const present = Object.keys(source).filter((name) => source[name]?.trim());
  return {
    set: ENV_NAMES.filter((name) => present.includes(name)),
    problems: findProblems(source),
    unknown: present.filter(
      (name) => OURS.test(name) && ![...ENV_NAMES, ...SECRET_FILE_NAMES].includes(name),
    ),
  };
}

function findProblems(source: Record<string, string | undefined>): string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.message.split('\n');
    throw error;
  }
}
