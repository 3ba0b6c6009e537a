import { Router } from 'express';
import type { Org } from '../../org.ts';
import { choiceParameter, userOf, visibleObject } from '../request.ts';
import { LAYOUT_TYPES } from './layout-fields.ts';
import { LAYOUT_MODES, layoutRepresentation } from './layout-representation.ts';
import { recordDefaults } from './record-defaults.ts';

/** Layouts, and what a form for a new record starts with. */
export function layoutRoutes(org: Org): Router {
  const router = Router();

  router.get('/layout/:objectApiName', (request, response) => {
    const user = userOf(response);
    const object = visibleObject(org, user, request.params.objectApiName);
    const type = choiceParameter(request, 'layoutType', LAYOUT_TYPES, 'Full');
    const mode = choiceParameter(request, 'mode', LAYOUT_MODES, 'View');
    response.json(layoutRepresentation(org, user, object, type, mode));
  });

  router.get('/record-defaults/create/:objectApiName', (request, response) => {
    const user = userOf(response);
    const object = visibleObject(org, user, request.params.objectApiName);
    response.json(recordDefaults(org, user, object));
  });

  return router;
}
