import { Router } from 'express';
import type { Org } from '../org.ts';

/** The routes of this API family. */
export function uiApiRouter(_org: Org): Router {
  return Router();
}
