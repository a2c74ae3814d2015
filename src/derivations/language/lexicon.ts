/** What an operator of the language is called inside, by everything it may be typed as. */
const spellings: readonly (readonly [canonical: string, ...aliases: string[]])[] = [
  ["Sum", "∑", "Σ", "sum"],
  ["Prod", "∏", "Π", "prod"],
  ["Int", "∫", "int", "integral"],
  ["E", "𝔼"],
  ["argmax", "arg_max"],
  ["argmin", "arg_min"],
  ["KL", "D_KL", "kl"],
  ["H"],
  ["log", "ln"],
  ["log2", "lb"],
  ["exp"],
  ["sqrt", "√"],
  ["abs"],
  ["sigmoid"],
  ["logsigmoid"],
  ["softplus"],
  ["tanh"],
  ["cases"],
  ["Partial", "∂"],
  ["lim"],
  ["min"],
  ["max"],
];

const canonicalByAlias = new Map(
  spellings.flatMap(([canonical, ...aliases]) =>
    [canonical, ...aliases].map((alias) => [alias, canonical] as const),
  ),
);

/** The operator that `name` spells, if it spells one. */
export function operatorNamed(name: string): string | undefined {
  return canonicalByAlias.get(name);
}

/** Letters that are spelt with one sign; each is an operator by itself. */
export const operatorSigns: Readonly<Record<string, string>> = {
  "∑": "Sum",
  "∏": "Prod",
  "∫": "Int",
  "√": "sqrt",
  "∂": "Partial",
};

const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  iota: "ι",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  pi: "π",
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Xi: "Ξ",
  Phi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
};

const greekNames = new Map(Object.entries(greek).map(([name, letter]) => [letter, name]));
// The micro sign and the variant letters are the same names to a reader.
const variants: Readonly<Record<string, string>> = { µ: "μ", ϑ: "θ", ϕ: "φ", ϵ: "ε" };

/** `theta`, `theta_1` and `ϑ` as `θ`, `θ_1`: one name, however it is typed. */
export function canonicalName(name: string): string {
  const [, head = "", rest = ""] = /^([^_′⋆*]*)(.*)$/u.exec(name) ?? [];
  const letter = own(greek, head) ?? own(variants, head) ?? head;
  return letter + rest.replace("⋆", "*");
}

/** The TeX command of a Greek letter, without backslash. */
export function greekCommand(letter: string): string | undefined {
  return letter === "ε" ? "varepsilon" : greekNames.get(letter);
}

/** A name such as `constructor` is not in a table because every object has it. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

// What ∞ is typed as where the keyboard lacks it.
const infinities = new Set(["inf", "infty", "infinity", "Inf", "oo"]);

export const isInfinity = (name: string): boolean => infinities.has(name);

/** The fixed value of a name, if it has one. */
export const constantNamed = (name: string): number | undefined => own(constants, name);

/** Distributions that are written in place, by name, with the number of their parameters; Gamma is read as Γ. */
export const builtInDistributions: ReadonlyMap<string, number> = new Map([
  ["N", 2],
  ["Bern", 1],
  ["mix", 3],
  ["softmax", 1],
  ["Poisson", 1],
  ["Exp", 1],
  ["Geom", 1],
  ["Γ", 2],
  ["Beta", 2],
  ["Laplace", 2],
  ["Unif", 2],
]);

/** Names with a fixed value in every world. */
export const constants: Readonly<Record<string, number>> = {
  π: Math.PI,
  "∞": Number.POSITIVE_INFINITY,
};
