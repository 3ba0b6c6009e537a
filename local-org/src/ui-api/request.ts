import type { Request, Response } from 'express';
import type { Org } from '../org.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { isUiObject } from '../ui-model/ui-objects.ts';
import { badParameter, notFound } from './errors.ts';

/** The logged-in user of a request; `uiApiAccess` has run before. */
export function userOf(response: Response): UserContext {
  return response.locals.user as UserContext;
}

/** A query parameter's values: given once with commas, or several times. */
export function listParameter(request: Request, name: string): string[] {
  const given = request.query[name];
  const texts = Array.isArray(given) ? given.map(String) : given === undefined ? [] : [String(given)];
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** A query parameter's one value, or undefined. */
export function textParameter(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number within bounds, or its default. */
export function numberParameter(
  request: Request,
  name: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const text = textParameter(request, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw badParameter(name, `expected a whole number from ${min} to ${max}, not ${text}`);
}

/** One of a set of words, or its default. */
export function choiceParameter<T extends string>(
  request: Request,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const text = textParameter(request, name) ?? fallback;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw badParameter(name, `expected one of ${choices.join(', ')}, not ${text}`);
  return choice;
}

/** The object of that API name, when the user sees it through UI API. */
export function visibleObject(org: Org, user: UserContext, apiName: unknown): ObjectDef {
  const object = typeof apiName === 'string' ? org.schema.object(apiName) : undefined;
  if (!object || !isUiObject(object) || !user.canObject(object.name, 'read')) throw notFound();
  return object;
}
