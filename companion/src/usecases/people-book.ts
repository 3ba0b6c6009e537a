import type { AlertPerson } from '../domain/alerts/choose-recipient.ts';
import type { AlertReader } from './alert-ports.ts';

/** Users, each read once, with their managers. */
export interface PeopleBook {
  /** Those who were loaded so far. */
  people: ReadonlyMap<string, AlertPerson>;
  load(userIds: Iterable<string | null>): Promise<void>;
}

/** A book for one run: who is active, and where, may be another matter in the next. */
export function createPeopleBook(reader: Pick<AlertReader, 'readPeople'>): PeopleBook {
  const people = new Map<string, AlertPerson>();
  const asked = new Set<string>();
  const read = async (userIds: Iterable<string | null>) => {
    const missing = [...new Set(userIds)].filter((id): id is string => id !== null && !asked.has(id));
    if (missing.length === 0) return;
    missing.forEach((id) => asked.add(id));
    for (const person of await reader.readPeople(missing)) people.set(person.userId, person);
  };
  return {
    people,
    async load(userIds) {
      const ids = [...userIds];
      await read(ids);
      await read(ids.map((id) => (id === null ? null : (people.get(id)?.managerId ?? null))));
    },
  };
}
