/** What an org answers when a component imports a field or an object by name. */
declare module '@salesforce/schema/*' {
  export interface FieldReference {
    fieldApiName: string;
    objectApiName: string;
  }
  const reference: FieldReference;
  export default reference;
}

/** The user's locale, such as `en-US`. */
declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

/** The user's time zone, such as `America/New_York`. */
declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

/** ISO code of the org's currency, such as `USD`. */
declare module '@salesforce/i18n/currency' {
  const currency: string;
  export default currency;
}

/** Id of the user, 18 characters. */
declare module '@salesforce/user/Id' {
  const userId: string;
  export default userId;
}

/** `Large` on a desktop, `Medium` on a tablet, `Small` on a phone. */
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
