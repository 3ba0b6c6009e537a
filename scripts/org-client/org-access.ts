/** Where an org is and the token that opens it. The token is a secret: it never reaches a log, a URL or a file. */
export interface OrgAccess {
  /** `https://host`, with or without a trailing slash. */
  readonly instanceUrl: string;
  readonly accessToken: string;
}
