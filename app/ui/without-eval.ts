// Zod tests whether it may compile code, which the content security policy blocks and reports.
// This prevents the test without loading Zod on pages that have no form.
if (typeof document !== "undefined") {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
