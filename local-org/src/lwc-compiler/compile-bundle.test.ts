import { describe, expect, test } from '@jest/globals';
import { compileBundle } from './compile-bundle.ts';

const META = '<LightningComponentBundle><apiVersion>66.0</apiVersion></LightningComponentBundle>';
const script = (body: string, imports = '') =>
  `import { LightningElement } from 'lwc';\n${imports}export default class CsX extends LightningElement {\n${body}\n}\n`;
const compile = (files: Record<string, string>, known?: string[]) =>
  compileBundle(
    'csX',
    { 'csX.js-meta.xml': META, ...files },
    known ? { moduleExists: (specifier) => known.includes(specifier) } : {},
  );

describe('a bundle that compiles', () => {
  test('yields one module a file, with relative imports that name their file', async () => {
    const { modules, problems } = await compile({
      'csX.js': script('', "import { label } from './csXModel';\nconsole.log(label);\n"),
      'csX.html': '<template><p>{label}</p></template>',
      'csX.css': 'p { color: inherit; }',
      'csXModel.js': "export const label = 'x';\n",
    });
    expect(problems).toEqual([]);
    expect([...modules.keys()].sort()).toEqual([
      'csX.css',
      'csX.html',
      'csX.js',
      'csX.scoped.css',
      'csXModel.js',
    ]);
    expect(modules.get('csX.js')).toContain('"./csX.html"');
    expect(modules.get('csX.js')).toContain("'./csXModel.js'");
    expect(modules.get('csX.html')).toContain('"./csX.scoped.css"');
  });

  test('gives an empty module for the template and the stylesheet that nobody wrote', async () => {
    const { modules } = await compile({ 'csX.js': script('') });
    expect(modules.get('csX.html')).toBe('export default undefined;\n');
  });

  test('leaves TypeScript, tests and icons out', async () => {
    const { modules } = await compile({
      'csX.js': script(''),
      'csX.ts': 'not compiled {',
      'csX.svg': '<svg/>',
      '__tests__/csX.test.js': 'not compiled {',
    });
    expect([...modules.keys()].sort()).toEqual(['csX.html', 'csX.js']);
  });

  test('keeps private fields, which the platform accepts', async () => {
    const { problems } = await compile({
      'csX.js': script('  #count = 0;\n  get n() { return this.#count; }'),
    });
    expect(problems).toEqual([]);
  });

  test('takes a service module without a class and a library of styles alone', async () => {
    expect((await compile({ 'csX.js': 'export const one = 1;\n' })).problems).toEqual([]);
    expect((await compile({ 'csX.css': 'p { color: inherit; }' })).problems).toEqual([]);
  });
});

describe('a bundle that a deploy refuses', () => {
  test.each([
    ['a private method', '  #hidden() {}', 'Private methods (#name())', 3, 3],
    ['a static block', '  static { let a = 1; }', 'Static class blocks', 3, 3],
    ['an accessor field', '  accessor a = 1;', 'The accessor keyword', 3, 12],
    ['a syntax error', '  open( {', 'Unexpected token', 5, 1],
    ['an unknown decorator', '  @foo a;', 'Only the decorators api, wire and track', 3, 3],
  ])('names file, line and column of %s', async (_, body, message, line, column) => {
    const { problems } = await compile({ 'csX.js': script(body) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'csX.js', line, column });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.message).not.toMatch(/\n|\/csX\.js/);
  });

  test('names every problem of a template', async () => {
    const { problems } = await compile({
      'csX.js': script(''),
      'csX.html': '<template>\n<div lwc:foo={a}></div>\n<b onclick="x"></b></template>',
    });
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(problems[0]?.message).toContain('lwc:foo');
  });

  test('names an unclosed block of a stylesheet', async () => {
    const { problems } = await compile({ 'csX.js': script(''), 'csX.css': '\np { color: red' });
    expect(problems).toMatchObject([{ file: 'csX.css', line: 2 }]);
    expect(problems[0]?.message).toContain('Unclosed block');
  });

  test('refuses a bundle of TypeScript alone, which the platform would empty in silence', async () => {
    const { problems } = await compile({ 'csX.ts': 'export default 1;' });
    expect(problems).toMatchObject([{ file: 'csX.js', message: expect.stringContaining('csX.js') }]);
  });

  test('refuses dynamic components without the capability and takes them with it', async () => {
    const files = {
      'csX.js': script(''),
      'csX.html': '<template><lwc:component lwc:is={x}></lwc:component></template>',
    };
    expect((await compile(files)).problems[0]?.message).toContain('dynamic components');
    const meta = META.replace(
      '</Light',
      '<capabilities><capability>lightning__dynamicComponent</capability></capabilities></Light',
    );
    expect((await compile({ ...files, 'csX.js-meta.xml': meta })).problems).toEqual([]);
  });

  test.each([
    ["import a from './gone';\n", './gone', 'csX.js', 2],
    ["import b from 'c/unknown';\n", 'c/unknown', 'csX.js', 2],
    [
      "import c from '@salesforce/schema/Account.Unknown__c';\n",
      '@salesforce/schema/Account.Unknown__c',
      'csX.js',
      2,
    ],
  ])('names an import that leads nowhere: %s', async (imports, specifier, file, line) => {
    const { problems } = await compile({ 'csX.js': script('', imports) }, ['lightning/card']);
    expect(problems).toMatchObject([{ file, line, message: expect.stringContaining(`"${specifier}"`) }]);
  });

  test('names a tag without a component, but not one in a comment', async () => {
    const { problems } = await compile(
      {
        'csX.js': script(''),
        'csX.html':
          '<template>\n<!-- <c-old></c-old> -->\n<lightning-card></lightning-card>\n  <c-not-there></c-not-there></template>',
      },
      ['lightning/card'],
    );
    expect(problems).toEqual([
      { file: 'csX.html', line: 4, column: 3, message: 'No component "c/notThere" found for <c-not-there>.' },
    ]);
  });
});
