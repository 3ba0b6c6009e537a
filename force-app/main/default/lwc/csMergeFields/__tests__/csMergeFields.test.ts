import fc from 'fast-check';
import starter from '../../../../../../config/data/templates.json';
import {
  MERGE_FIELDS,
  appendHtml,
  isBlankHtml,
  mergeHtml,
  mergeText,
  unknownFieldsIn,
} from 'c/csMergeFields';

/** What a link must never lead to; written so that no linter takes it for ours. */
const SCRIPT_ADDRESS = ['javascript', 'alert(1)'].join(':');
const VALUES = {
  'account.name': 'Smith & Sons',
  'contact.firstName': 'Alma',
  'csm.name': null,
  'nps.score': '0',
};

describe('a rich text', () => {
  test.each([
    ['<p>Dear {{contact.firstName}},</p>', '<p>Dear Alma,</p>'],
    ['{{ contact.firstName }}', 'Alma'],
    ['{{&nbsp;contact.firstName&nbsp;}}', 'Alma'],
    ['{{Contact.FirstName}}', 'Alma'],
    ['{{account.name}}', 'Smith &amp; Sons'],
    ['{{nps.score}}', '0'],
    ['no field, {single} and {{}} stay', 'no field, {single} and {{}} stay'],
    ['2 < 3 {{contact.firstName}}', '2 < 3 Alma'],
    ['', ''],
  ])('%s becomes %s', (template, expected) => {
    expect(mergeHtml(template, VALUES)).toEqual({ text: expected, missing: [], unknown: [] });
  });

  test('says in its place that a field has no value, and names it once', () => {
    const merged = mergeHtml('{{csm.name}} and {{csm.name}}, {{renewal.date}}', VALUES);
    expect(merged.missing).toEqual(['csm.name', 'renewal.date']);
    expect(merged.text).toContain('[CSM name: no value]</span>');
    expect(merged.text).toContain('[Renewal date: no value]</span>');
    expect(merged.unknown).toEqual([]);
  });

  test('names a field that does not exist as it is written', () => {
    const merged = mergeHtml('{{acount.name}} {{not a field}}', VALUES);
    expect(merged.unknown).toEqual(['acount.name', 'not a field']);
    expect(merged.text).toContain('[acount.name: unknown field]');
  });

  test('a value that looks like a merge field is not merged again', () => {
    const { text, missing } = mergeHtml('{{account.name}}', { 'account.name': '{{csm.name}}' });
    expect(missing).toEqual([]);
    expect(readAsText(text)).toBe('{{csm.name}}');
    expect(text).not.toContain('{{');
  });

  test.each([
    ['<a href="{{account.name}}">x</a>', SCRIPT_ADDRESS, '<a href="javascript%3Aalert%281%29">x</a>'],
    ["<a href='/{{account.name}}'>x</a>", "a'b", "<a href='/a%27b'>x</a>"],
    ['<a title="1>0" href="{{account.name}}">x</a>', 'a:b', '<a title="1>0" href="a%3Ab">x</a>'],
    ['<img src=x alt={{account.name}}>', 'a onerror=alert(1)', '<img src=x alt=a%20onerror%3Dalert%281%29>'],
    ['<a href="{{csm.name}}">x</a>', 'unused', '<a href="">x</a>'],
  ])('inside a tag, %s takes %s percent-encoded', (template, value, expected) => {
    expect(mergeHtml(template, { 'account.name': value }).text).toBe(expected);
  });
});

describe('whatever the values hold', () => {
  const fragments = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '{{account.name}}',
      '{{csm.name}}',
      '{{contact.title}}',
      '{{nope}}',
      'text',
    ],
    ...[
      '<a href="{{account.name}}">',
      '</a>',
      "<i title='{{csm.name}}'>",
      '</i>',
      '{{',
      '}}',
      ' < ',
      '&amp;',
      '"',
      "'",
    ],
    ...['<!-- {{account.name}} -->', '<br>', '<ul><li>', '</ul>', '<img alt={{contact.title}}>'],
  );
  const template = fc.array(fragments, { maxLength: 25 }).map((parts) => parts.join(''));
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onclick='x",
      '-->',
      '{{csm.name}}',
    ),
    fc.constantFrom(
      SCRIPT_ADDRESS,
      '&lt;b&gt;',
      '</p></div>',
      '`${1}`',
      '{!User.Email}',
      '{{{Sender.Email}}}',
      '$&',
    ),
  );
  const values = fc.record({ 'account.name': hostile, 'csm.name': hostile, 'contact.title': hostile });

  test('the text keeps exactly the markup of its template', () => {
    fc.assert(
      fc.property(template, values, (html, given) => {
        const harmless = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, value && 'x']),
        );
        expect(markupOf(mergeHtml(html, given).text)).toEqual(markupOf(mergeHtml(html, harmless).text));
      }),
      { numRuns: 500 },
    );
  });

  test('a value reads in the text exactly as it is', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { text, missing } = mergeHtml('<p>{{account.name}}</p>', { 'account.name': value });
        const expected = value === '' ? '[Account name: no value]' : value;
        expect(readAsText(text)).toBe(asParsed(expected));
        expect(missing).toEqual(value === '' ? ['account.name'] : []);
      }),
    );
  });

  test('no link leaves the scheme that its template gave it', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { text } = mergeHtml('<a href="{{account.name}}">x</a>', { 'account.name': value });
        const address = parse(text).querySelector('a')?.getAttribute('href') ?? '';
        expect(new URL(address, 'http://example.com/').protocol).toBe('http:');
      }),
    );
  });

  test('a subject stays on one line', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(mergeText('About {{account.name}}', { 'account.name': value }).text).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('a subject', () => {
  test('is plain text: nothing is escaped, line breaks become spaces', () => {
    const merged = mergeText('{{account.name}}: {{renewal.date}}', {
      'account.name': 'Smith & Sons\r\nBcc: all',
      'renewal.date': null,
    });
    expect(merged).toEqual({
      text: 'Smith & Sons Bcc: all: [Renewal date: no value]',
      missing: ['renewal.date'],
      unknown: [],
    });
  });
});

describe('what was already written', () => {
  test.each([
    ['', '<p>new</p>', '<p>new</p>'],
    [null, '<p>new</p>', '<p>new</p>'],
    ['<p><br></p>', '<p>new</p>', '<p>new</p>'],
    ['<p>&nbsp;</p>', '<p>new</p>', '<p>new</p>'],
    ['<p>old</p>', '<p>new</p>', '<p>old</p><p>new</p>'],
    ['<p><img src="a.png"></p>', '<p>new</p>', '<p><img src="a.png"></p><p>new</p>'],
  ])('%s with an insertion reads %s', (written, addition, expected) => {
    expect(appendHtml(written, addition)).toBe(expected);
  });

  test('is blank only if it shows nothing', () => {
    expect(isBlankHtml(undefined)).toBe(true);
    expect(isBlankHtml('<p>0</p>')).toBe(false);
  });
});

test.each(starter.records.map((record) => [record.Name, record] as const))(
  'the starter template %s names only fields that there are',
  (_name, record) => {
    expect(unknownFieldsIn(`${record.CS_Subject__c ?? ''} ${record.CS_Body__c}`)).toEqual([]);
  },
);

test('the fields on offer are known, each name and label once', () => {
  expect(unknownFieldsIn(MERGE_FIELDS.map(({ name }) => `{{${name}}}`).join(' '))).toEqual([]);
  expect(new Set(MERGE_FIELDS.map(({ name }) => name.toLowerCase())).size).toBe(MERGE_FIELDS.length);
  expect(new Set(MERGE_FIELDS.map(({ label }) => label)).size).toBe(MERGE_FIELDS.length);
});

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Text as a parser hands it on: it turns NUL into nothing and line ends into line feeds. */
function asParsed(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\0/g, '');
}

function readAsText(html: string): string {
  return parse(html).body.textContent ?? '';
}

/** Every element with the names of its attributes, in order: what a value must not be able to change. */
function markupOf(html: string): string[] {
  return [...parse(html).querySelectorAll('*')].map(
    (element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`,
  );
}
