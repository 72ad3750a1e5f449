type Pages = Record<string, readonly string[] | "personal">;

/** React Router's parameter in data requests: which loaders to run. */
const DATA_PARAMETER = "_routes";

/** Makes a function that says of a path whether it is a page of the visitor's own. */
export function personalPages(pages: Pages): (path: string) => boolean {
  const patterns = patternsOf(pages);
  return (path) => patterns.find(({ isMatch }) => isMatch.test(path))?.parameters === "personal";
}
/** How a parameter's value is written in the address: whatever is impossible, the same way. */
type Canonical = Record<string, (value: string) => string>;

/**
 * Makes a function from a path with its query to the address under which a public page is cached, if any.
 * @param pages the parameters that each page reads, in order; the first matching pattern counts
 */
export function publicAddresses(
  pages: Pages,
  canonical: Canonical = {},
): (path: string) => string | undefined {
  const patterns = patternsOf(pages);
  return function publicAddress(path) {
    const [, asked = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(path) ?? [];
    const isData = asked.endsWith(".data");
    const page = isData ? asked.slice(0, -".data".length).replace(/^\/_$/, "/") : asked;
    const pattern = patterns.find(({ isMatch }) => isMatch.test(page));
    if (!pattern || pattern.parameters === "personal") return undefined;
    const { parameters } = pattern;
    const names = isData ? [DATA_PARAMETER, ...parameters] : parameters;
    return asked + orderedQuery(query, names, canonical);
  };
}

function patternsOf(pages: Pages) {
  return Object.entries(pages).map(([path, parameters]) => ({
    isMatch: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`),
    parameters,
  }));
}

function orderedQuery(query: string, names: readonly string[], canonical: Canonical): string {
  if (query === "") return "";
  const given = new URLSearchParams(query);
  const ordered = new URLSearchParams();
  for (const name of names) {
    for (const value of given.getAll(name)) {
      ordered.append(name, canonical[name]?.(value) ?? value);
    }
  }
  return ordered.size === 0 ? "" : `?${ordered}`;
}
