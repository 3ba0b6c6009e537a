/** API versions the local org answers to, all alike; the last is the one it models. */
export const API_VERSIONS = [
  { version: '62.0', label: "Winter '25" },
  { version: '63.0', label: "Spring '25" },
  { version: '64.0', label: "Summer '25" },
  { version: '65.0', label: "Winter '26" },
  { version: '66.0', label: "Spring '26" },
] as const;

/** The list at `/services/data`, which needs no login. */
export function listVersions(): { label: string; url: string; version: string }[] {
  return API_VERSIONS.map(({ version, label }) => ({ label, url: `/services/data/v${version}`, version }));
}

/** The sf CLI reads the user at v51.0 whenever it logs in, whatever versions the org lists. */
const CLI_LOGIN_VERSION = '51.0';

/** Whether `66.0` is a version that is served. */
export function isServedVersion(version: string): boolean {
  return version === CLI_LOGIN_VERSION || API_VERSIONS.some((served) => served.version === version);
}
