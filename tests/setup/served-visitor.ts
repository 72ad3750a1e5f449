import { TestVisitor } from "./visitor.ts";

/** A visitor of a site served at a URL, which is also the origin of their form posts. */
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
