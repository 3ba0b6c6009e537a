import { makeId } from '../../ids.ts';
import type { Row } from '../../records/row.ts';
import type { RowStore } from '../../records/row-store.ts';
import { toStoredDateTime } from '../../records/values/parse-date.ts';
import type { ObjectDef, Schema } from '../../schema/types.ts';
import type { Sequences } from '../../store/sequences.ts';
import type { DashboardDef } from '../model/dashboard-def.ts';
import type { ReportDef } from '../model/report-def.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  sequences: Sequences;
  now: () => Date;
  adminId: () => string;
}

export type FolderKind = 'Report' | 'Dashboard';

/** Keeps a record beside each deployed folder, report and dashboard, so that they have Ids and SOQL finds them. */
export interface ReportCatalog {
  saveFolder(kind: FolderKind, developerName: string, name: string, accessType: string): void;
  saveReport(def: ReportDef): void;
  saveDashboard(def: DashboardDef): void;
  remove(kind: FolderKind | 'Folder', fullName: string, folderKind?: FolderKind): void;
  /** The full name of what an Id belongs to (`CS_Reports/CS_At_Risk`); undefined when there is none. */
  fullNameOf(kind: FolderKind, id: string): string | undefined;
  /** The Id of a report or dashboard by full name. */
  idOf(kind: FolderKind, fullName: string): string | undefined;
  /** The Id of the folder that a full name begins with. */
  folderIdOf(kind: FolderKind, fullName: string): string | undefined;
}

/** Creates the catalog over the org's own record store. */
export function createReportCatalog({ schema, rows, sequences, now, adminId }: Parts): ReportCatalog {
  const object = (name: string): ObjectDef => {
    const found = schema.object(name);
    if (!found) throw new Error(`The standard schema has no ${name}`);
    return found;
  };

  function findFolder(kind: FolderKind, developerName: string): Row | undefined {
    return rows.findBy(object('Folder'), 'DeveloperName', developerName).find((row) => row.Type === kind);
  }

  function find(kind: FolderKind, fullName: string): Row | undefined {
    const [folder = '', name = ''] = fullName.split('/');
    const folderId = findFolder(kind, folder)?.Id;
    return rows
      .findBy(object(kind), 'DeveloperName', name)
      .find((row) => row[FOLDER_FIELD[kind]] === folderId);
  }

  function save(objectName: string, existing: Row | undefined, values: Row): void {
    const at = toStoredDateTime(now());
    const audit = { LastModifiedDate: at, LastModifiedById: adminId(), SystemModstamp: at };
    if (existing) return rows.update(object(objectName), String(existing.Id), { ...values, ...audit });
    const { keyPrefix } = object(objectName);
    const id = makeId(keyPrefix, sequences.next(keyPrefix));
    const created = { Id: id, IsDeleted: 0, CreatedDate: at, CreatedById: adminId() };
    rows.insert(object(objectName), { ...created, ...audit, ...values });
  }

  function inFolder(kind: FolderKind, fullName: string): Row {
    const [folder = '', name = ''] = fullName.split('/');
    const row = findFolder(kind, folder);
    return { [FOLDER_FIELD[kind]]: row?.Id ?? null, FolderName: row?.Name ?? null, DeveloperName: name };
  }

  return {
    saveFolder: (kind, developerName, name, accessType) =>
      save('Folder', findFolder(kind, developerName), {
        ...{ Name: name, DeveloperName: developerName, AccessType: accessType, Type: kind },
      }),
    saveReport: (def) =>
      save('Report', find('Report', def.fullName), {
        ...inFolder('Report', def.fullName),
        ...{ Name: def.name, Description: def.description ?? null, Format: def.format },
      }),
    saveDashboard({ fullName, title, description, runningUser }) {
      const user =
        runningUser.kind === 'user'
          ? rows.findBy(object('User'), 'Username', runningUser.username)[0]
          : undefined;
      save('Dashboard', find('Dashboard', fullName), {
        ...inFolder('Dashboard', fullName),
        ...{ Title: title, Description: description ?? null, RunningUserId: user?.Id ?? null },
        Type: runningUser.kind === 'user' ? 'SpecifiedUser' : 'LoggedInUser',
      });
    },
    remove(kind, fullName, folderKind = 'Report') {
      const row = kind === 'Folder' ? findFolder(folderKind, fullName) : find(kind, fullName);
      if (row) rows.erase(object(kind), String(row.Id));
    },
    fullNameOf(kind, id) {
      const row = rows.get(object(kind), id);
      const folder = row && rows.get(object('Folder'), String(row[FOLDER_FIELD[kind]]));
      return row && folder ? `${folder.DeveloperName}/${row.DeveloperName}` : undefined;
    },
    idOf: (kind, fullName) => textOf(find(kind, fullName)?.Id),
    folderIdOf: (kind, fullName) => textOf(findFolder(kind, fullName.split('/')[0] ?? '')?.Id),
  };
}

const FOLDER_FIELD: Readonly<Record<FolderKind, string>> = { Report: 'OwnerId', Dashboard: 'FolderId' };

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
