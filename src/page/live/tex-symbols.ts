const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(/\s+/).map((pair) => [pair.slice(0, -1), pair.slice(-1)]));

/** Letters: italic where TeX sets them so. */
export const texLetters: Readonly<Record<string, string>> = {
  ...pairs(
    "alphaα betaβ gammaγ deltaδ epsilonϵ varepsilonε zetaζ etaη thetaθ varthetaϑ iotaι kappaκ lambdaλ muμ nuν xiξ piπ rhoρ sigmaσ tauτ upsilonυ phiϕ varphiφ chiχ psiψ omegaω ellℓ",
  ),
};

/** Letters that stand upright, and signs that are read as one. */
export const texUpright: Readonly<Record<string, string>> = pairs(
  "GammaΓ DeltaΔ ThetaΘ LambdaΛ XiΞ PiΠ SigmaΣ PhiΦ PsiΨ OmegaΩ infty∞ partial∂ nabla∇ emptyset∅ varnothing∅ square□ Box□ prime′ dots… ldots… cdots⋯ star⋆",
);

export const texOperators: Readonly<Record<string, string>> = pairs(
  "le≤ leq≤ ge≥ geq≥ ne≠ neq≠ approx≈ sim∼ equiv≡ propto∝ ll≪ gg≫ in∈ notin∉ subset⊂ subseteq⊆ cup∪ cap∩ setminus∖ to→ rightarrow→ Rightarrow⇒ leftarrow← mapsto↦ implies⟹ iff⟺ parallel∥ Vert‖ vert| mid∣ |‖ cdot⋅ times× pm± mp∓ div÷ circ∘ wedge∧ vee∨ neg¬ forall∀ exists∃ colon: langle⟨ rangle⟩ lbrace{ rbrace} lvert| rvert| lVert‖ rVert‖ lfloor⌊ rfloor⌋ lceil⌈ rceil⌉ ast∗ bot⊥ perp⊥",
);

/** Operators whose limits stand above and below where the formula is displayed. */
export const texSums: Readonly<Record<string, string>> = pairs("sum∑ prod∏ bigcup⋃ bigcap⋂");

export const texIntegrals: Readonly<Record<string, string>> = pairs("int∫ oint∮");

export const texFunctions = new Set(
  "log ln lg exp sin cos tan sinh cosh tanh coth arcsin arccos arctan det dim ker Pr deg gcd".split(
    " ",
  ),
);

export const texLimits = new Set("max min sup inf lim argmax argmin arg".split(" "));

export const texSpaces: Readonly<Record<string, string>> = {
  ",": "0.1667em",
  ":": "0.2222em",
  ";": "0.2778em",
  "!": "-0.1667em",
  " ": "0.25em",
  quad: "1em",
  qquad: "2em",
};

export const texAccents: Readonly<Record<string, string>> = {
  hat: "^",
  widehat: "^",
  bar: "¯",
  overline: "¯",
  tilde: "~",
  widetilde: "~",
  vec: "→",
  dot: "˙",
};
