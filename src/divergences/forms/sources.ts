// Works that several families cite.

export const gil =
  "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.1";
export const loaiza =
  "G. Loaiza-Ganem and J. P. Cunningham, The continuous Bernoulli (2019), with the definition";
export const kotzAndVanDorp =
  "S. Kotz and J. R. van Dorp, Beyond Beta (2004), chapter 1, with the definition";
export const azzalini =
  "A. Azzalini, A class of distributions which includes the normal ones (1985)";
/** Of rows that are made of moments and an entropy. */
export const gilWithEntropies =
  "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011); entropies from T. M. Cover and J. A. Thomas (2006), table 17.1";
