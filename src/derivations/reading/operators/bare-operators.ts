/** Operators that people type without backslash, and the word they are read as. */
const spellings =
  "Log log Ln ln Exp exp Max max Min min Sup sup Inf inf Pr P Prob P prob P var Var cov Cov corr Corr Corr Corr std std Std std sd std SD std Cov Cov sgn sgn sign sign relu ReLU ReLU ReLU logit logit lim lim limsup limsup liminf liminf supp supp dom dom rank rank diag diag trace tr sin sin cos cos tan tan cot cot sec sec csc csc sinh sinh cosh cosh arcsin arcsin arccos arccos arctan arctan erf erf erfc erfc gcd gcd lcm lcm mod mod floor floor ceil ceil Re Re Im Im LSE logsumexp lse logsumexp logsumexp logsumexp softplus softplus logsigmoid logsigmoid Ber Bern Bernoulli Bern entropy Ent Entropy Ent MSE MSE MAE MAE RMSE RMSE esssup esssup essinf essinf";

/** By what is typed before a bracket, the word that is read. */
export const bareOperators: ReadonlyMap<string, string> = new Map(
  spellings
    .split(" ")
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]] as const] : [])),
);

/** Those that are taken for operators before a letter too: cos x. */
export const isWrittenWithoutBracket = (name: string): boolean =>
  /^(sin|cos|tan|cot|sec|csc|sinh|cosh|arcsin|arccos|arctan|erf|erfc|sgn|lim|liminf|limsup|supp|logit|relu|ReLU|Log|Exp|Cov|cov|Corr|corr|var)$/.test(
    name,
  );

/** Functions and operators with a meaning of their own that the language of derivations has not. */
export const isForeign = (name: string): boolean =>
  /^(sin|cos|tan|cot|sec|csc|sinh|cosh|arcsin|arccos|arctan|erf|erfc|gcd|lcm|mod|floor|ceil|sgn|sign|limsup|liminf|supp|dom|rank|Re|Im|logsumexp|esssup|essinf)$/.test(
    name,
  );
