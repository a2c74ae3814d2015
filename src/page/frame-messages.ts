/** What a page tells the frame of an explorer. */
export type ToFrame =
  | { readonly klab: "start"; readonly library: string; readonly source: string }
  | { readonly klab: "compute"; readonly text: string }
  | { readonly klab: "stop" };

/** What the frame of an explorer tells its page. */
export type FromFrame =
  | { readonly klab: "ready" }
  | { readonly klab: "result"; readonly text: string }
  | { readonly klab: "broken"; readonly text: string };
