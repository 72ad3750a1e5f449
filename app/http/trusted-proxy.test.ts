import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.resetModules());

/** Reads the visitor's address with this setting, anew. */
async function addressWith(
  setting: string,
  header: string | undefined,
  address: string | undefined,
  name = "Fly-Client-IP",
) {
  process.env.TRUST_PROXY = setting;
  const { clientAddress } = await import("./trusted-proxy.server.ts");
  const headers = new Headers(header === undefined ? {} : { [name]: header });
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

const FORWARDED = "6.6.6.6, 203.0.113.9, 10.0.0.2";

test.each([
  ["the one that the last proxy was called from", "1", FORWARDED, "10.0.0.1", "10.0.0.2"],
  ["behind two proxies the last but one", "2", FORWARDED, "10.0.0.1", "203.0.113.9"],
  [
    "the connection's, where there are fewer than there should be",
    "5",
    "1.1.1.1",
    "9.9.9.9",
    "9.9.9.9",
  ],
  ["the connection's, where nothing is forwarded", "1", undefined, "10.0.0.1", "10.0.0.1"],
  [
    "the connection's, where what is forwarded is no address",
    "1",
    "<script>",
    "10.0.0.1",
    "10.0.0.1",
  ],
  ["the first from the right that is no proxy", "10.0.0.0/8", FORWARDED, "10.0.0.1", "203.0.113.9"],
  [
    "the same behind proxies of two networks",
    "fd00::/8, 10.0.0.0/8",
    FORWARDED,
    "fd00::1",
    "203.0.113.9",
  ],
  ["the connection's, where that is no proxy", "10.0.0.0/8", FORWARDED, "192.0.2.1", "192.0.2.1"],
  [
    "the first of all, where all are proxies",
    "10.0.0.0/8",
    "10.0.0.3, 10.0.0.2",
    "10.0.0.1",
    "10.0.0.3",
  ],
  [
    "the proxy's, where a proxy tells no address",
    "10.0.0.0/8",
    "x, 10.0.0.2",
    "10.0.0.1",
    "10.0.0.1",
  ],
])("by X-Forwarded-For a visitor's address is %s", async (_, setting, header, peer, expected) => {
  expect(await addressWith(setting, header, peer, "X-Forwarded-For")).toBe(expected);
});
