import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';

/** An input of an action, as the org describes it. */
export interface ActionInput {
  name: string;
  label: string;
  type: 'REFERENCE' | 'STRING' | 'TEXTAREA';
  required: boolean;
  /** At most one value, or as many as `maxOccurs`. */
  maxOccurs: number;
  /** Whether the local org takes it; one that it does not take is refused. */
  modelled: boolean;
}

/** What an action refuses, in the words of an invocable action's answer. */
export class ActionError extends Error {
  readonly statusCode: string;

  constructor(statusCode: string, message: string) {
    super(message);
    this.name = 'ActionError';
    this.statusCode = statusCode;
  }
}

/** A standard invocable action. */
export interface StandardAction {
  name: string;
  label: string;
  inputs: readonly ActionInput[];
  /** @returns its output values */
  run(org: Org, user: UserContext, input: Readonly<Record<string, unknown>>): Record<string, unknown> | null;
}

/** A text that has to be there and to fit. */
export function requireText(
  input: Readonly<Record<string, unknown>>,
  name: string,
  maxLength: number,
): string {
  const value = input[name];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new ActionError('REQUIRED_FIELD_MISSING', `Missing required input parameter: ${name}`);
  }
  if (value.length > maxLength) {
    throw new ActionError('STRING_TOO_LONG', `${name}: data value too large (max length=${maxLength})`);
  }
  return value;
}
