import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { findFreePort } from "../setup/free-port.ts";

/** A connection to the site that can be lost, be slow, or lack a file, whatever the browser. */
export type Connection = {
  url: string;
  lose: () => void;
  /** Every request for an address that matches waits until it is let go. */
  hold: (address: RegExp) => () => void;
  /** As after a deploy. */
  remove: (address: RegExp) => void;
  /** Whatever has been lost, held or removed is as before. */
  restore: () => void;
  stop: () => Promise<void>;
};

/** @param people their cookies, for whom opens /browse-as/ with their name, or none */
export async function connectTo(
  site: string,
  people: Map<string, Map<string, string>>,
): Promise<Connection> {
  const agent = new Agent({ keepAlive: true });
  const held = new Set<{ address: RegExp; promise: Promise<void>; letGo: () => void }>();
  let isLost = false;
  let removed: RegExp[] = [];

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method, headers, url = "/" } = asked;
    const person = /^\/browse-as\/(\w*)/.exec(url)?.[1];
    if (person !== undefined) return changeCookies(headers.cookie, people.get(person), answer);
    if (isLost) return void asked.socket.destroy();
    if (removed.some((address) => address.test(url))) return void answer.writeHead(404).end();
    await Promise.all([...held].filter(({ address }) => address.test(url)).map((h) => h.promise));
    const passedOn = request(new URL(url, site), { method, headers, agent }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passedOn.on("error", () => answer.destroy());
    asked.pipe(passedOn);
  }

  const relay = createServer((asked, answer) => void pass(asked, answer));
  const port = await findFreePort();
  await new Promise<void>((resolve) => relay.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    lose: () => {
      isLost = true;
    },
    hold: (address) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const one = { address, promise, letGo: resolve };
      held.add(one);
      return () => {
        held.delete(one);
        resolve();
      };
    },
    remove: (address) => {
      removed.push(address);
    },
    restore: () => {
      isLost = false;
      removed = [];
      for (const { letGo } of held) letGo();
      held.clear();
    },
    stop: async () => {
      agent.destroy();
      relay.closeAllConnections();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}

/** Signs somebody in, or out, without a form. */
function changeCookies(
  sent: string | undefined,
  cookies: Map<string, string> | undefined,
  answer: ServerResponse,
): void {
  const old = (sent ?? "").split("; ").map((pair) => [pair.split("=", 1)[0] ?? "", "; Max-Age=0"]);
  const now = [...(cookies ?? [])].map(([name, value]) => [
    name,
    `${value}; SameSite=Lax; HttpOnly`,
  ]);
  const set = [...new Map([...old, ...now].map(([name = "", value = ""]) => [name, value]))];
  answer.writeHead(200, {
    "Content-Type": "text/html",
    "Set-Cookie": set.map(([name, value]) => `${name}=${value}; Path=/`),
  });
  answer.end("<!doctype html><title>Changed</title>");
}
