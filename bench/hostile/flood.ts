import autocannon from "autocannon";
import { median } from "../measure/median.ts";
import { peakMegabytes } from "../measure/process-figures.ts";
import { type Finding, onFreshSite } from "./proven-site.ts";

const SECONDS = 8;
const ROUNDS = 20;

/** One client with 50 connections on lists that nobody has asked for, and somebody else who reads. */
export function proveFlood(seeded: string): Promise<Finding[]> {
  // Little enough that a slow machine meets it too.
  return onFreshSite(seeded, { READ_BUDGET: "4" }, async ({ url }) => {
    const wait = async (number: number) => {
      const start = performance.now();
      // Each time from elsewhere: somebody who reads does not ask so often.
      const headers = { "X-Forwarded-For": `192.0.2.${number % 250}` };
      const answer = await fetch(`${url}/places?q=tea+${number}`, { headers });
      await answer.text();
      return performance.now() - start;
    };
    for (let number = 0; number < ROUNDS; number += 1) await wait(number);
    const before = await medianOf(ROUNDS, (number) => wait(1000 + number));
    const flood = startFlood(url);
    const during = await medianOf(ROUNDS, (number) => wait(2000 + number));
    const result = await flood;
    return [
      {
        tried: `50 connections for ${SECONDS} s on lists that are not kept, from one address`,
        seen: `${result["2xx"]} made, ${result["5xx"]} refused; others wait ${during} ms (${before} without)`,
        must: "most refused; others wait at most for five pages more",
        isFine: result["5xx"] > result["2xx"] && during <= 6 * before + 100,
      },
    ];
  });
}

async function startFlood(url: string) {
  let number = 0;
  return await autocannon({
    url,
    connections: 50,
    duration: SECONDS,
    headers: { "X-Forwarded-For": "203.0.113.9" },
    requests: [
      {
        setupRequest(request) {
          number += 1;
          return { ...request, path: `/places?q=soup+${number}` };
        },
      },
    ],
  });
}

async function medianOf(rounds: number, measure: (number: number) => Promise<number>) {
  const measured: number[] = [];
  for (let number = 0; number < rounds; number += 1) measured.push(await measure(number));
  return Math.round(median(measured));
}

const CONNECTIONS = 400;
const MOST_MEGABYTES = 300;

/** 400 connections on pages that are not kept, forms, unknown addresses and random lists. */
export function proveMemory(seeded: string): Promise<Finding[]> {
  return onFreshSite(seeded, { READ_BUDGET: "0" }, async ({ url, pid }) => {
    let number = 0;
    const paths = [
      () => `/places?q=soup+${number}`,
      () => "/places/new",
      () => `/nowhere/${number}`,
      () => `/map?q=tea+${number}`,
      () => "/places/surprise",
    ];
    const result = await autocannon({
      url,
      connections: CONNECTIONS,
      amount: 1500,
      timeout: 120,
      headers: { "Accept-Encoding": "br" },
      requests: [
        {
          setupRequest(request) {
            number += 1;
            return { ...request, path: paths[number % paths.length]?.() ?? "/" };
          },
        },
      ],
    });
    const peak = Math.round(peakMegabytes(pid));
    return [
      {
        tried: `${CONNECTIONS} connections on pages, forms and unknown addresses that are not kept`,
        seen: `${peak} MB at most, ${result.errors} errors`,
        must: `under ${MOST_MEGABYTES} MB, no error`,
        isFine: peak < MOST_MEGABYTES && result.errors === 0,
      },
    ];
  });
}
