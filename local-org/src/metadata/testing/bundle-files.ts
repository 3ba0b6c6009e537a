import type { PackageFiles } from './deploy-files.ts';

/** The files of a small Lightning web component; `meta` is the body of its configuration. */
export function bundleFiles(
  name: string,
  meta: string,
  script?: string,
  html = '<template></template>',
): PackageFiles {
  const className = name[0]!.toUpperCase() + name.slice(1);
  return {
    [`lwc/${name}/${name}.js`]:
      script ??
      `import { LightningElement } from 'lwc';\nexport default class ${className} extends LightningElement {}\n`,
    [`lwc/${name}/${name}.html`]: html,
    [`lwc/${name}/${name}.js-meta.xml`]: meta,
  };
}

/** The configuration of a component for record pages. */
export const RECORD_PAGE_META =
  '<apiVersion>66.0</apiVersion>\n<isExposed>true</isExposed>\n<targets><target>lightning__RecordPage</target></targets>';
