import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.resetModules());

/** Reads the visitor's address with this setting, anew. */
async function addressWith(
  setting: string,
  header: string | undefined,
  address: string | undefined,
) {
  process.env.TRUST_PROXY = setting;
  const { clientAddress } = await import("./trusted-proxy.server.ts");
  const headers = new Headers(header === undefined ? {} : { "Fly-Client-IP": header });
  return clientAddress(
    new Request("http://fork.test/", { headers }),
    address === undefined ? undefined : { address },
  );
}

test.each([
  ["the other end of the connection", "", undefined, "192.0.2.1", "192.0.2.1"],
  ["not what anybody could write into a header", "", "203.0.113.9", "192.0.2.1", "192.0.2.1"],
  ["what Fly's proxy says, behind it", "fly", "203.0.113.9", "192.0.2.1", "203.0.113.9"],
  ["an IPv6 address as well", "fly", "2001:db8::1", "192.0.2.1", "2001:db8::1"],
  ["the proxy, where it says nothing", "fly", undefined, "192.0.2.1", "192.0.2.1"],
  ["the proxy, where that is no address", "fly", "203.0.113.9, 1.2.3.4", "192.0.2.1", "192.0.2.1"],
  [
    "an IPv4 address without the wrapping that the system gives it",
    "",
    undefined,
    "::ffff:192.0.2.1",
    "192.0.2.1",
  ],
  ["unknown where the host does not say", "", undefined, undefined, undefined],
])("a visitor's address is %s", async (_, setting, header, address, expected) => {
  expect(await addressWith(setting, header, address)).toBe(expected);
});
