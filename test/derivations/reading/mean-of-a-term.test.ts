import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { notesOf, textOf } from "./reading-texts";

describe("an expectation before bars is of the size", () => {
  test.each([
    [String.raw`\mathbb E_{x\sim p}\|x-\mu\|^2`, "E(x ~ P, (x - μ)^2)"],
    [String.raw`\mathbb{E}_{z\sim q}\|z\|^2`, "E(z ~ Q, z^2)"],
    [String.raw`\mathbb{E}_{x\sim p}\bigl|x-\mu\bigr| \ge 0`, "E(x ~ P, abs(x - μ)) ≥ 0"],
    [String.raw`\mathbb E_p |x| \ge |\mathbb E_p x|`, "E(x ~ P, abs(x)) ≥ abs(E(x ~ P, x))"],
    [
      String.raw`\frac12\mathbb E_p\|\nabla_x\log p(x)-s(x)\|^2`,
      "1/2*E(x ~ P, (∂(x, log(P(x))) - s(x))^2)",
    ],
    ["E|X| ≥ 0", "E(x ~ P, abs(x)) ≥ 0"],
  ])("%s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
    expect(readTex(tex).unread).toEqual([]);
  });
});

describe("round brackets around a sum after E are a factor of what it is taken of, and a note says so", () => {
  test.each([
    [String.raw`\mathbb E_p (x-\mu)^2`, "E(x ~ P, (x - μ)^2)"],
    [String.raw`\mathbb{E}_{x\sim p}(x-\mathbb{E}_{x\sim p}x)^2`, "E(x ~ P, (x - E(x ~ P, x))^2)"],
    [String.raw`\mathbb{E}_{x\sim p}(x-1)(x+1)`, "E(x ~ P, (x - 1)*(x + 1))"],
    [String.raw`\mathbb E_{x\sim p}(f(x)-g(x)) h(x)`, "E(x ~ P, (f(x) - g(x))*h(x))"],
  ])("%s", (tex, expected) => {
    expect(textOf(tex)).toBe(expected);
    expect(notesOf(tex)).toContain("期望对整项取");
  });

  test("brackets of another kind, or around one thing, are all that it is taken of", () => {
    expect(textOf(String.raw`\mathbb E_{x\sim p}[x-1]^2`)).toBe("E(x ~ P, x - 1)^2");
    expect(textOf(String.raw`E_{x\sim p}(x)^2`)).toBe("E(x ~ P, x)^2");
    expect(textOf(String.raw`E_p(\log p(x)-\log q(x)) = KL(p\|q)`)).toBe(
      "E(x ~ P, log(P(x)) - log(Q(x))) = KL(P ‖ Q)",
    );
    expect(notesOf(String.raw`E_{x\sim p}(f(x))^2`)).toContain("整个期望的幂");
  });
});
