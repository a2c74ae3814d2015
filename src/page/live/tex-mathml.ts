import type { MathPiece } from "./math-piece";
import { TexReader } from "./tex-reader";

const namespace = "http://www.w3.org/1998/Math/MathML";

function build(piece: MathPiece, page: Document): Element {
  const element = page.createElementNS(namespace, piece.tag);
  for (const [name, value] of Object.entries(piece.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  if (piece.text !== undefined) element.textContent = piece.text;
  element.append(...(piece.children ?? []).map((child) => build(child, page)));
  return element;
}

/**
 * A formula of ours as MathML, which browsers set by themselves: the page holds no typesetter.
 *
 * Reads the TeX that the library writes: fractions, roots, scripts, brackets, sums, alignments. What it does not know
 * stands there as it was typed.
 */
export function texMathml(tex: string, display: boolean, page: Document): Element {
  const children = new TexReader(tex, display).read();
  const attributes: Record<string, string> = display ? { display: "block" } : {};
  return build({ tag: "math", attributes, children: [{ tag: "mrow", children }] }, page);
}

/** Before these a line may break. */
const joints = /^[=≠<>≤≥≈≡∝+−⋅·×→⇒∣]$/;

/** A formula in displayed style as several, one after another: no browser breaks a line within one. */
export function brokenMathml(tex: string, page: Document): Node[] {
  const parts: MathPiece[][] = [];
  for (const piece of new TexReader(tex, true).read()) {
    const isJoint = piece.tag === "mo" && joints.test(piece.text ?? "");
    if (parts.length === 0 || isJoint) parts.push([]);
    // At the head of a formula it would be taken for a sign.
    const form: Record<string, string> = isJoint && parts.length > 1 ? { form: "infix" } : {};
    parts.at(-1)?.push({ ...piece, attributes: { ...piece.attributes, ...form } });
  }
  const attributes = { displaystyle: "true" };
  return parts.flatMap((children) => [
    build({ tag: "math", attributes, children: [{ tag: "mrow", children }] }, page),
    page.createElement("wbr"),
  ]);
}
