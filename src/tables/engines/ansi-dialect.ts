import type { Dialect } from "../engine";

/** What DuckDB, PostgreSQL and Spark say alike. */
export const ansiDialect: Pick<Dialect, "identifier" | "literal" | "double" | "byBytes"> = {
  double: "DOUBLE",
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  literal: (text) => `'${text.replaceAll("'", "''")}'`,
  byBytes: (x) => x,
};
