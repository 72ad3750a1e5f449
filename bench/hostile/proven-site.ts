import { copyFileSync } from "node:fs";
import { newVisitorOf } from "../../tests/setup/served-visitor.ts";
import { tamper } from "../../tests/setup/stored.ts";
import { TestVisitor } from "../../tests/setup/visitor.ts";
import { startSite } from "../measure/start-site.ts";

/** What was tried, what was seen, what must be. */
export type Finding = { tried: string; seen: string; must: string; isFine: boolean };

export type ProvenSite = {
  url: string;
  pid: number;
  databaseFile: string;
  /** @param address where the visitor comes from, as a proxy tells it */
  visitorAt: (address: string) => TestVisitor;
  /** How many places the list says there are. */
  countPlaces: () => Promise<number>;
};

let copies = 0;

/** A site of its own for one proof, on a copy of the seeded database. */
export async function onFreshSite<Result>(
  seeded: string,
  settings: Record<string, string>,
  prove: (site: ProvenSite) => Promise<Result>,
): Promise<Result> {
  copies += 1;
  const databaseFile = seeded.replace(/\.sqlite$/, `-${copies}.sqlite`);
  copyFileSync(seeded, databaseFile);
  const { url, pid, stop } = await startSite(databaseFile, {
    LOG_LEVEL: "silent",
    TRUST_PROXY: "1",
    FIRST_POST_SECONDS: "0",
    ...settings,
  });
  const plain = newVisitorOf(url);
  try {
    return await prove({
      url,
      pid,
      databaseFile,
      visitorAt: (address) => visitorBehindProxy(url, address),
      async countPlaces() {
        const { document } = await plain.get("/places");
        const status = document.querySelector("#results [role=status]")?.text ?? "";
        return Number(/[\d,]+/.exec(status)?.[0]);
      },
    });
  } finally {
    await stop();
  }
}

function visitorBehindProxy(url: string, address: string): TestVisitor {
  return new TestVisitor(async (request) => {
    request.headers.set("X-Forwarded-For", address);
    const body = request.method === "POST" ? await request.arrayBuffer() : undefined;
    const { method, headers } = request;
    return fetch(request.url, { method, headers, body, redirect: "manual" });
  }, url);
}

/** As if they had joined and written so many days ago. */
export function growOld(databaseFile: string, handles: string[], days: number): void {
  const then = new Date(Date.now() - days * 86_400_000).toISOString().replace("Z", "+00:00");
  for (const handle of handles) {
    const theirs = `(SELECT id FROM members WHERE handle = '${handle}')`;
    tamper(databaseFile, `UPDATE members SET created_at = '${then}' WHERE handle = '${handle}'`);
    tamper(
      databaseFile,
      `UPDATE reviews SET created_at = '${then}', updated_at = '${then}' WHERE member_id = ${theirs}`,
    );
  }
}
