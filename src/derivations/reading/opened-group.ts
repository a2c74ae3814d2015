import { isSign, type TexToken } from "./tex-token";

/** A group around one name, or around the bracket that a name takes, is only a way of typing. */
export function openedGroup(token: TexToken, before: TexToken | undefined): readonly TexToken[] {
  if (token.kind !== "group") return [token];
  const { body } = token;
  const isName =
    body.length === 1 &&
    (body[0].kind === "word" || body[0].kind === "letter" || body[0].kind === "group");
  const isBracket =
    isSign(body[0], "(") &&
    (before?.kind === "letter" || before?.kind === "word" || before?.kind === "sub");
  return isName || isBracket
    ? body.flatMap((inner, i) => openedGroup(inner, body[i - 1]))
    : [token];
}
