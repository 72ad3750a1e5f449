import { type LoaderFunctionArgs, type Params, redirect } from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { FORMATS, type Format, formatOf, twinPath } from "#app/twins.ts";
import type { Kind, OpenPage } from "./kind.ts";
import { answerProblem, problemOf } from "./problem.server.ts";
import { writeAtom } from "./write-atom.server.ts";
import { writeCsv } from "./write-csv.server.ts";
import { writeGeoJson } from "./write-geojson.ts";
import { writeJson } from "./write-json.ts";
import { writeText } from "./write-text.ts";

type Asked = { params: Params; url: URL; origin: string; now: () => Date; format: Format };

/**
 * The loader of a page's twins in other formats.
 * @param load the same that the page in HTML shows; a path where another page is meant
 */
export function twinLoader<Item extends object>(
  kind: Kind<Item>,
  load: (asked: Asked) => Promise<OpenPage<Item> | { elsewhere: string; status?: 301 }>,
) {
  return async function loader({ url, params, pattern, context }: LoaderFunctionArgs) {
    // Not of the address, where the extension may be written with capitals, a code or a slash after it.
    const format = formatOf(pattern);
    const { origin } = url;
    const now = () => context.get(visitorContext).now();
    try {
      const page = await load({ params, url, origin, now, format });
      if ("elsewhere" in page) throw redirect(twinPath(page.elsewhere, format), page.status);
      return format !== "txt" && page.problems.length > 0
        ? answerProblem({
            status: 400,
            title: "Something in the address cannot be understood",
            detail: page.problems.join(" "),
            problems: page.problems,
          })
        : answer(kind, page, { format, origin });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      return answerProblem(problem);
    }
  };
}

function answer<Item extends object>(
  kind: Kind<Item>,
  page: OpenPage<Item>,
  { format, origin }: { format: Format; origin: string },
): Response {
  const links = [
    [page.path, "alternate", "text/html"],
    ...(page.previous === undefined ? [] : [[twinPath(page.previous, format), "prev"]]),
    ...(page.next === undefined ? [] : [[twinPath(page.next, format), "next"]]),
  ];
  return new Response(write(kind, page, { format, origin }), {
    headers: {
      "Content-Type": `${FORMATS[format].type}; charset=utf-8`,
      Link: links
        .map(
          ([path, rel, type]) =>
            `<${origin}${path}>; rel="${rel}"${type ? `; type="${type}"` : ""}`,
        )
        .join(", "),
      // The page in HTML is the one to find.
      "X-Robots-Tag": "noindex",
    },
  });
}

function write<Item extends object>(
  kind: Kind<Item>,
  page: OpenPage<Item>,
  { format, origin }: { format: Format; origin: string },
): string {
  switch (format) {
    case "json":
      return writeJson(kind, page, origin);
    case "csv":
      return writeCsv(kind, page.items);
    case "geojson":
      return writeGeoJson(kind, page, origin);
    case "txt":
      return writeText(kind, page, origin);
    case "atom":
      return writeAtom(kind, page, { origin, siteName: describeSite().name });
  }
}
