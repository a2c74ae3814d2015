declare module "@citation-js/core";
declare module "@citation-js/plugin-bibtex";
