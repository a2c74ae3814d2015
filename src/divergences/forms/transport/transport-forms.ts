import { locationScaleTransports } from "./location-scale";
import { multivariateTransports } from "./multivariate";
import { orderedTransports } from "./ordered";
import { positiveTransports } from "./positive";
import type { TransportForm } from "./transport-form";

/** What the table of pairs has of W₁ and W₂, by the names of the two families. */
export const transportForms: ReadonlyMap<string, TransportForm> = new Map([
  ...locationScaleTransports,
  ...positiveTransports,
  ...orderedTransports,
  ...multivariateTransports,
]);
