/** A character by name, and what to write instead of it. */
type Refusal = readonly [zh: string, en: string];

const marks: Readonly<Record<string, Refusal>> = {
  "\u0304": ["横线（如 x̄）", "bar"],
  "\u0305": ["横线（如 x̄）", "bar"],
  "\u0302": ["尖帽（如 θ̂）", "hat"],
  "\u0303": ["波浪（如 x̃）", "tilde"],
  "\u0307": ["点（如 ẋ）", "dot"],
  "\u0308": ["两点（如 ẍ）", "two dots"],
  "\u20d7": ["箭头（如 x⃗）", "arrow"],
};

const words: Readonly<Record<string, string>> = {
  "\u0304": "bar",
  "\u0305": "bar",
  "\u0302": "hat",
  "\u0303": "tilde",
  "\u0307": "dot",
  "\u0308": "ddot",
  "\u20d7": "vec",
};

const subscripts = "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
const plainSubscripts = "0123456789aehijklmnoprstuvx";
const superscripts = "⁰¹⁴⁵⁶⁷⁸⁹⁻⁺ⁿⁱᵀ";
const plainSuperscripts = "01456789-+niT";

/** What a raised, lowered or topped character is called, and what to write; undefined for any other. */
export function refuseCharacter(c: string, name: string): Refusal | undefined {
  const mark = marks[c];
  if (mark) {
    const word = `${name}_${words[c]}`;
    return [
      `这里有附加符号：${mark[0]}；名字写成普通字母，例如 ${word}`,
      `a combining mark stands here (${mark[1]}); write the name in plain letters, as in ${word}`,
    ];
  }
  const below = subscripts.indexOf(c);
  if (below >= 0) {
    const digit = plainSubscripts[below];
    return [
      `${c} 是下标字符；写成 ${name}_${digit}，样本或数组的第 ${digit} 个写成 ${name}[${digit}]`,
      `${c} is a subscript character; write ${name}_${digit}, or ${name}[${digit}] for an entry`,
    ];
  }
  const above = superscripts.indexOf(c);
  if (above < 0) return undefined;
  const sign = plainSuperscripts[above];
  if (sign === "T") {
    return [
      `${c} 是上标字符（转置）；这里的量都是数，去掉它`,
      `${c} is a superscript character (transposed); quantities are numbers here, leave it out`,
    ];
  }
  const power = sign === "-" ? "(-1)" : sign;
  return [
    `${c} 是上标字符；乘方写成 ${name}^${power}`,
    `${c} is a superscript character; write a power as ${name}^${power}`,
  ];
}
