import { plainAddresses, withoutMarks } from "./plain-address.ts";

type Handle<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * Leads from an address with capitals, or with a full stop or a bracket after it, to the page that was meant.
 * @param pages the parameters that each page reads
 */
export function leadToPlainAddress<Context>(
  pages: Record<string, readonly string[] | "personal">,
  handle: Handle<Context>,
): Handle<Context> {
  const plainAddress = plainAddresses(Object.keys(pages));
  // What is searched for is a sentence of its own.
  const names = Object.values(pages)
    .flatMap((parameters) => (parameters === "personal" ? [] : parameters))
    .filter((name) => name !== "q");
  const publicParameters = new Set(names);
  return async function lead(request, context) {
    const url = new URL(request.url);
    const plain = plainAddress(url.pathname);
    if (!["GET", "HEAD"].includes(request.method) || plain === undefined) {
      return handle(request, context);
    }
    const query = plainQuery(url, publicParameters);
    const isTyped = plain !== url.pathname;
    if (!isTyped && query === undefined) return handle(request, context);
    // React Router takes capitals for small letters: without this a page would have many addresses.
    const isSamePage = plain.toLowerCase() === url.pathname.toLowerCase();
    const response = isSamePage ? undefined : await handle(request, context);
    if (response && response.status !== 404) return response;
    const meant = plain + (query ?? url.search);
    const target = await handle(new Request(new URL(meant, url), request), context);
    await target.body?.cancel();
    if (target.status !== 404) return redirectTo(meant);
    return response ?? handle(request, context);
  };
}

function redirectTo(address: string): Response {
  const headers = { Location: address, "Cache-Control": "private, no-cache" };
  return new Response(null, { status: 301, headers });
}

function plainQuery(url: URL, names: ReadonlySet<string>): string | undefined {
  const parameters = [...url.searchParams];
  const [name = "", value = ""] = parameters.at(-1) ?? [];
  const plain = withoutMarks(value);
  if (plain === undefined || !names.has(name)) return undefined;
  return `?${new URLSearchParams([...parameters.slice(0, -1), [name, plain]])}`;
}
