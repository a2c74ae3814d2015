/** One colour a role, in every figure: at least 4.5 to 1 on white, told apart by colour-blind readers. */
export const lightColors = {
  p: "#005F9E",
  q: "#B84E00",
  divergence: "#6A3D9A",
  data: "#333333",
  model: "#00785A",
  /** A further line, for instance a third distribution. */
  other: "#A3195B",
  quiet: "#5B6773",
  grid: "#E3E6EA",
  zero: "#9AA5B1",
  text: "#1F2933",
  paper: "#FFFFFF",
} as const;

/** Each role's colour on a dark page: at least 4.5 to 1 on `paper`, told apart by colour-blind readers. */
export const darkColors: Readonly<Record<keyof typeof lightColors, string>> = {
  p: "#6DB6F2",
  q: "#F2A35E",
  divergence: "#C3A5F0",
  data: "#D9DEE4",
  model: "#5CCFA6",
  other: "#F28DB8",
  quiet: "#A6B1BD",
  grid: "#313A46",
  zero: "#66727F",
  text: "#E8ECF1",
  paper: "#14181D",
};

/** From little to much divergence, the paper's colour first: lightness alone tells the order. */
export const lightScale = ["#FCFBFD", "#DADAEB", "#A99FCC", "#8460AC", "#54278F"] as const;
const darkScale = ["#1A1E26", "#3A3358", "#654E94", "#9679CB", "#D3BCF7"];

/** The colours of a light page, each with its counterpart on a dark one. */
export const colorPairs: readonly (readonly [light: string, dark: string])[] = [
  ...Object.entries(lightColors).map(
    ([role, color]) => [color, darkColors[role as keyof typeof darkColors]] as const,
  ),
  ...lightScale.map((color, i) => [color, darkScale[i]] as const),
];

/** Red, green and blue as `rgb()` writes them. */
export const channels = (color: string): string =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(", ");
