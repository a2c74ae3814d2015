import type { InformationTerm } from "./term";

/** Every variable that an entropy or an information is of, or is given. */
export const variablesOf = ({ values, others = [], given }: InformationTerm): readonly string[] => [
  ...values,
  ...others,
  ...given,
];
