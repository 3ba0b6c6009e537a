interface PageTemplate {
  /** Page types the template is for. */
  pageTypes: readonly string[];
  regions: readonly string[];
}

/** The page templates of Lightning Experience that the local org can lay out, with their own region names. */
export const PAGE_TEMPLATES: Readonly<Record<string, PageTemplate>> = {
  'flexipage:recordHomeTemplateDesktop': {
    pageTypes: ['RecordPage'],
    regions: ['header', 'main', 'sidebar'],
  },
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': {
    pageTypes: ['RecordPage'],
    regions: ['header', 'leftcol', 'rightcol'],
  },
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': { pageTypes: ['RecordPage'], regions: ['main'] },
  'flexipage:defaultAppHomeTemplate': { pageTypes: ['AppPage'], regions: ['main'] },
  'flexipage:appHomeTemplateTwoColumns': { pageTypes: ['AppPage'], regions: ['region1', 'region2'] },
  'home:desktopTemplate': {
    pageTypes: ['HomePage'],
    regions: ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  },
  'one:utilityBarTemplateDesktop': {
    pageTypes: ['UtilityBar'],
    regions: ['utilityItems', 'backgroundComponents'],
  },
};

/** The target that a component must be exposed for, by page type. */
export const TARGET_OF_PAGE_TYPE: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  UtilityBar: 'lightning__UtilityBar',
};
