import { type Distribution, isMultivariate } from "../../distributions/distribution";
import { type InPlainUnits, inPlainUnits, plainUnit } from "../../distributions/in-plain-units";
import { remade } from "../../distributions/remade";
import { Rescaled } from "../../distributions/rescaled";

/** The pair in a unit of length in which both widths are ordinary numbers, as far as one unit can do that. */
export function onOneScale(p: Distribution, q: Distribution): InPlainUnits<Distribution> {
  const isLine = (d: Distribution): boolean => d.kind === "continuous" && !isMultivariate(d);
  if (!isLine(p) || !isLine(q)) return { p, q, unit: 1 };
  const members = inPlainUnits(p, q);
  if (members.unit !== 1) return members;
  const unit = plainUnit(width(p), width(q));
  return unit === 1 ? { p, q, unit } : { p: inUnit(p, unit), q: inUnit(q, unit), unit };
}

function inUnit(d: Distribution, unit: number): Distribution {
  return remade(d, unit) ?? new Rescaled(d, unit);
}

/** From quartile to quartile. */
function width(d: Distribution): number {
  return d.quantile(0.75) - d.quantile(0.25);
}
