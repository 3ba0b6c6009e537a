import { freezeTemplate, parseFragment, registerTemplate } from 'lwc';

type Template = Parameters<typeof registerTemplate>[0];
type IconLibrary = Record<string, Template>;

const libraries = new Map<string, IconLibrary>();

/**
 * What `lightning/iconSvgTemplates<Category>` exports, `{ utility_add: template, … }`, made as icons are asked
 * for: each template shows its symbol of the design system's sprite.
 */
export function iconLibrary(category: string): IconLibrary {
  const known = libraries.get(category) ?? createLibrary();
  libraries.set(category, known);
  return known;
}

function createLibrary(): IconLibrary {
  return new Proxy<IconLibrary>(
    {},
    {
      get(templates, key) {
        if (typeof key !== 'string' || !/^[a-z]+_\w+$/.test(key)) return undefined;
        return (templates[key] ??= createTemplate(key));
      },
    },
  );
}

function createTemplate(key: string): Template {
  const [, sprite, symbol] = /^([a-z]+)_(\w+)$/.exec(key)!;
  const href = `/assets/icons/${sprite}-sprite/svg/symbols.svg#${symbol}`;
  const markup = [
    '<svg',
    ' focusable="false"',
    ' aria-hidden="true" part="icon"',
    '><use href="' + href + '"',
    '></use></svg>',
  ];
  const fragment = parseFragment(markup as unknown as string[], 'c0', 'a0:data-key', 2, 3);
  // The shape of a compiled template, as the compiler writes it for one static element.
  const template = registerTemplate((($api: never, $cmp: { computedClass: string; name: string }) => {
    const { ncls, sp, st } = $api as Record<string, (...args: unknown[]) => unknown>;
    const part = sp!(0, { className: ncls!($cmp.computedClass), attrs: { 'data-key': $cmp.name } }, null);
    return [st!(fragment, 1, [part])];
  }) as unknown as Template);
  template.stylesheets = [];
  template.stylesheetToken = `lwc-icon-${key}`;
  freezeTemplate(template);
  return template;
}
