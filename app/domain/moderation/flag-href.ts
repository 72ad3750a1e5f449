/** The address of the form that flags a thing. @param href the thing's own address */
export function flagHref(href: string): string {
  return `${href}/flag`;
}
