import { beforeAll, expect, test } from "vitest";
import { addMember } from "../../../tests/setup/rows.ts";
import { stored } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { DAY } from "../text/dates.ts";
import { changeHandle } from "./change-handle.server.ts";
import { replaceRecoveryCode, setCohort } from "./own-account.server.ts";
import { addPasskey, findPasskey, MOST_PASSKEYS, notePasskeyUse } from "./passkeys.server.ts";
import { isRecoveryCode, NOBODYS_HASH, newRecoveryCode } from "./recovery-hash.server.ts";
import { signInByCode } from "./sign-in.server.ts";

const file = openTestDatabase();
const FROM = { browser: "A test", endedToken: undefined };
const NOW = new Date("2026-11-22T12:00:00Z");

let ada: number;
let code: string;

beforeAll(async () => {
  ada = await addMember("ada");
  code = (await replaceRecoveryCode(ada)) ?? "none";
});

test("a handle that nobody has takes as much work to refuse as one that somebody has", async () => {
  const { recoveryHash } = await newRecoveryCode();
  const cost = (hash: string) => hash.split("$").slice(0, 4);
  expect(cost(NOBODYS_HASH)).toEqual(cost(recoveryHash));
  expect(await isRecoveryCode("anything", null)).toBe(false);
});

test("the time that it takes does not tell a handle that somebody has from one that nobody has", async () => {
  const wrong = (await newRecoveryCode()).code;
  const timeOf = async (handle: string) => {
    const start = performance.now();
    expect(await signInByCode(handle, wrong, FROM)).toBeUndefined();
    return performance.now() - start;
  };
  const ratios: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    // Taking turns at being first, so that what else the machine does falls on both.
    const handles = round % 2 === 0 ? ["ada", "nobody"] : ["nobody", "ada"];
    const times = new Map<string, number>();
    for (const handle of handles) times.set(handle, await timeOf(handle));
    ratios.push((times.get("ada") ?? 0) / (times.get("nobody") ?? 1));
  }
  const median = ratios.sort((one, other) => one - other)[7] ?? 0;
  expect(median).toBeGreaterThan(0.5);
  expect(median).toBeLessThan(2);
});

test("a code that is replaced while it is checked signs nobody in", async () => {
  const [signedIn] = await Promise.all([
    signInByCode("ada", code, FROM),
    replaceRecoveryCode(ada).then(keepCode),
  ]);
  const sessions = stored(file, "SELECT 1 FROM sessions WHERE member_id = ?", ada);
  expect(sessions).toHaveLength(signedIn ? 1 : 0);
  expect(await signInByCode("ada", code, FROM)).toBeDefined();
});

function keepCode(next: string | undefined) {
  code = next ?? "none";
}

test("a handle may be changed once a day, and changed back after that", async () => {
  const id = await addMember("first");
  expect(await changeHandle(id, "second", NOW)).toBe("changed");
  expect(await changeHandle(id, "third", new Date(NOW.getTime() + DAY - 1))).toBe("too-soon");
  expect(await changeHandle(id, "first", new Date(NOW.getTime() + DAY - 1))).toBe("too-soon");
  expect(await changeHandle(id, "SECOND", NOW)).toBe("changed");
  expect(await changeHandle(id, "SECOND", NOW)).toBe("same");
  expect(await changeHandle(id, "first", new Date(NOW.getTime() + DAY + 1))).toBe("changed");
  expect(stored(file, "SELECT handle FROM members WHERE id = ?", id)).toEqual([
    { handle: "first" },
  ]);
  expect(stored(file, "SELECT handle_key FROM former_handles WHERE member_id = ?", id)).toEqual([
    { handle_key: "second" },
  ]);
});

test("two members who want one handle at once do not both get it", async () => {
  const [one, other] = [await addMember("one"), await addMember("other")];
  const changes = await Promise.all([
    changeHandle(one, "wanted", NOW),
    changeHandle(other, "Wanted", NOW),
  ]);
  expect(changes.sort()).toEqual(["changed", "taken"]);
  expect(
    stored(file, "SELECT 1 FROM former_handles WHERE member_id IN (?, ?)", one, other),
  ).toHaveLength(1);
});

test("nobody changes what is somebody's who left", async () => {
  const id = await addMember("left already");
  const { write } = await import("#app/db/database.server.ts");
  await write((writer) => writer.member.update({ where: { id }, data: { leftOn: "2026-11-22" } }));
  expect(await changeHandle(id, "still here", NOW)).toBe("left");
  expect(await setCohort(id, "FAC32")).toBe(false);
  expect(await replaceRecoveryCode(id)).toBeUndefined();
  expect(await addPasskey(id, "Key", proofOf("left"))).toBe(false);
  expect(await signInByCode("left already", code, FROM)).toBeUndefined();
});

const proofOf = (credentialId: string) => ({
  credentialId,
  publicKey: new Uint8Array([1, 2, 3]),
  counter: 5,
  transports: ["usb"],
});

test("a passkey is one member's, a member has so many at most, and what is stored is what was added", async () => {
  const [owner, other] = [await addMember("owner"), await addMember("other owner")];
  expect(await addPasskey(owner, "My key", proofOf("key 0"))).toBe(true);
  expect(await addPasskey(other, "Same key", proofOf("key 0"))).toBe(false);
  for (let index = 1; index < MOST_PASSKEYS; index += 1) {
    await addPasskey(owner, "Key", proofOf(`key ${index}`));
  }
  expect(await addPasskey(owner, "One more", proofOf("one more"))).toBe(false);
  expect(await findPasskey("key 0")).toEqual({ ...proofOf("key 0"), memberId: owner });
  expect(await findPasskey("one more")).toBeUndefined();
});

test("a passkey whose counter does not go up is refused, unless it counts nothing", async () => {
  const id = await addMember("counting");
  await addPasskey(id, "Counts", proofOf("counts"));
  await addPasskey(id, "Counts not", { ...proofOf("counts not"), counter: 0 });
  const uses = [];
  for (const counter of [5, 4, 6, 6, 0, 7]) uses.push(await notePasskeyUse("counts", counter));
  expect(uses).toEqual([false, false, true, false, false, true]);
  expect([await notePasskeyUse("counts not", 0), await notePasskeyUse("counts not", 0)]).toEqual([
    true,
    true,
  ]);
});
