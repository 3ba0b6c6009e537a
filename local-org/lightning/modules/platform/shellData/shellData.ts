import { callServer } from 'platform/http';

export interface OrgUser {
  id: string;
  username: string;
  name: string;
  title: string;
  profile: string;
}

export interface NavigationItem {
  name: string;
  label: string;
  kind: string;
  objectApiName?: string;
  url: string;
}

export interface ShellContext {
  user: OrgUser;
  users: OrgUser[];
  apps: { name: string; label: string; description: string }[];
  app: { name: string; label: string; items: NavigationItem[] };
}

export interface ObjectLayout {
  name: string;
  label: string;
  labelPlural: string;
  nameField: string;
  list: string[];
  related: { relationship: string; childObject: string; field: string; label: string }[];
}

const LAST_APP = 'lastApp';
const layouts = new Map<string, Promise<ObjectLayout>>();

/** Who is here, and what she sees; the app last chosen on this machine, unless another is named. */
export async function readShellContext(appName?: string): Promise<ShellContext> {
  const wanted = appName ?? localStorage.getItem(LAST_APP) ?? '';
  const context = await callServer<ShellContext>(
    'GET',
    `/lightning/shell/context?app=${encodeURIComponent(wanted)}`,
  );
  localStorage.setItem(LAST_APP, context.app.name);
  return context;
}

/** The page that `query` names, as the server made it from its FlexiPage. */
export function readPage<T>(query: Record<string, string>): Promise<T> {
  const app = localStorage.getItem(LAST_APP) ?? '';
  return callServer<T>('GET', `/lightning/shell/page?${new URLSearchParams({ ...query, app })}`);
}

/** The fields and related lists of an object for this user. */
export function readLayout(objectApiName: string): Promise<ObjectLayout> {
  const known = layouts.get(objectApiName);
  if (known) return known;
  const request = callServer<ObjectLayout>('GET', `/lightning/shell/layout/${objectApiName}`);
  request.catch(() => layouts.delete(objectApiName));
  layouts.set(objectApiName, request);
  return request;
}

/** The object that an Id belongs to. */
export async function readObjectOf(recordId: string): Promise<string> {
  const path = `/lightning/shell/object-of/${encodeURIComponent(recordId)}`;
  return (await callServer<{ objectApiName: string }>('GET', path)).objectApiName;
}

/** What a failure says to a person. */
export function messageOf(error: unknown): string {
  const body = (error as { body?: unknown } | undefined)?.body;
  const first = Array.isArray(body) ? (body[0] as unknown) : body;
  const message =
    (first as { message?: string } | undefined)?.message ??
    (error as { message?: string } | undefined)?.message;
  return message ?? 'Something went wrong, and the org did not say what.';
}
