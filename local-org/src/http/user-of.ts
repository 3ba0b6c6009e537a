import type { Response } from 'express';
import type { UserContext } from '../security/types.ts';
import { sessionExpired } from './authenticate.ts';

/** The logged-in user of a request that `authenticate` let through. */
export function userOf(res: Response): UserContext {
  const { user } = res.locals;
  if (!user) throw sessionExpired();
  return user;
}
