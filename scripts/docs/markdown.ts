/** A fenced block, such as the one that begins with three backticks and `sh`. */
export interface Fence {
  language: string;
  /** Line of its first line of text, from 1. */
  line: number;
  text: string;
}

/** Inside a list it is indented. */
const FENCE = /^ *```(\w*)[^\n]*\n([\s\S]*?)^ *```/gm;

/** The fenced blocks of a page, in order. */
export function findFences(markdown: string): Fence[] {
  return [...markdown.matchAll(FENCE)].map((match) => ({
    language: match[1] ?? '',
    line: markdown.slice(0, match.index).split('\n').length + 1,
    text: match[2] ?? '',
  }));
}

/** The page without what is not prose: fenced blocks. Lines keep their numbers. */
export function withoutFences(markdown: string): string {
  return markdown.replace(FENCE, (block) => block.replace(/[^\n]/g, ''));
}

/** The anchors of a page's headings, as GitHub makes them: repeated ones are numbered. */
export function findAnchors(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutFences(markdown).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map((match) => {
    const slug = slugOf(match[1] ?? '');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** Where the links and pictures of a page lead, those in code left out. */
export function findLinks(markdown: string): string[] {
  const prose = withoutFences(markdown).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^\s)>]+)>?(?: "[^"]*")?\)/g)].map((match) => match[1] ?? '');
}

/** Code inside the prose, such as `npm start`, and the lines of fenced blocks. */
export function findCode(markdown: string): string[] {
  const spans = [...withoutFences(markdown).matchAll(/`([^`]+)`/g)].map((match) =>
    (match[1] ?? '').replace(/\s+/g, ' '),
  );
  return [...spans, ...findFences(markdown).flatMap(({ text }) => text.split('\n'))];
}

/** Small letters, no punctuation, a dash for each space: `Read-only or write-back` is `read-only-or-write-back`. */
function slugOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
