import { Router } from 'express';
import type { Org } from '../org.ts';

/** The routes of this API family. */
export function restRouter(_org: Org): Router {
  return Router();
}
