import MarkdownIt, { type Token } from "markdown-it";

const LOWEST = 6;

// Raw HTML is shown as text. No pictures: they would be loaded from elsewhere.
const markdown = new MarkdownIt({ html: false, linkify: false }).disable("image");

markdown.validateLink = (address) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address.trim());

type RenderedRules = { title: string; html: string };

/** A first heading of the first level is the page's title; the others start at h2. */
export function renderRules(text: string): RenderedRules {
  const tokens = markdown.parse(text, {});
  const [opening, words] = tokens;
  const hasTitle = opening?.type === "heading_open" && opening.tag === "h1";
  const rest = hasTitle ? tokens.slice(3) : tokens;
  const levels = rest.filter(({ type }) => type === "heading_open").map(levelOf);
  const shift = 2 - Math.min(...levels, LOWEST);
  for (const token of rest) {
    if (/^heading_/.test(token.type)) {
      token.tag = `h${Math.min(levelOf(token) + shift, LOWEST)}`;
    }
    // Columns of a table are aligned by a style attribute, which the site forbids.
    if (/^t[hd]_open$/.test(token.type)) token.attrs = null;
    for (const child of token.children ?? []) {
      if (child.type === "link_open") child.attrSet("rel", "nofollow noopener");
    }
  }
  const title = hasTitle && words ? textOf(words) : "";
  return {
    title: title || "Community rules",
    html: markdown.renderer.render(rest, markdown.options, {}),
  };
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}

function textOf({ children }: Token): string {
  return (children ?? [])
    .map(({ content }) => content)
    .join("")
    .trim();
}
