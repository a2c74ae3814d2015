const greek =
  "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω ell ℓ";
const signs =
  "sum ∑ prod ∏ int ∫ iint ∫ oint ∫ le ≤ leq ≤ leqslant ≤ leqq ≤ lesssim ≲ geqq ≥ gtrsim ≳ ge ≥ geq ≥ geqslant ≥ approx ≈ simeq ≈ cong ≈ sim ~ propto ∝ triangleq := coloneqq := equiv = doteq ≐ leftarrow ← gets ← longleftarrow ← ne ≠ neq ≠ in ∈ to → rightarrow → mapsto → Rightarrow ⇒ implies ⇒ Longrightarrow ⇒ Leftrightarrow ⇔ Longleftrightarrow ⇔ iff ⇔ impliedby ⇔ Leftarrow ⇔ because ∵ therefore ∴ exist ∃ exists ∃ forall ∀ cdot · times × ast * star ⋆ div / ldots … cdots … dots … vdots … mid | vert | lvert | rvert | Vert ‖ parallel ‖ lVert ‖ rVert ‖ Arrowvert ‖ infty ∞ partial ∂ nabla ∇ prime ′ top ⊤ intercal ⊤ otimes ⊗ colon : lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ nmid ∤ odot · circ ∘ setminus ∖ perp ⊥ leadsto → longrightarrow → ll ≪ gg ≫ succ ≻ prec ≺ pm ± lt < gt > lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉";
const words =
  "log log ln ln lg lg lb lb exp exp min min max max sup sup inf inf arg arg argmax argmax argmin argmin det det tr tr Tr tr trace tr Pr P KL KL DKL KL kl KL JS JS JSD JS TV TV Var Var Cov Cov softmax softmax sigmoid sigmoid ELBO ELBO lim lim sign sign diag diag tanh tanh";

const pairs = (text: string): ReadonlyMap<string, string> => {
  const parts = text.split(" ");
  return new Map(parts.flatMap((name, i) => (i % 2 === 0 ? [[name, parts[i + 1]] as const] : [])));
};

/** Commands that are one letter, by name. */
export const letterCommands: ReadonlyMap<string, string> = pairs(greek);

/** Commands that are one sign. */
export const signCommands: ReadonlyMap<string, string> = new Map([
  ...pairs(signs),
  ["|", "‖"],
  ["#", "#"],
  ["{", "{"],
  ["}", "}"],
]);

/** Commands that are a word. */
export const wordCommands: ReadonlyMap<string, string> = pairs(words);

const named = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Commands that only set another face of the same letters. */
export const faceCommands = named(
  "mathbf boldsymbol bm bold mathbb mathcal mathscr mathfrak mathsf mathit mathtt bf it cal pmb mathds Bbb",
);

/** Commands whose argument is a name or words. */
export const textCommands = named(
  "text mathrm rm textrm textbf textit textsf textnormal mbox operatorname mathop mathrel mathbin mathord",
);

/** Commands that put a sign over a letter. */
export const markCommands: ReadonlyMap<string, string> = new Map([
  ["hat", "hat"],
  ["widehat", "hat"],
  ["bar", "bar"],
  ["overline", "bar"],
  ["tilde", "tilde"],
  ["widetilde", "tilde"],
  ["vec", ""],
  ["dot", "dot"],
  ["underline", ""],
]);

/** Commands of which nothing is read, by the number of their arguments. */
export const silentCommands: ReadonlyMap<string, number> = new Map([
  ...[
    "limits nolimits displaylimits allowbreak thinspace enspace enskip medspace thickspace negthinspace negmedspace noindent centering protect Biggm biggm Bigm left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm nonumber notag space small large tiny displaystyle textstyle scriptstyle hfill hline qed",
  ].flatMap((text) => text.split(" ").map((name) => [name, 0] as const)),
  [",", 0],
  [";", 0],
  [":", 0],
  ["!", 0],
  [">", 0],
  [" ", 0],
  ["/", 0],
  ["hspace", 1],
  ["vspace", 1],
  ["label", 1],
  ["tag", 1],
  ["eqno", 1],
  ["footnote", 1],
  ["footnotemark", 0],
  ["mkern", 0],
  ["vphantom", 1],
  ["hphantom", 1],
  ["color", 1],
  ["phantom", 1],
  ["mathstrut", 0],
]);

/** Names that people type without a backslash, and what is read. */
export const dictionary: ReadonlyMap<string, string> = new Map([
  ...["log", "ln", "exp", "max", "min", "sup", "inf", "arg", "argmax", "argmin", "det", "tr"].map(
    (word) => [word, word] as const,
  ),
  ...["softmax", "sigmoid", "ELBO", "clip", "mean", "std", "const"].map((w) => [w, w] as const),
  ["Softmax", "softmax"],
  ["Tr", "tr"],
  ["Var", "Var"],
  ["KL", "KL"],
  ["DKL", "KL"],
  ["kl", "KL"],
  ["KLD", "KL"],
  ["JS", "JS"],
  ["JSD", "JS"],
  ["TV", "TV"],
  ["DL", "DL"],
  ...[
    "CE",
    "BCE",
    "IG",
    "IV",
    "FL",
    "PPL",
    "Gini",
    "Gain",
    "GainRatio",
    "Ent",
    "loss",
    "Loss",
    "MI",
    "NLL",
    "MLE",
  ].map((word) => [word, word] as const),
]);
