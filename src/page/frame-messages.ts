/** What a page tells the frame of an explorer. */
export type ToFrame =
  | {
      readonly klab: "start";
      readonly library: string;
      readonly source: string;
      /** Functions that tell which goals are reached. */
      readonly goals: readonly string[];
    }
  | { readonly klab: "compute"; readonly text: string }
  | { readonly klab: "stop" };

/** What the frame of an explorer tells its page. */
export type FromFrame =
  | { readonly klab: "ready" }
  | { readonly klab: "begun" }
  | { readonly klab: "result"; readonly text: string }
  | { readonly klab: "broken"; readonly text: string };

/** What a Worker answers when the library is read and the function is called: the text of no result. */
export const begun = "begun";
