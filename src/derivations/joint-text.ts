import type { Joint } from "./joints/joint";

const mostRows = 4;

/** One variable by itself and the other given some of its values. */
export function jointText(name: string, joint: Joint): string {
  const [first, second] = joint.variables;
  const own = joint.marginal(first);
  const [low, high] = own.support;
  const isTable = own.kind === "discrete" && high - low < mostRows;
  const values = isTable
    ? Array.from({ length: high - low + 1 }, (_, i) => low + i)
    : [0.1, 0.5, 0.9].map((u) => Number(own.quantile(u).toPrecision(3)));
  const rows = values.map(
    (v) => `${name}(${second} | ${first}=${v}) = ${joint.conditional(second, v)}`,
  );
  return [`${name}(${first}) = ${own}`, ...rows].join("; ");
}
