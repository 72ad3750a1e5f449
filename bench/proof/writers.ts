import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { handleKey } from "#app/domain/members/handle.ts";
import { migrate } from "../../tests/setup/migrate.ts";
import { signInMember } from "../measure/database-copy.ts";

const FORM = "/places/proof/review";
const NOW = "2026-11-22T12:00:00.000+00:00";

/** A database with one place and some members, in a folder of its own. */
export async function newDatabase(members: number, folder = mkdtempSync(join(tmpdir(), "proof-"))) {
  const file = join(folder, "sqlite.db");
  await migrate(file);
  const database = new Database(file);
  database
    .prepare(
      `INSERT INTO places (slug, name, name_key, street, postcode, price_band, created_at, updated_at)
       VALUES ('proof', 'Proof', 'proof', '1 Road', 'N0 1AA', 1, ?, ?)`,
    )
    .run(NOW, NOW);
  const add = database.prepare(
    "INSERT INTO members (handle, handle_key, created_at) VALUES (?, ?, ?)",
  );
  for (let id = 1; id <= members; id += 1) add.run(`writer ${id}`, handleKey(`writer ${id}`), NOW);
  database.close();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, file, writers: newWriters(file, members), remove };
}

function newWriters(file: string, members: number): Writer[] {
  return Array.from({ length: members }, (_, index) => new Writer(file, index + 1));
}

/** Changes one review again and again, and numbers what it says. */
export class Writer {
  readonly memberId: number;
  readonly #cookie: string;
  #next = 1;
  acknowledged: number[] = [];
  /** How often each status came; 0 stands for a connection that was lost. */
  readonly statuses = new Map<number, number>();

  constructor(file: string, memberId: number) {
    this.memberId = memberId;
    this.#cookie = signInMember(file, memberId);
  }

  /** Throws when the form cannot be read. */
  async openForm(url: string): Promise<URLSearchParams> {
    const page = await fetch(url + FORM, { headers: { Cookie: this.#cookie } });
    const html = await page.text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
    const token = hidden("token");
    if (token === undefined) throw new Error(`The form was answered with ${page.status}.`);
    return new URLSearchParams({ token, version: hidden("version") ?? "", rating: "4" });
  }

  /** @returns its status; 0 when the connection was lost */
  async post(url: string, opened?: URLSearchParams): Promise<number> {
    const status = await this.#send(url, opened).catch(() => 0);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    return status;
  }

  async #send(url: string, opened?: URLSearchParams): Promise<number> {
    const form = opened ?? (await this.openForm(url));
    const number = this.#next;
    this.#next += 1;
    form.set("body", `Number ${number}.`);
    const { status } = await fetch(url + FORM, {
      method: "POST",
      body: form,
      redirect: "manual",
      headers: { Cookie: this.#cookie, Origin: url },
    });
    if (status === 303) this.acknowledged.push(number);
    return status;
  }

  async postUntil(url: string, isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.post(url);
  }
}

/** Throws when something that was acknowledged is not stored, or is stored twice. @returns how much was acknowledged */
export function checkNothingLost(file: string, writers: Writer[]): number {
  const database = new Database(file);
  try {
    const integrity = database.pragma("integrity_check", { simple: true });
    if (integrity !== "ok") throw new Error(`The database is damaged: ${integrity}`);
    const said = database
      .prepare(
        "SELECT body FROM reviews WHERE member_id = @id UNION ALL SELECT body FROM review_revisions WHERE member_id = @id",
      )
      .pluck();
    for (const { memberId, acknowledged } of writers) {
      const bodies = said.all({ id: memberId }).map(String);
      const twice = bodies.filter((body, index) => bodies.indexOf(body) !== index);
      const lost = acknowledged.filter((number) => !bodies.includes(`Number ${number}.`));
      if (twice.length + lost.length > 0) {
        throw new Error(`Of writer ${memberId}, lost: ${lost.join()}; twice: ${twice.join()}`);
      }
    }
  } finally {
    database.close();
  }
  return countAcknowledged(writers);
}

export function countAcknowledged(writers: Writer[]): number {
  return writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
}

/** Such as "303: 120, 503: 4". */
export function describeStatuses(writers: Writer[]): string {
  const sums = new Map<number, number>();
  for (const { statuses } of writers) {
    for (const [status, count] of statuses) sums.set(status, (sums.get(status) ?? 0) + count);
  }
  return [...sums]
    .map(([status, count]) => `${status === 0 ? "lost connection" : status}: ${count}`)
    .join(", ");
}
