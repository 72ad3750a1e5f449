import { CACHEABLE_PAGES } from "./cacheable-pages.ts";
import { personalPages } from "./http/public-address.ts";

export const isOwnPage = personalPages(CACHEABLE_PAGES);
