/** The element in which a saved page holds its reader's edits. */
export const editsId = "klab-edits";
/** The element that holds the notebook that a page was made of. */
export const notebookId = "notebook-packed";
/** The element that holds the scripts for controls and cells. */
export const toolsId = "tools-packed";
/** The element that holds the long JSON of a page's figures. */
export const figuresId = "figures-packed";
