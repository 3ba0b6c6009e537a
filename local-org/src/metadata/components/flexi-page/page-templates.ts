interface PageTemplate {
  /** The type of page that the template is for. */
  pageType: string;
  regions: readonly string[];
}

/** The page templates of Lightning Experience that the local org lays out, with their own region names. */
export const PAGE_TEMPLATES: Readonly<Record<string, PageTemplate>> = {
  'flexipage:recordHomeTemplateDesktop': { pageType: 'RecordPage', regions: ['header', 'main', 'sidebar'] },
  'flexipage:recordHomeWithSubheaderTemplateDesktop': {
    pageType: 'RecordPage',
    regions: ['header', 'subheader', 'main', 'sidebar'],
  },
  'flexipage:defaultAppHomeTemplate': { pageType: 'AppPage', regions: ['main'] },
  'home:desktopTemplate': {
    pageType: 'HomePage',
    regions: ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  },
};

/** The target that a component must be exposed for, by page type. */
export const TARGET_OF_PAGE_TYPE: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
};
