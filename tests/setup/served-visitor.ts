import { TestVisitor } from "./visitor.ts";

/** A visitor of a site that is served at a URL. Their form posts have its origin, as a browser's would. */
export function newVisitorOf(url: string): TestVisitor {
  return new TestVisitor(async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    if (headers.has("Origin")) headers.set("Origin", url);
    const body = request.method === "POST" ? await request.text() : undefined;
    return fetch(new URL(pathname + search, url), {
      method: request.method,
      headers,
      body,
      redirect: "manual",
    });
  });
}
