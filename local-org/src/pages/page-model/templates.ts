/** The regions of a page template, row by row, each with its width in twelfths. */
export type TemplateRows = readonly (readonly (readonly [region: string, size: number])[])[];

/** The platform's own templates for the desktop. Custom templates are Aura components and not modelled. */
export const TEMPLATES: Readonly<Record<string, TemplateRows>> = {
  'flexipage:recordHomeTemplateDesktop': [
    [['header', 12]],
    [
      ['main', 8],
      ['sidebar', 4],
    ],
  ],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': [
    [['header', 12]],
    [['subheader', 12]],
    [
      ['main', 8],
      ['sidebar', 4],
    ],
  ],
  'flexipage:recordHomeThreeColTemplateDesktop': [
    [['header', 12]],
    [
      ['leftsidebar', 3],
      ['main', 6],
      ['rightsidebar', 3],
    ],
  ],
  'flexipage:recordHomeSimpleViewTemplate': [
    [
      ['main', 8],
      ['sidebar', 4],
    ],
  ],
  'flexipage:defaultAppHomeTemplate': [[['main', 12]]],
  'home:desktopTemplate': [
    [
      ['top', 8],
      ['sidebar', 4],
    ],
    [
      ['bottomLeft', 6],
      ['bottomRight', 6],
    ],
  ],
};
