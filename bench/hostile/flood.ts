import autocannon from "autocannon";
import { peakMegabytes } from "../measure/process-figures.ts";
import { type Finding, onFreshSite } from "./proven-site.ts";

const SECONDS = 8;

/** One client with 50 connections on lists that nobody has asked for, and somebody else who reads. */
export function proveFlood(seeded: string): Promise<Finding[]> {
  return onFreshSite(seeded, { READ_BUDGET: "20" }, async ({ url }) => {
    let number = 0;
    let isOver = false;
    const flood = autocannon({
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
    }).finally(() => {
      isOver = true;
    });
    const waits: number[] = [];
    while (!isOver) {
      for (const path of ["/places", `/places?q=tea+${waits.length}`]) {
        const start = performance.now();
        const answer = await fetch(url + path, { headers: { "X-Forwarded-For": "192.0.2.1" } });
        await answer.text();
        if (answer.status === 200) waits.push(performance.now() - start);
      }
    }
    const result = await flood;
    const slowest = Math.round(waits.toSorted((one, other) => one - other).at(-1) ?? 99_999);
    return [
      {
        tried: `50 connections for ${SECONDS} s on lists that are not kept, from one address`,
        seen: `${result["2xx"]} made, ${result["5xx"]} refused; somebody else waited ${slowest} ms at most`,
        must: "some refused, others wait less than 1,500 ms",
        isFine: result["5xx"] > 0 && slowest < 1500,
      },
    ];
  });
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
