type Pages = Record<string, readonly string[] | "personal">;

/** Part of the address of a page's data, which the browser asks for when it follows a link: which loaders are to run. */
const DATA_PARAMETER = "_routes";

/**
 * Makes the function that tells whether an address is one of a public page, and under which one address all that mean the
 * same are kept: with the parameters that the page reads in a fixed order, and without any other.
 * @param pages the parameters that each page reads, by the pattern of its path, those first that others would match too
 * @returns a function of a path with its query, which returns the address to keep, or undefined
 */
export function publicAddresses(pages: Pages): (path: string) => string | undefined {
  const patterns = Object.entries(pages).map(([path, parameters]) => ({
    isMatch: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`),
    parameters,
  }));
  return function publicAddress(path) {
    const [, asked = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(path) ?? [];
    const isData = asked.endsWith(".data");
    const page = isData ? asked.slice(0, -".data".length).replace(/^\/_$/, "/") : asked;
    const found = patterns.find(({ isMatch }) => isMatch.test(page));
    if (!found || found.parameters === "personal") return undefined;
    return (
      asked + orderedQuery(query, isData ? [DATA_PARAMETER, ...found.parameters] : found.parameters)
    );
  };
}

function orderedQuery(query: string, names: readonly string[]): string {
  if (query === "") return "";
  const given = new URLSearchParams(query);
  const ordered = new URLSearchParams();
  for (const name of names) for (const value of given.getAll(name)) ordered.append(name, value);
  return ordered.size === 0 ? "" : `?${ordered}`;
}
