/**
 * The targets a Lightning web component can name, and whether a targetConfig may offer properties there.
 * https://developer.salesforce.com/docs/platform/lwc/guide/targets.html
 */
export const BUNDLE_TARGETS: ReadonlySet<string> = new Set([
  ...['lightning__AppPage', 'lightning__HomePage', 'lightning__RecordPage', 'lightning__RecordAction'],
  ...['lightning__Tab', 'lightning__UtilityBar', 'lightning__Inbox', 'lightning__FlowScreen'],
  ...[
    'lightning__FlowAction',
    'lightning__GlobalAction',
    'lightning__UrlAddressable',
    'lightning__VoiceExtension',
  ],
  ...['lightning__ServiceDocument', 'lightning__EnablementProgram', 'lightning__ChannelExtension'],
  ...['lightning__AgentforceInput', 'lightning__AgentforceOutput', 'lightningCommunity__Page'],
  ...['lightningCommunity__Page_Layout', 'lightningCommunity__Theme_Layout', 'lightningCommunity__Default'],
  ...['lightningSnapin__ChatMessage', 'lightningSnapin__ChatHeader', 'lightningSnapin__Minimized'],
  ...['lightningSnapin__PreChat', 'lightningStatic__Email', 'analytics__Dashboard'],
]);

/** Elements of a targetConfig. https://developer.salesforce.com/docs/platform/lwc/guide/reference-configuration-tags.html */
export const TARGET_CONFIG_ELEMENTS: readonly string[] = [
  ...['property', 'objects', 'supportedFormFactors', 'actionType', 'event', 'hasStep', 'propertyType'],
];

export const PROPERTY_ATTRIBUTES: readonly string[] = [
  ...['name', 'type', 'label', 'description', 'default', 'datasource', 'max', 'min', 'placeholder'],
  ...['required', 'role', 'exposedTo', 'translatable', 'screenResponsive', 'filter'],
];

/** Types of a property on Lightning pages. */
export const PROPERTY_TYPES: readonly string[] = ['Boolean', 'Color', 'Integer', 'String'];

/** Targets whose objects can be limited, and whose properties have the types above. */
export const PAGE_TARGETS: readonly string[] = [
  ...['lightning__AppPage', 'lightning__HomePage', 'lightning__RecordPage', 'lightning__UtilityBar'],
];
