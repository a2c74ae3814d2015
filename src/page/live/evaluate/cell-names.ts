/** Names of the function that a cell becomes; nobody's. */
export const scopeName = "klab$";
export const importName = "klab$import";
export const endName = "klab$end";
