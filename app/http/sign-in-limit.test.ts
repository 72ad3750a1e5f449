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

test("an address that fails often at many handles is slowed down more and more, and never locked out", async () => {
  const delays: number[] = [];
  for (let index = 1; index <= 150; index += 1) {
    const tried = await countTry("192.0.2.3", `handle ${index}`);
    if ("wait" in tried) throw new Error(`The try ${index} was refused.`);
    delays.push(tried.delay);
  }
  expect(delays.slice(0, 30).every((delay) => delay === 0)).toBe(true);
  expect(delays[30]).toBeLessThan(100);
  expect(delays[60]).toBeGreaterThan(300);
  expect(delays.toSorted((one, other) => one - other)).toEqual(delays);
  expect(delays.at(-1)).toBe(4000);
  expect(await countTry("192.0.2.6", "handle 1")).toMatchObject({ delay: 0 });
});

test("whoever has a /48 of IPv6 networks has twenty tries at a handle, and is slowed down", async () => {
  const address = (index: number) => `2001:db8:9:${index.toString(16).padStart(2, "0")}00::1`;
  expect(await countHeard(200, address, () => "wide")).toBe(20);
  let delay = 0;
  for (let index = 0; index < 130; index += 1) {
    const tried = await countTry(address(index % 256), `wide ${index}`);
    if ("delay" in tried) delay = tried.delay;
  }
  expect(delay).toBeGreaterThan(0);
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
