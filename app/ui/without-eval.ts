// Zod tries out whether it may compile code, which the site's policy refuses and the browser reports. Here it is told
// beforehand, without bringing Zod to pages that have no form.
if (typeof document !== "undefined") {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
