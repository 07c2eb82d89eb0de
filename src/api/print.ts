import { lexicographicSortSchema, printSchema } from "graphql";
import type { GraphQLSchema } from "graphql";

/** A schema as SDL with its descriptions, sorted so that equal schemas print alike. Ends with a newline. */
export function printApi(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
