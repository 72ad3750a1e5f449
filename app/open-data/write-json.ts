import { twinPath } from "#app/twins.ts";
import type { Kind, OpenPage } from "./kind.ts";

export function writeJson<Item>(kind: Kind<Item>, page: OpenPage<Item>, origin: string): string {
  const { title, notes, count, about } = page;
  const twin = (path: string | undefined) =>
    path === undefined ? null : origin + twinPath(path, "json");
  return JSON.stringify({
    title,
    url: origin + page.path,
    notes,
    ...(count !== undefined && { count, page: page.page, pages: page.pages }),
    previous: twin(page.previous),
    next: twin(page.next),
    ...about?.json,
    [kind.name]: page.items,
  });
}
