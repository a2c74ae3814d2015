import type { Term } from "./term";

/** A term as text that reads back as the same term; brackets wherever they could matter. */
export function textTerm(term: Term): string {
  const text = textTerm;
  switch (term.kind) {
    case "number":
      return term.text;
    case "name":
      return term.name;
    case "blank":
      return "·";
    case "negate":
      return `(-${text(term.body)})`;
    case "binary":
      return `(${text(term.left)} ${term.operator} ${text(term.right)})`;
    case "elementary":
      return `${term.name}(${text(term.body)})`;
    case "extreme":
      return `${term.operator}(${term.terms.map(text).join(", ")})`;
    case "call": {
      const given = term.given.length ? ` | ${term.given.map(text).join(", ")}` : "";
      const values = term.values.map((value, i) => {
        const name = term.names?.[i];
        return name === undefined ? text(value) : `${name}=${text(value)}`;
      });
      return `${term.name}(${values.join(", ")}${given})`;
    }
    case "index":
      return `${term.name}[${text(term.index)}]`;
    case "fold": {
      const sign = term.operator === "sum" ? "∑" : "∏";
      return `${sign}(${term.variable}=${text(term.low)}, ${text(term.high)}, ${text(term.body)})`;
    }
    case "supportFold": {
      const sign = term.operator === "sum" ? "∑" : "∏";
      return `${sign}(${term.variable} ∈ ${text(term.over)}, ${text(term.body)})`;
    }
    case "integral":
      return `∫(${term.variable}, ${text(term.low)}, ${text(term.high)}, ${text(term.body)})`;
    case "expectation":
      return `E(${term.variable} ~ ${text(term.over)}, ${text(term.body)})`;
    case "optimum":
      return `${term.operator}(${term.variable}, ${text(term.body)})`;
    case "divergence":
      return `KL(${text(term.p)} ‖ ${text(term.q)})`;
    case "measure": {
      const generator = term.generator
        ? `${term.generator}, `
        : term.order
          ? `${text(term.order)}, `
          : "";
      return `${term.name}(${generator}${text(term.p)} ‖ ${text(term.q)})`;
    }
    case "limit":
      return `lim(${term.variable}, ${text(term.to)}, ${text(term.body)})`;
    case "information": {
      const given = term.given.length ? ` | ${term.given.join(", ")}` : "";
      const others = term.others ? `; ${term.others.join(", ")}` : "";
      return `${term.measure}(${term.values.join(", ")}${others}${given})`;
    }
    case "cases": {
      const rows = term.rows.map(
        ({ value, relation, left, right }) =>
          `${text(value)}, ${text(left)} ${relation} ${text(right)}`,
      );
      return `cases(${[...rows, ...(term.otherwise ? [text(term.otherwise)] : [])].join(", ")})`;
    }
    case "derivative":
      return `∂(${text(term.variable)}, ${text(term.body)})`;
    case "entropy":
      return `H(${text(term.p)}${term.q ? `, ${text(term.q)}` : ""})`;
  }
}
