const PHONE = '(max-width: 767px)';
const TABLET = '(max-width: 1024px) and (pointer: coarse)';

let settings: Record<string, unknown> | undefined;

/** What the document says of its user: `i18n/timeZone` and the like; `otherwise` where it says nothing. */
export function sessionSetting<T>(name: string, otherwise: T): T {
  settings ??= JSON.parse(document.getElementById('session')?.textContent ?? '{}') as Record<string, unknown>;
  return (settings[name] as T | undefined) ?? otherwise;
}

/** The kind of device, as it was when the page was loaded: `Small` a phone, `Medium` a tablet, `Large` the rest. */
export function formFactor(): 'Small' | 'Medium' | 'Large' {
  if (window.matchMedia(PHONE).matches) return 'Small';
  return window.matchMedia(TABLET).matches ? 'Medium' : 'Large';
}
