import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../tests/setup/property-runs.ts";
import { writeJsonLd } from "./write-json-ld.ts";

test("whatever people write comes back, and ends neither the script nor a line of it", () => {
  const words = fc
    .array(
      fc.constantFrom("</script>", "<!--", "<script>", "\u2028", "\u2029", "&lt;", "\\", '"', "é"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: "binary" })), (name) => {
      const written = writeJsonLd([{ "@type": "Thing", name }]);
      expect(written).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(written)["@graph"]).toEqual([{ "@type": "Thing", name }]);
    }),
    { numRuns: propertyRuns(200) },
  );
});
