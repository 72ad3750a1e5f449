import { expect, test } from "vitest";
import { countTry } from "./sign-in.server.ts";

const isHeard = async (address: string | undefined, handle: string) =>
  "giveBack" in (await countTry(address, handle));

async function countHeard(
  tries: number,
  address: (index: number) => string,
  handle: (index: number) => string,
) {
  const answers = await Promise.all(
    Array.from({ length: tries }, (_, index) => isHeard(address(index), handle(index))),
  );
  return answers.filter(Boolean).length;
}

test("an address has five tries at a handle, made at once or not, and is told how long to wait", async () => {
  expect(
    await countHeard(
      20,
      () => "192.0.2.1",
      () => "five",
    ),
  ).toBe(5);
  const refused = await countTry("192.0.2.1", "five");
  expect("wait" in refused && refused.wait).toBeGreaterThan(890);
  expect(await isHeard("192.0.2.1", "another")).toBe(true);
  expect(await isHeard("192.0.2.2", "five")).toBe(true);
});

test("an address has thirty tries at all handles", async () => {
  expect(
    await countHeard(
      40,
      () => "192.0.2.3",
      (index) => `handle ${index}`,
    ),
  ).toBe(30);
});

test("tries that succeed do not count", async () => {
  for (let index = 0; index < 50; index += 1) {
    const allowed = await countTry("192.0.2.4", "regular");
    if (!("giveBack" in allowed)) throw new Error(`The try ${index} was refused.`);
    await allowed.giveBack();
  }
});

test("however often a handle is tried from elsewhere, its member has two tries of their own", async () => {
  expect(
    await countHeard(
      300,
      (index) => `198.51.100.${index % 60}`,
      () => "victim",
    ),
  ).toBeLessThan(160);
  const own = [
    await isHeard("192.0.2.5", "victim"),
    await isHeard("192.0.2.5", "victim"),
    await isHeard("192.0.2.5", "victim"),
  ];
  expect(own).toEqual([true, true, false]);
});

test("the addresses of one IPv6 network are one", async () => {
  expect(
    await countHeard(
      20,
      (index) => `2001:db8:1:2::${index + 1}`,
      () => "six",
    ),
  ).toBe(5);
  expect(await isHeard("2001:db8:1:2:ffff::", "six")).toBe(false);
  expect(await isHeard("2001:db8:1:3::1", "six")).toBe(true);
});

test("visitors whose address nobody tells are one", async () => {
  expect(
    await countHeard(
      20,
      () => "",
      () => "nowhere",
    ),
  ).toBe(5);
});
