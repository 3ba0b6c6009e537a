/** Elements that hold a credential, by the type whose files carry them. */
const SECRET_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ExtlClntAppGlobalOauthSettings: ['consumerKey', 'consumerSecret'],
};

/**
 * A stored file as it may leave the org. Consumer keys and secrets stay inside, as in an org that does not
 * allow access to them through the Metadata API, which is the default.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthsettings.htm
 */
export function withholdSecrets(type: string, text: string): string {
  return (SECRET_ELEMENTS[type] ?? []).reduce(
    (kept, name) => kept.replace(new RegExp(`\\s*<${name}>[^<]*</${name}>`, 'g'), ''),
    text,
  );
}
