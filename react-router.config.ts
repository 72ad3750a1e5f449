import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // The map of all routes is one small file that browsers keep. Otherwise every page brings its part of it again, and asks
  // the server for more of it as soon as it is there.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
