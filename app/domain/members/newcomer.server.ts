import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";
import { handleSkeleton } from "./handle-letters.server.ts";
import { findHandleProblem } from "./new-handle.server.ts";
import { newRecoveryCode } from "./recovery-hash.server.ts";
import { type NewSession, newSession } from "./sessions.server.ts";

/** What a newcomer is given: a session in their browser, and a recovery code. */
export type Welcome = {
  session: NewSession;
  code: string;
  recovery: { recoveryHash: string; recoveryMadeAt: Date };
};

export type Newcomer = ReturnType<typeof newcomer>;

/** Somebody whom their first post makes a member. @param browser as browserKind says it */
export function newcomer(handle: string, browser?: string) {
  const key = handleKey(handle);
  return {
    handleKey: key,
    /** Takes tens of milliseconds: call it before a write. Throws BusyError. */
    async welcome(): Promise<Welcome> {
      const { code, recoveryHash } = await newRecoveryCode();
      const recovery = { recoveryHash, recoveryMadeAt: new Date() };
      return { session: newSession(browser), code, recovery };
    },
    findProblem: (database: PrismaClient) => findHandleProblem(database, handle),
    /** The statement that makes them a member. */
    join: (writer: PrismaClient, { recovery }: Welcome) =>
      writer.member.create({
        data: {
          handle,
          handleKey: key,
          handleSkeletons: { create: { skeleton: handleSkeleton(handle) } },
          ...recovery,
        },
      }),
  };
}
