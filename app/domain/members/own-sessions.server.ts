import { reader, write } from "#app/db/database.server.ts";
import { lastUsed } from "./sessions.server.ts";
import { forgetFirstPosts } from "./sign-in.server.ts";

export type OwnSession = { id: string; browser: string; since: Date; lastUsed: Date };

export async function listOwnSessions(memberId: number, now = new Date()): Promise<OwnSession[]> {
  const sessions = await reader().session.findMany({
    where: { memberId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: "desc" }, { tokenHash: "asc" }],
    select: { tokenHash: true, browser: true, createdAt: true, expiresAt: true },
  });
  return sessions.map((session) => ({
    id: session.tokenHash,
    browser: session.browser || "A browser",
    since: session.createdAt,
    lastUsed: lastUsed(session),
  }));
}

export async function endSession(memberId: number, id: string): Promise<boolean> {
  const [{ count }] = await write((writer) =>
    writer.$transaction([
      writer.session.deleteMany({ where: { tokenHash: id, memberId } }),
      forgetFirstPosts(writer, memberId),
    ]),
  );
  return count > 0;
}

export async function endAllSessions(memberId: number): Promise<void> {
  await write((writer) =>
    writer.$transaction([
      writer.session.deleteMany({ where: { memberId } }),
      forgetFirstPosts(writer, memberId),
    ]),
  );
}
