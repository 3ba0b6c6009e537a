import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { AlertSender, SendOutcome } from '../usecases/alert-ports.ts';
import { errorCodeOf, isBusyCode, isNetworkError, rootMessage } from './salesforce-error.ts';
import { literal, queryRows } from './soql.ts';

/** The notification type that force-app deploys. */
const NOTIFICATION_TYPE = 'CS_Alert';
/** What the org says when a limit of sending is reached: the same may be sent later. */
const LIMIT_CODES = /LIMIT|EXCEEDED/;
/** Network failures before anything was sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const idRow = z.object({ Id: z.string() });
const answers = z
  .array(
    z.object({
      isSuccess: z.boolean(),
      errors: z.array(z.object({ statusCode: z.string(), message: z.string() })).nullish(),
    }),
  )
  .min(1);
const description = z.object({ inputs: z.array(z.object({ name: z.string() })) });

/**
 * Sends through the org's own invocable actions, one message a call
 * (https://developer.salesforce.com/docs/atlas.en-us.pushImplGuide.meta/pushImplGuide/actions_obj_custom_notification.htm,
 * https://developer.salesforce.com/docs/atlas.en-us.262.0.api_action.meta/api_action/actions_obj_email_simple.htm).
 * A call is made once: whether one that broke off arrived is not known.
 */
export function createAlertSender(connection: Connection): AlertSender {
  const actions = `/services/data/v${connection.version}/actions/standard`;
  let typeId: string | undefined;
  let addressInput: string | undefined;

  const run = async (action: string, input: object): Promise<SendOutcome> => {
    try {
      const answer = await connection.request({
        method: 'POST',
        url: `${actions}/${action}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ inputs: [input] }),
      });
      const [first] = answers.parse(answer);
      if (first?.isSuccess) return { outcome: 'sent' };
      const [error] = first?.errors ?? [];
      return refused(error?.statusCode ?? 'UNKNOWN', error?.message ?? 'no reason given');
    } catch (error) {
      return toOutcome(error);
    }
  };
  /** What has to be known before anything is sent; when it cannot be, nothing was. */
  const prepared = async (
    prepare: () => Promise<string>,
    send: (value: string) => Promise<SendOutcome>,
  ): Promise<SendOutcome> => {
    let value: string;
    try {
      value = await prepare();
    } catch (error) {
      return { outcome: 'refused', retry: true, error: oneLine(error) };
    }
    return send(value);
  };

  return {
    sendBell: (userId, { title, body, target }) =>
      prepared(
        async () => (typeId ??= await findType(connection)),
        (customNotifTypeId) => {
          const where =
            'recordId' in target ? { targetId: target.recordId } : { targetPageRef: pageOf(target.tab) };
          return run('customNotificationAction', {
            ...{ customNotifTypeId, recipientIds: [userId], title, body },
            ...where,
          });
        },
      ),

    sendEmail: (address, { subject, body }) =>
      prepared(
        async () => (addressInput ??= await findAddressInput(connection, actions)),
        (input) => run('emailSimple', { [input]: address, emailSubject: subject, emailBody: body }),
      ),
  };
}

async function findType(connection: Connection): Promise<string> {
  const soql = `SELECT Id FROM CustomNotificationType WHERE DeveloperName = ${literal(NOTIFICATION_TYPE)}`;
  const [row] = await queryRows(connection, soql, idRow);
  if (row) return row.Id;
  throw new Error(
    `The org has no notification type ${NOTIFICATION_TYPE}; deploy force-app (npm run deploy).`,
  );
}

/** What the action calls the recipients depends on the release: `recipientAddresses` from API 65 on. */
async function findAddressInput(connection: Connection, actions: string): Promise<string> {
  const { inputs } = description.parse(await connection.request(`${actions}/emailSimple`));
  return inputs.some(({ name }) => name === 'recipientAddresses') ? 'recipientAddresses' : 'emailAddresses';
}

const pageOf = (tab: string) =>
  JSON.stringify({ type: 'standard__navItemPage', attributes: { apiName: tab } });

const refused = (code: string, message: string): SendOutcome => ({
  outcome: 'refused',
  retry: isBusyCode(code) || LIMIT_CODES.test(code) || LIMIT_CODES.test(message),
  error: `${code}: ${message}`,
});

function toOutcome(error: unknown): SendOutcome {
  const code = errorCodeOf(error);
  if (NEVER_SENT.has(code)) return { outcome: 'refused', retry: true, error: oneLine(error) };
  // The org's own word, or its proxy's: a server that broke down may have sent before it did.
  if (code !== '' && !isNetworkError(error) && !/^ERROR_HTTP_5/.test(code)) {
    return refused(code, rootMessage(error).split('\n')[0] ?? '');
  }
  return { outcome: 'unknown', error: oneLine(error) };
}

const oneLine = (error: unknown) => rootMessage(error).split('\n')[0] ?? '';
