import { createServer, request } from "node:http";

/** For a browser that keeps no cookies: under this address the site sets none. */
export async function serveWithoutCookies(
  url: string,
): Promise<{ url: string; close: () => void }> {
  const server = createServer((asked, answer) => {
    const { method, headers, url: path = "/" } = asked;
    const passedOn = request(new URL(path, url), { method, headers }, (given) => {
      const { "set-cookie": _, ...kept } = given.headers;
      answer.writeHead(given.statusCode ?? 502, kept);
      given.pipe(answer);
    });
    passedOn.once("error", () => answer.destroy());
    asked.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
