import { Agent } from "node:http";
import { expect, test } from "vitest";
import { inventRequest, isFailure, send } from "../../bench/hostile/fuzz.ts";
import { Random } from "../../bench/random.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";

const { opening } = openHostOfBuild();

test("of 400 requests that no browser makes none is an error of the site's", async () => {
  const { url } = await opening;
  const agent = new Agent({ keepAlive: true });
  const random = new Random(11);
  for (let number = 0; number < 400; number += 1) {
    const invented = inventRequest(random);
    const status = await send(url, agent, invented);
    expect(isFailure(status), `${status} ${JSON.stringify(invented).slice(0, 300)}`).toBe(false);
  }
  agent.destroy();
});
