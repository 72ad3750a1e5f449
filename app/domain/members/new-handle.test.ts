import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { readDemo } from "../../../prisma/demo/read-demo.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { changeHandle } from "./change-handle.server.ts";
import { handleKey, handleSchema, neutralHandle } from "./handle.ts";
import { handleSkeleton, mixesScripts } from "./handle-letters.server.ts";
import { leave } from "./leave.server.ts";
import { fillSkeletons, findHandleProblem, isReservedHandle } from "./new-handle.server.ts";

openTestDatabase();

const problem = (handle: string) => findHandleProblem(reader(), handle);

async function addMembers(...handles: string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const handle of handles) ids.push(await addMember(handle));
  await write(fillSkeletons);
  return ids;
}

beforeEach(() =>
  write((writer) =>
    writer.$transaction([writer.member.deleteMany(), writer.goneName.deleteMany()]),
  ),
);

test.each([
  ["null island", "nuII island", "alike"],
  ["Null Island", "nu11-island", "alike"],
  ["ada", "аԁа", "alike"],
  ["HEAT", "НЕАТ", "alike"],
  ["merge marge", "rnerge marge", "alike"],
  ["bob", "b0b", "alike"],
  ["rubber duck", "ʀᴜʙʙᴇʀ duck", "alike"],
  ["hello", "hellо", "mixed"],
  ["hello", "Hello.", "taken"],
  ["hello", "𝐡𝐞𝐥𝐥𝐨", "taken"],
  ["hello", "hallo", undefined],
] as const)("with %j here, %j is %s", async (here, handle, expected) => {
  await addMembers(here);
  expect(await problem(handle)).toBe(expected);
});

describe("scripts", () => {
  test.each([
    "Ana B. 🍕 2",
    "ünal ß",
    "Юлия 7",
    "Ελένη",
    "李雷 & Han",
    "日本ごカナ abc",
    "ㄅㄆ李 x",
    "한국어 Kim 李",
    "नमस्ते",
    "يوسف ١٢",
  ])("%j is written in one way", (handle) => expect(mixesScripts(handle)).toBe(false));

  test.each(["hellо", "Αda", "Юlia", "한국カナ", "ㄅカ", "नमস্তে", "عבa", "𝐇еllo"])(
    "%j mixes scripts",
    (handle) => expect(mixesScripts(handle)).toBe(true),
  );

  test("one Cyrillic or Greek letter in a Latin handle is never let through", () => {
    const latin = fc.stringMatching(/^[a-z]{2,12}$/);
    const foreign = fc.constantFrom(..."абвгдежзийклмнопрстуфхцчшщыэюяαβγδεζηθικλμνξοπρστυφχψω");
    fc.assert(
      fc.property(latin, foreign, latin, (before, letter, after) => {
        expect(mixesScripts(before + letter + after)).toBe(true);
      }),
    );
  });
});

describe("reserved words", () => {
  const SPELLINGS = ["Moderator", "The M0DERATORS", "mod-erator", "Admin 2", "admin 🍕", "ADM1N"];
  const NAMES = ["Fork and Filter", "fork & filter team", "Founders & Coders", "y0u", "Root"];
  const WITHOUT_AND = ["Fork Filter", "founders coders", "Fork/Filter Team"];
  const SMALL_CAPITALS = ["ᴀdmin", "ᴍᴏᴅᴇʀᴀᴛᴏʀ", "ꜱᴛᴀꜰꜰ"];
  const TITLES = [
    "Moderator Ana",
    "Ana (moderator)",
    "ana, s1te ADM1N",
    "Ana - Official",
    "the team",
  ];
  test.each([
    ...SPELLINGS,
    ...NAMES,
    ...WITHOUT_AND,
    ...SMALL_CAPITALS,
    ...TITLES,
    "a former member",
    "null",
    "deleted",
    neutralHandle(7),
  ])("%j is nobody's", async (handle) => expect(await problem(handle)).toBe("reserved"));

  test.each([
    "modest",
    "rooted",
    "null island",
    "staffan",
    "youssef",
    "Adminah",
    "Member of none",
    "mod cloth",
    "Team Soup",
  ])("%j is free", async (handle) => expect(await problem(handle)).toBeUndefined());

  test("no demo member has one", async () => {
    const { members } = readDemo();
    expect(members.filter((handle) => isReservedHandle(handle) || mixesScripts(handle))).toEqual(
      [],
    );
  });
});

const handles = fc
  .string({ unit: "grapheme", minLength: 2, maxLength: 14 })
  .filter((text) => handleSchema.safeParse(text).success)
  .map((text) => handleSchema.parse(text));

test("a skeleton is its own, never empty, and blind to case, spaces and accents", () => {
  fc.assert(
    fc.property(handles, (handle) => {
      const skeleton = handleSkeleton(handle);
      expect(skeleton).not.toBe("");
      expect(handleSkeleton(skeleton)).toBe(skeleton);
    }),
    { numRuns: propertyRuns(200) },
  );
  // It looks like a capital sigma, whose small letter looks like o.
  expect(handleSkeleton("Ϛl")).toBe(handleSkeleton("ol"));
  const ascii = fc.stringMatching(/^[A-Za-z0-9 ]{2,20}$/);
  fc.assert(
    fc.property(ascii, (handle) => {
      const spelled = [handle.toUpperCase(), handle.toLowerCase(), handle.replaceAll(" ", "-")];
      for (const one of spelled) expect(handleSkeleton(one)).toBe(handleSkeleton(handle));
    }),
  );
});

test("whatever swaps of I, l, 1, O and 0 are made in a handle that is here, it is refused", async () => {
  await addMembers("pilot 101", "lorem illo");
  const swapped = (handle: string) =>
    fc
      .tuple(
        ...[...handle].map((letter) =>
          fc.constantFrom(
            ...(/[il1]/.test(letter) ? "Iil1" : /[o0]/.test(letter) ? "oO0" : letter),
          ),
        ),
      )
      .map((letters) => letters.join(""));
  await fc.assert(
    fc.asyncProperty(fc.oneof(swapped("pilot 101"), swapped("lorem illo")), async (handle) => {
      expect(await problem(handle)).toMatch(/^(taken|alike)$/);
    }),
    { numRuns: propertyRuns(30) },
  );
});

test("members whose handles looked alike before skeletons were kept go on: the later has no row", async () => {
  const [first, later] = await addMembers("null island", "nuII island");
  const rows = () => reader().handleSkeleton.findMany({ select: { memberId: true } });
  expect(await rows()).toEqual([{ memberId: first }]);
  expect(await changeHandle(later ?? 0, "NUII island")).toBe("changed");
  expect(await problem("nu1I island")).toBe("alike");
  expect(await changeHandle(later ?? 0, "nu1l island")).toBe("alike");
  expect(await changeHandle(later ?? 0, "isle of none")).toBe("changed");
  expect((await rows()).length).toBe(2);
});

test("a member's former handle and its look-alikes stay theirs, and those of who left are kept by hashes", async () => {
  const [id = 0] = await addMembers("lilly");
  expect(await changeHandle(id, "willow")).toBe("changed");
  expect(await problem("IiIIy")).toBe("alike");
  await leave(id, "take");
  expect([await problem("Willow"), await problem("wi11ow"), await problem("lilly")]).toEqual([
    "taken",
    "alike",
    "taken",
  ]);
  const kept = JSON.stringify(await reader().goneName.findMany());
  for (const word of ["willow", "lilly", handleKey("Willow"), handleSkeleton("willow")]) {
    expect(kept).not.toContain(word);
  }
});
