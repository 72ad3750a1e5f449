/** Nothing was changed. Its message is for the operator. */
export class ImportError extends Error {}
