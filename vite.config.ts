import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * What many screens share is one file for React and its router, one for what is read and one for forms, and three smaller ones
 * for the frame of every screen, the words for places and the fields of a place, instead of dozens of tiny ones. A group takes
 * along what its modules import: only those of forms and fields may lead to Zod.
 */
const SHARED = {
  groups: [
    {
      name: "react",
      test: /\/node_modules\/(react|react-router|scheduler)\//,
      minShareCount: 8,
      priority: 3,
    },
    {
      name: "reading",
      test: /\/app\/(paths|ui|domain\/(ranking|text\/(cleaning|counting|dates|folding)|members\/former-member|reviews\/(price|rating|review-order)\.|walk\/walk\.))/,
      minShareCount: 4,
      priority: 2,
    },
    {
      name: "forms",
      test: /\/app\/(forms\/|domain\/text\/fields\.)|\/node_modules\/(zod|@conform-to)\//,
      minShareCount: 3,
      priority: 1,
    },
    {
      name: "frame",
      test: /\/app\/(ui\/(lost-connection|new-code|added-count|own-marks|street-and-postcode)|domain\/activity\/unseen-words)\./,
      minShareCount: 2,
    },
    {
      name: "place-words",
      test: /\/app\/domain\/(ranking\/|places\/(diets-and-features|price-band)\.)/,
      minShareCount: 2,
    },
    {
      name: "place-fields",
      test: /\/app\/domain\/(cuisines\/cuisine-name|hours\/hours-fields|places\/(diets-and-features-fields|mainly))\./,
      minShareCount: 2,
    },
  ],
};

/**
 * Where the scripts of a screen are missing, React Router reloads the page that somebody wanted to leave, which makes its
 * links dead. Ours (app/entry.client.tsx) goes on to where they lead.
 */
const goOnWithoutScripts: Plugin = {
  name: "go-on-without-scripts",
  apply: "build",
  transform(code, id) {
    if (!id.endsWith("/dom/ssr/routeModules.js")) return undefined;
    const ours = code.replace(
      /catch \(error\) \{[\s\S]*window\.location\.reload\(\);\s*return new Promise\(\(\) => \{\}\);\s*\}/,
      "catch { return routeModulesCache[route.id] = await window.loadMissingPart(route.module); }",
    );
    if (ours === code) throw new Error("React Router loads its screens in another way now.");
    return ours;
  },
};

// docs/accessibility.md says what others get. The layout reaches further back than the scripts.
const OLDEST_BROWSERS = {
  target: ["chrome111", "firefox115", "safari16.4"],
  cssTarget: ["chrome99", "firefox115", "safari15.4"],
};

export default defineConfig({
  build: OLDEST_BROWSERS,
  plugins: [reactRouter(), goOnWithoutScripts],
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: SHARED } } } },
    ssr: { build: { rolldownOptions: { input: "./app/server.ts" } } },
  },
});
