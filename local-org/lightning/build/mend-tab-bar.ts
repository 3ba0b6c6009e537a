const TAB_BAR = /\/lightning\/tabBar\/tabBar\.html$/;
const FAULTY = 'role="tab" part="tab-item tab-overflow"';
const MENDED = 'role="presentation" part="tab-item tab-overflow"';

/**
 * The open-source tab bar calls the place of its "More" button a tab, with the button inside it: a screen reader would
 * announce neither. On a narrow page with more tabs than fit it is there.
 *
 * @returns the mended template, or undefined for any other file
 * @throws Error when the template is not as it was: then see whether it still needs mending
 */
export function mendTabBar(code: string, file: string): string | undefined {
  if (!TAB_BAR.test(file)) return undefined;
  if (!code.includes(FAULTY)) throw new Error(`${file} has changed: expected ${FAULTY} to mend`);
  return code.replace(FAULTY, MENDED);
}
