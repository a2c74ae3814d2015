import { mountExplorer } from "./mount-explorer";

/** In a handout: defines `klabExplorer`, by a script of its own that pages without explorers do not have. */
export function offerExplorers(): void {
  window.klabExplorer = mountExplorer;
}
