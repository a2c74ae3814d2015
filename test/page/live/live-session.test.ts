import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveSession } from "../../../src/page/live/live-session";

declare global {
  interface Window {
    klabLibrary?: Promise<string>;
  }
}

interface Frame {
  onload?: () => void;
  readonly setAttribute: () => void;
  readonly style: object;
}

let frame: Frame;
beforeEach(() => {
  frame = { setAttribute: () => {}, style: {} };
  vi.stubGlobal("addEventListener", () => {});
});
afterEach(() => vi.unstubAllGlobals());

/** A session in a page whose library comes as told. */
function sessionWith(library: Promise<string>): LiveSession {
  vi.stubGlobal("window", { klabLibrary: library, setTimeout });
  const page = { createElement: () => frame, body: { append: () => frame.onload?.() } };
  return new LiveSession([], page as never, () => 5);
}

const asked = (session: LiveSession): Promise<unknown> =>
  session.ask((id) => ({ kind: "plan", id, cells: [] }));

test("a question of a page whose library is broken is not waited for", async () => {
  expect(await asked(sessionWith(Promise.reject(new Error("cut short"))))).toBeUndefined();
}, 1000);

test("nor one whose Worker is stopped before it could hear", async () => {
  const session = sessionWith(Promise.resolve("library"));
  const answer = asked(session);
  session.stop();
  expect(await answer).toBeUndefined();
}, 1000);
