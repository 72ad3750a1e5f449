import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember } from "../../../tests/setup/rows.ts";
import { stored } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { changeHandle } from "../members/change-handle.server.ts";
import { leave } from "../members/leave.server.ts";
import { fillSkeletons, findHandleProblem } from "../members/new-handle.server.ts";
import { makeOperatorCode } from "../members/operator-code.server.ts";
import { findOwnAccount, setCohort } from "../members/own-account.server.ts";
import { findProfile } from "../members/profile.server.ts";
import { signInByCode } from "../members/sign-in.server.ts";
import { hideName, type NameToHide } from "./hide-name.server.ts";

const file = openTestDatabase();
const FROM = { browser: "", endedToken: undefined };
let [moderator, member, forms] = [0, 0, 0];

function hide(handle: string, name: NameToHide, by = moderator) {
  forms += 1;
  return hideName(handle, { name, rule: "abuse" }, by, `form ${forms}`);
}

const handleNow = async () =>
  (await reader().member.findUniqueOrThrow({ where: { id: member } })).handle;

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([
      writer.member.deleteMany(),
      writer.goneName.deleteMany(),
      writer.moderationAction.deleteMany(),
    ]),
  );
  moderator = await addMember("marshal");
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
  member = await addMember("Rude Word");
  await setCohort(member, "Rude Cohort");
  await write(fillSkeletons);
});

test("a hidden handle becomes a neutral one, and no table has it any more", async () => {
  expect(await hide("rude-word", { what: "handle" })).toEqual({ kind: "posted" });
  expect(await handleNow()).toBe(`Member ${member}`);
  expect((await findProfile(`member-${member}`))?.id).toBe(member);
  expect(await findProfile("rude-word")).toBeUndefined();
  for (const table of ["members", "former_handles", "handle_skeletons", "gone_names"]) {
    expect(JSON.stringify(stored(file, `SELECT * FROM ${table}`))).not.toMatch(/rude.?word/i);
  }
  expect(stored(file, "SELECT action, subject, rule, place_name FROM moderation_actions")).toEqual([
    { action: "hide-handle", subject: "member", rule: "abuse", place_name: null },
  ]);
});

test("its member is told, signs in by it, and may choose another at once, but not the same", async () => {
  await changeHandle(member, "Ruder Word");
  const made = await write((writer) =>
    makeOperatorCode(writer, "Ruder Word", { endSessions: false }),
  );
  const code = made?.code ?? "";
  await hide("Ruder Word", { what: "handle" });
  expect((await findOwnAccount(member))?.goneNames).toEqual([{ kind: "handle", rule: "abuse" }]);
  expect((await signInByCode("ruder word", code, FROM))?.member.id).toBe(member);
  expect((await signInByCode(`Member ${member}`, code, FROM))?.member.id).toBe(member);
  expect(await signInByCode("RUDEЯ WORD", code, FROM)).toBeUndefined();
  expect(await changeHandle(member, "Ruder Word")).toBe("taken");
  expect(await changeHandle(member, "Polite Word")).toBe("changed");
  expect(await changeHandle(member, "Politer Word")).toBe("too-soon");
});

test("nobody else can take what is hidden, nor when its member has left", async () => {
  await hide("Rude Word", { what: "handle" });
  const problems = async () => [
    await findHandleProblem(reader(), "RUDE WORD"),
    await findHandleProblem(reader(), "Rude W0rd"),
  ];
  expect(await problems()).toEqual(["taken", "alike"]);
  await leave(member, "take");
  expect(await problems()).toEqual(["taken", "alike"]);
  expect(await findHandleProblem(reader(), `Member ${member}`)).toBe("reserved");
});

test("a cohort and a former handle are hidden by themselves", async () => {
  await changeHandle(member, "Fine Word");
  expect((await findProfile("rude-word"))?.id).toBe(member);
  expect(await hide("Fine Word", { what: "former-handle", key: "rudeword" })).toEqual({
    kind: "posted",
  });
  expect(await hide("Fine Word", { what: "cohort" })).toEqual({ kind: "posted" });
  expect(await findProfile("rude-word")).toBeUndefined();
  expect(await findProfile("fine-word")).toMatchObject({ cohort: null });
  expect((await findOwnAccount(member))?.goneNames.map(({ kind }) => kind)).toEqual([
    "cohort",
    "handle",
  ]);
  for (const again of [{ what: "cohort" }, { what: "former-handle", key: "rudeword" }] as const) {
    expect(await hide("Fine Word", again)).toEqual({ kind: "decided-meanwhile" });
  }
  for (const table of ["members", "former_handles", "handle_skeletons", "gone_names"]) {
    expect(JSON.stringify(stored(file, `SELECT * FROM ${table}`))).not.toMatch(/rude/i);
  }
});

test("nobody but a moderator can, and nobody of another handle is meant", async () => {
  expect(await hide("Rude Word", { what: "handle" }, member)).toEqual({ kind: "missing" });
  expect(await hide("Other Word", { what: "handle" })).toEqual({ kind: "missing" });
  expect(await handleNow()).toBe("Rude Word");
});

test("somebody who has a neutral handle from before keeps it", async () => {
  await addMember(`Member ${member}`);
  await hide("Rude Word", { what: "handle" });
  expect(await handleNow()).toBe(`Member ${member + 1_000_000}`);
});
