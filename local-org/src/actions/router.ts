import { Router, type Request, type RequestHandler } from 'express';
import { notImplemented, SalesforceError } from '../errors.ts';
import { authenticate, requireApiEnabled } from '../http/authenticate.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { ActionError, type StandardAction } from './action.ts';
import { customNotificationAction } from './custom-notification-action.ts';
import { emailSimple } from './email-simple.ts';

const ACTIONS: readonly StandardAction[] = [customNotificationAction, emailSimple];
/** The most that one call of an invocable action takes. */
const MAX_INPUTS = 200;

interface ActionResult {
  actionName: string;
  errors: { statusCode: string; message: string; fields: string[] }[] | null;
  isSuccess: boolean;
  outputValues: Record<string, unknown> | null;
}

/**
 * Standard invocable actions: those that tell somebody of something.
 * https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_intro_invoking.htm
 */
export function actionsRouter(org: Org): Router {
  const router = Router();
  const base = '/services/data/:version/actions/standard';
  const guards: RequestHandler[] = [authenticate(org), requireApiEnabled];

  router.get(base, ...guards, (req, res) => {
    const path = pathOf(req);
    const actions = ACTIONS.map(({ name, label }) => ({
      ...{ label, name, type: name.toUpperCase() },
      url: `${path}/${name}`,
    }));
    res.json({ actions });
  });
  router.get(`${base}/:action`, ...guards, (req, res) => res.json(describe(requireAction(req))));
  router.post(`${base}/:action`, ...guards, (req, res) => {
    const action = requireAction(req);
    const results = readInputs(req.body).map((input) => run(action, org, userOf(res), input));
    res.status(results.every(({ isSuccess }) => isSuccess) ? 200 : 400).json(results);
  });
  return router;
}

const pathOf = (req: Request) => `/services/data/${String(req.params.version)}/actions/standard`;

function requireAction(req: Request): StandardAction {
  const name = String(req.params.action);
  const action = ACTIONS.find((each) => each.name === name);
  if (action) return action;
  throw notImplemented(`the action ${name}`);
}

function describe({ name, label, inputs }: StandardAction) {
  return {
    ...{ label, name, standard: true, targetEntityName: null, type: name.toUpperCase() },
    inputs: inputs.map(({ modelled: _, ...input }) => ({ ...input, byteLength: 0, description: null })),
    outputs: [],
  };
}

function readInputs(body: unknown): Record<string, unknown>[] {
  const inputs = (body as { inputs?: unknown } | null | undefined)?.inputs;
  const isList = Array.isArray(inputs) && inputs.every((each) => typeof each === 'object' && each !== null);
  if (!isList || inputs.length === 0) {
    throw new SalesforceError(
      'INVALID_INPUT',
      'The body has to hold "inputs", a list with an object for each call',
    );
  }
  if (inputs.length > MAX_INPUTS) {
    throw new SalesforceError('LIMIT_EXCEEDED', `An action takes at most ${MAX_INPUTS} inputs at a time`);
  }
  return inputs as Record<string, unknown>[];
}

function run(
  action: StandardAction,
  org: Org,
  user: UserContext,
  input: Record<string, unknown>,
): ActionResult {
  try {
    for (const name of Object.keys(input)) {
      const known = action.inputs.find((each) => each.name === name);
      if (!known) throw new ActionError('INVALID_INPUT', `${action.name} has no input parameter ${name}`);
      if (!known.modelled) {
        throw new ActionError('NOT_IMPLEMENTED', `The local org does not model the input ${name}`);
      }
    }
    const outputValues = action.run(org, user, input);
    return { actionName: action.name, errors: null, isSuccess: true, outputValues };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { statusCode, message } = error;
    const errors = [{ statusCode, message, fields: [] }];
    return { actionName: action.name, errors, isSuccess: false, outputValues: null };
  }
}
