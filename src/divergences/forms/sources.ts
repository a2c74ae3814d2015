// Works that several families cite.

export const gil =
  "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.1";
export const loaiza =
  "G. Loaiza-Ganem and J. P. Cunningham, The continuous Bernoulli (2019), with the definition";
/** Of rows that are made of moments and an entropy. */
export const gilWithEntropies =
  "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011); entropies from T. M. Cover and J. A. Thomas (2006), table 17.1";
