interface StandardComponent {
  properties: readonly string[];
  /** Properties whose value is the name of a facet of the page. */
  facets?: readonly string[];
}

const RELATED_LIST = [
  ...['parentFieldApiName', 'relatedListApiName', 'relatedListComponentOverride', 'rowsToDisplay'],
  ...['showActionBar', 'relatedListDisplayType', 'relatedListLabel', 'relatedListFieldAliases'],
  ...['sortFieldAlias', 'sortFieldOrder', 'maxRecordsToDisplay', 'adminFilters', 'actionNames'],
];

/** The platform's own page components that the local org knows, with the properties each takes. */
export const STANDARD_COMPONENTS: Readonly<Record<string, StandardComponent>> = {
  'flexipage:accordion': { properties: ['label', 'sections'], facets: ['sections'] },
  'flexipage:accordionSection': { properties: ['body', 'label'], facets: ['body'] },
  'flexipage:column': { properties: ['body'], facets: ['body'] },
  'flexipage:fieldSection': { properties: ['columns', 'horizontalAlignment', 'label'], facets: ['columns'] },
  'flexipage:filterListCard': {
    properties: [
      'enableInlineEdit',
      'entityName',
      'filterName',
      'hideActionBar',
      'hideSearchBar',
      'pageSize',
    ],
  },
  'flexipage:richText': { properties: ['decorate', 'richTextValue'] },
  'flexipage:tab': { properties: ['active', 'body', 'title'], facets: ['body'] },
  'flexipage:tabset': { properties: ['label', 'tabs'], facets: ['tabs'] },
  'force:detailPanel': { properties: [] },
  'force:highlightsPanel': {
    properties: [
      ...['actionNames', 'collapsed', 'enableActionsConfiguration', 'enableActionsInNative'],
      ...['hideChatterActions', 'numVisibleActions'],
    ],
  },
  'force:relatedListContainer': { properties: ['relatedListComponentOverride', 'relatedListQuickLinks'] },
  'force:relatedListSingleContainer': { properties: RELATED_LIST },
  'lst:dynamicRelatedList': { properties: RELATED_LIST },
  'forceChatter:recordFeedContainer': { properties: ['context'] },
  'runtime_sales_activities:activityPanel': { properties: ['showLegacyActivityComposer'] },
};
