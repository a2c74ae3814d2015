// The door of klab/learn.
export * from "./training-door";
export * from "./models-door";
