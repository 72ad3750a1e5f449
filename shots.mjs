import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [w,h] of [[390,844],[1280,900]]) for (const c of ["light","dark"]) {
  const ctx = await b.newContext({ viewport: { width: w, height: h }, colorScheme: c, javaScriptEnabled: false });
  const p = await ctx.newPage(); p.on("console", m => console.log(w,c,m.text())); 
  for (const [n,u] of JSON.parse(process.env.PAGES ?? '[["map","/map?unrecommended=1&walk=15"]]')) {
  await p.goto(`http://localhost:${process.env.P ?? 3977}${u}`, { waitUntil: "networkidle" });
  await p.screenshot({ path: `/tmp/imp/${n}-${w}-${c}.png`, fullPage: !!process.env.FULL }); }
  await ctx.close();
}
await b.close();
