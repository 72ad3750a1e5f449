import { pageOf } from "#app/domain/text/counting.ts";
import { twinPath } from "#app/twins.ts";
import type { Kind, OpenPage } from "./kind.ts";

export function writeText<Item>(kind: Kind<Item>, page: OpenPage<Item>, origin: string): string {
  const { title, notes, problems, about, items, next, first = 1, pages = 1 } = page;
  const said = [...notes, ...problems];
  return [
    `${title}${pageOf(page.page ?? 1, pages)}`,
    origin + page.path,
    ...(said.length > 0 ? ["", ...said] : []),
    ...(about ? ["", ...about.lines] : []),
    ...items.flatMap((item, index) => ["", ...numbered(kind.describe(item), first + index)]),
    ...(next === undefined ? [] : ["", `Next: ${origin}${twinPath(next, "txt")}`]),
    "",
  ].join("\n");
}

function numbered([name, ...lines]: [string, ...string[]], number: number): string[] {
  const indent = " ".repeat(String(number).length + 2);
  return [`${number}. ${name}`, ...lines.map((line) => indent + line)];
}
