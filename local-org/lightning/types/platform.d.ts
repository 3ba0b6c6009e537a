declare module '@salesforce/user/Id' {
  const userId: string;
  export default userId;
}

declare module '@salesforce/i18n/currency' {
  const currency: string;
  export default currency;
}

declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Small' | 'Medium' | 'Large';
  export default formFactor;
}

declare module 'lightning/toast' {
  const Toast: { show(config: object, source: unknown): Promise<void> };
  export default Toast;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    static open(config: object): Promise<unknown>;
    label: string;
    size: string;
    close(result?: unknown): void;
  }
}

declare module 'lightning/purifyLib' {
  /** HTML without anything that could run: DOMPurify, as the base components use it. */
  export default function sanitizeHtml(dirty: string): string;
}
