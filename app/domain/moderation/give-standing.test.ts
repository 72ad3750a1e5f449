import { expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { decideStanding, findStanding } from "./give-standing.server.ts";

openTestDatabase();

const NOW = new Date("2026-11-25T12:00:00Z");

test("a moderator gives standing and takes it back, each in the log; nobody else does", async () => {
  const ada = await addMember("ada");
  const moderatorId = await addMember("mod");
  const decide = async (decision: "give" | "take") =>
    (await decideStanding("Ada", decision, { moderatorId, formSecret: crypto.randomUUID() }, NOW))
      .kind;
  expect(await decide("give")).toBe("missing");
  const data = { role: "moderator" };
  await write((writer) => writer.member.update({ where: { id: moderatorId }, data }));
  expect(await findStanding(ada, NOW)).toEqual({ has: false, isModerator: false, givenAt: null });
  expect(await decide("take")).toBe("decided-meanwhile");
  expect(await decide("give")).toBe("posted");
  expect(await decide("give")).toBe("decided-meanwhile");
  expect(await findStanding(ada, NOW)).toEqual({ has: true, isModerator: false, givenAt: NOW });
  expect(await decide("take")).toBe("posted");
  expect((await findStanding(ada, NOW))?.has).toBe(false);
  expect(await findStanding(moderatorId, NOW)).toMatchObject({ has: true, isModerator: true });
  const log = await reader().moderationAction.findMany({
    select: { action: true, memberId: true },
  });
  expect(log).toEqual([
    { action: "give-standing", memberId: ada },
    { action: "take-standing", memberId: ada },
  ]);
});
