import { BlockList, isIP } from "node:net";
import { z } from "zod";

/** Whose headers about the visitor are believed: Fly's proxy, so many proxies in a row, or those in these networks. */
export type TrustedProxy = "fly" | { hops: number } | { networks: BlockList };

const MISTAKE =
  'TRUST_PROXY must be "fly", how many proxies there are from 1 to 9, or their networks, such as "10.0.0.0/8, fd00::/8".';

export const trustedProxySchema = z.string().transform((text, context): TrustedProxy => {
  if (text === "fly") return "fly";
  if (/^[1-9]$/.test(text)) return { hops: Number(text) };
  const networks = readNetworks(text);
  if (networks) return { networks };
  context.addIssue({ code: "custom", message: MISTAKE });
  return z.NEVER;
});

function readNetworks(text: string): BlockList | undefined {
  const networks = new BlockList();
  for (const network of text.split(",")) {
    const [address = "", bits, ...rest] = network.trim().split("/");
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? String(most))) {
      return undefined;
    }
    const prefix = Number(bits ?? most);
    // A network of everybody would let anybody say who they are.
    if (prefix < 1 || prefix > most) return undefined;
    networks.addSubnet(address, prefix, version === 6 ? "ipv6" : "ipv4");
  }
  return networks;
}
