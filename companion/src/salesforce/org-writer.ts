import type { Connection } from 'jsforce';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrgWriter, WriteRecord, WriteResult } from '../usecases/ports.ts';
import { keyedObject } from './keyed-objects.ts';
import { isBusyCode, toAppError } from './salesforce-error.ts';
import { COLLECTION_SIZE, createSender, sendCollection, type SaveResult, type Send } from './send-records.ts';
import { sendUnlocked } from './send-unlocked.ts';

/** What the org says of a record that is no more, or of a child of such a record. */
const GONE_CODES = new Set(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND']);

/** Writes to the org; a record that is refused does not hold up the others. */
export function createOrgWriter(
  connection: Connection,
  wait: (ms: number) => Promise<unknown> = sleep,
): OrgWriter {
  const collections = `/services/data/v${connection.version}/composite/sobjects`;
  const send = (records: object[]) => sendCollection(connection, 'PATCH', collections, records, wait);

  return {
    async write(object, records, onWait) {
      const { update, createBelow, upsert } = createSender(connection, { wait, onWait });
      try {
        if (object === 'Account') return await writeUnlocked(records, update(object), wait);
        const keyed = keyedObject(object);
        if (keyed.keyField === 'Id') return await writeUnlocked(records, update(object), wait);
        if (keyed.parentField === null) return await writeUnlocked(records, upsert(object, keyed), wait);
        const created = await writeUnlocked(records, createBelow(object, keyed), wait);
        const known = new Set(created.filter(isDuplicate).map(({ key }) => key));
        if (known.size === 0) return created;
        if (keyed.once)
          return created.map((result) => (known.has(result.key) ? written(result.key) : result));
        const updated = await writeUnlocked(
          records.filter(({ key }) => known.has(key)),
          upsert(object, keyed),
          wait,
        );
        return [...created.filter(({ key }) => !known.has(key)), ...updated];
      } catch (error) {
        throw toAppError(error, connection.instanceUrl);
      }
    },

    async setRunStatus(ids, status, completedOn) {
      try {
        for (let start = 0; start < ids.length; start += COLLECTION_SIZE) {
          const records = ids.slice(start, start + COLLECTION_SIZE).map((id) => ({
            attributes: { type: 'CS_Playbook_Run__c' },
            id,
            CS_Status__c: status,
            CS_Completed_On__c: completedOn,
          }));
          // One that is refused is found again by the next run.
          await send(records);
        }
      } catch (error) {
        throw toAppError(error, connection.instanceUrl);
      }
    },

    async setRequest(id, status, message, result) {
      const record = {
        attributes: { type: 'CS_Request__c' },
        id,
        CS_Status__c: status,
        CS_Message__c: message,
        ...(result ? { CS_Result__c: JSON.stringify(result) } : {}),
      };
      const [saved] = await send([record]).catch((error: unknown) => {
        throw toAppError(error, connection.instanceUrl);
      });
      const [error] = saved?.errors ?? [];
      if (error && !GONE_CODES.has(error.statusCode)) {
        throw toAppError(
          new Error(`request ${id}: ${error.statusCode} ${error.message}`),
          connection.instanceUrl,
        );
      }
    },
  };
}

async function writeUnlocked(
  records: WriteRecord[],
  send: Send,
  wait: (ms: number) => Promise<unknown>,
): Promise<WriteResult[]> {
  const answers = await sendUnlocked(records, send, wait);
  return records.map(({ key }, index) => toResult(key, answers[index]));
}

function toResult(key: string, answer: SaveResult | undefined): WriteResult {
  if (answer?.success) return { key, outcome: 'written' };
  const [error] = answer?.errors ?? [];
  if (!error)
    return { key, outcome: 'refused', retry: true, error: 'The org gave no answer for this record.' };
  if (GONE_CODES.has(error.statusCode)) return { key, outcome: 'gone' };
  const { statusCode, message } = error;
  // The parent that it names by key waits for its own next attempt.
  const lacksParent = message.startsWith('Foreign key external ID');
  const retry = lacksParent || isBusyCode(statusCode);
  return { key, outcome: 'refused', retry, error: `${statusCode}: ${message}` };
}

const written = (key: string): WriteResult => ({ key, outcome: 'written' });

const isDuplicate = (result: WriteResult) =>
  result.outcome === 'refused' && result.error.startsWith('DUPLICATE_VALUE');
