import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { newSession } from "#app/domain/members/sessions.server.ts";

export function copyForMeasuring(file: string): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-bench-"));
  const copy = join(folder, "bench.sqlite");
  copyFileSync(file, copy);
  return { file: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @returns the cookie that the member's browser would send */
export function signInMember(file: string, memberId: number): string {
  const { token, tokenHash, expiresAt } = newSession();
  const database = new Database(file);
  const asStored = (date: Date) => date.toISOString().replace("Z", "+00:00");
  database
    .prepare(
      "INSERT INTO sessions (token_hash, member_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
    )
    .run(tokenHash, memberId, asStored(new Date()), asStored(expiresAt));
  database.close();
  // As React Router encodes cookies: JSON in Base64.
  return `session=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`;
}

const chosen = z.object({ cuisine: z.string(), place: z.string() });

/** The list of the commonest cuisine, and a place with about fifty reviews. */
export function choosePages(file: string): { list: string; place: string } {
  const database = new Database(file, { readonly: true });
  const row = database
    .prepare(`SELECT
      (SELECT slug FROM cuisines JOIN place_cuisines ON cuisine_id = id GROUP BY id ORDER BY count(*) DESC, id LIMIT 1) AS cuisine,
      (SELECT slug FROM places JOIN place_index ON place_id = id WHERE closed_on IS NULL
        ORDER BY abs(review_count - 50), id LIMIT 1) AS place`)
    .get();
  database.close();
  const { cuisine, place } = chosen.parse(row);
  return { list: `/places?cuisine=${cuisine}`, place: `/places/${encodeURIComponent(place)}` };
}
