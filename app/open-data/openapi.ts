import { z } from "zod";
import { FORMATS, type Format, TWINS, type TwinnedPage, twinPath } from "#app/twins.ts";
import { ANSWERS, problemSchema } from "./answers.ts";
import { PARAMETERS } from "./parameters.ts";

/** Newest first. A version's first number is raised when a program written for the one before may break. */
export const API_CHANGES = [
  { version: "1.0.0", day: "30 November 2026", words: "The first version." },
] as const;

/** The OpenAPI 3.1 document of everything that can be read by a program. */
export function describeApi({ siteName, origin }: { siteName: string; origin: string }) {
  return {
    openapi: "3.1.0",
    info: {
      title: `${siteName}, read by programs`,
      version: API_CHANGES[0].version,
      description: "Every public page is also there in other formats, at the same address.",
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(twinnedPages().flatMap(describePaths)),
    components: {
      schemas: {
        Problem: jsonSchemaOf(problemSchema),
        ...Object.fromEntries(
          twinnedPages().map((page) => [nameOf(page), jsonSchemaOf(ANSWERS[page].schema)]),
        ),
      },
    },
  };
}

function twinnedPages(): TwinnedPage[] {
  const isTwinned = (path: string): path is TwinnedPage => path in TWINS;
  return Object.keys(TWINS).filter(isTwinned);
}

/** For people: what can be read, how, and what addresses take. */
export function describePages() {
  return twinnedPages().map((page) => ({
    path: page.replace(/:(\w+)/, "{$1}"),
    summary: ANSWERS[page].summary,
    formats: TWINS[page].map((format) => `.${format}`),
    parameters: Object.keys(PARAMETERS[page]),
  }));
}

function describePaths(page: TwinnedPage) {
  return TWINS[page].map((format) => [
    twinPath(page.replace(/:(\w+)/, "{$1}"), format),
    { get: describeAnswer(page, format) },
  ]);
}

function describeAnswer(page: TwinnedPage, format: Format) {
  const problem = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  return {
    summary: `${ANSWERS[page].summary}: ${FORMATS[format].words}`,
    operationId: `${nameOf(page)}-${format}`,
    parameters: [...pathParameters(page), ...queryParameters(page)],
    responses: {
      "200": {
        description: "The page",
        content: { [FORMATS[format].type]: { schema: schemaOf(page, format) } },
      },
      "304": { description: "Nothing has changed since" },
      "400": { description: "Something in the address cannot be understood", content: problem },
      "404": { description: "There is nothing at this address", content: problem },
    },
  };
}

function pathParameters(page: TwinnedPage) {
  return [...page.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(page: TwinnedPage) {
  return Object.entries(PARAMETERS[page]).map(([name, schema]) => ({
    name,
    in: "query",
    description: schema.description,
    schema: jsonSchemaOf(schema),
  }));
}

function schemaOf(page: TwinnedPage, format: Format) {
  if (format === "json") return { $ref: `#/components/schemas/${nameOf(page)}` };
  return format === "geojson"
    ? { type: "object", description: "A FeatureCollection (RFC 7946)" }
    : { type: "string" };
}

function jsonSchemaOf(schema: z.ZodType) {
  const { $schema, ...described } = z.toJSONSchema(schema);
  return described;
}

/** "places", "places-slug" */
function nameOf(page: TwinnedPage): string {
  return page.slice(1).replace("/:", "-");
}
