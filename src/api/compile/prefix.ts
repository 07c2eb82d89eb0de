/** Keeps apart what several aliases of one plain value select; `underAlias` reads it. */
export function withPrefix<F extends { readonly as: string }>(prefix: string, fields: readonly F[]): readonly F[] {
  return prefix === "" ? fields : fields.map((field) => ({ ...field, as: `${prefix}${field.as}` }));
}
