import { generateAtomFeed } from "feedsmith";
import { FORMATS, twinPath } from "#app/twins.ts";
import type { Changes, FeedEntry, Kind, OpenPage } from "./kind.ts";

type Situation = { origin: string; siteName: string };

const NO_CHANGES: Changes = new Map();

/** RFC 4287. */
export function writeAtom<Item>(
  { entry }: Kind<Item>,
  page: OpenPage<Item>,
  { origin, siteName }: Situation,
): string {
  const entries = entry ? page.items.map((item) => entry(item, page.changes ?? NO_CHANGES)) : [];
  const link = (rel: string, path: string | undefined) =>
    path === undefined
      ? []
      : [{ rel, href: origin + twinPath(path, "atom"), type: FORMATS.atom.type }];
  return generateAtomFeed({
    id: tagOf(origin, page.path),
    title: { value: plain(`${page.title} · ${siteName}`) },
    // A feed without entries has not changed since there is anything to read.
    updated: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))),
    authors: [{ name: plain(siteName) }],
    links: [
      ...link("self", page.path),
      { rel: "alternate", href: origin + page.path, type: "text/html" },
      ...link("next", page.next),
      ...link("previous", page.previous),
    ],
    entries: entries.map((one) => ({
      id: tagOf(origin, one.id),
      title: { value: plain(one.title) },
      links: [{ rel: "alternate", href: one.url, type: "text/html" }],
      ...(one.by !== null && { authors: [{ name: plain(one.by) }] }),
      published: one.createdAt,
      updated: one.updatedAt,
      content: { type: "html", value: paragraphsOf(one) },
    })),
  });
}

/** RFC 4151. The day is any on which the site had its name. */
function tagOf(origin: string, path: string): string {
  const { hostname } = new URL(origin);
  return `tag:${hostname},2026-01-01:${path.startsWith("/") ? path.slice(1) : path}`;
}

function paragraphsOf({ paragraphs }: FeedEntry): string {
  return paragraphs.map((text) => `<p>${escapeHtml(plain(text))}</p>`).join("");
}

// Characters that XML cannot hold.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function plain(text: string): string {
  return text.replace(NOT_XML, "");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
