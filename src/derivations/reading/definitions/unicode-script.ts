/** Small letters and figures below the line, by the sign that each stands for. */
const below = new Map(
  [..."₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵩφ"].flatMap(
    (sign, i, all) => (i % 2 === 0 ? [[sign, all[i + 1]] as const] : []),
  ),
);

const above = new Map(
  [..."⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁽(⁾)ⁱiⁿnᵀTᵏkᵗtʲjᵐm"].flatMap((sign, i, all) =>
    i % 2 === 0 ? [[sign, all[i + 1]] as const] : [],
  ),
);

/** xᵢ, log₂, σ²ₓ, p₁₂: a run of Unicode's small signs as a script in braces, and where it ends. */
export function unicodeScript(
  tex: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  const table = below.has(tex[at]) ? below : above.has(tex[at]) ? above : undefined;
  if (!table) return undefined;
  let end = at;
  let body = "";
  for (let sign = table.get(tex[end]); sign !== undefined; sign = table.get(tex[++end]))
    body += sign;
  return { text: `${table === below ? "_" : "^"}{${body}}`, end };
}
