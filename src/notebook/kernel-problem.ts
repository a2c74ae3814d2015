import type { Notebook } from "./nbformat";

/** The kernels that tslab brings: names and languages. A notebook that names none is taken for TypeScript. */
const languages: Readonly<Record<string, string>> = { tslab: "typescript", jslab: "javascript" };

/** Whether the notebook is for jslab, tslab's kernel for JavaScript. */
export function isJavaScript({ metadata: { kernelspec, language_info } }: Notebook): boolean {
  const language = kernelspec?.language ?? language_info?.name;
  return (
    kernelspec?.name === "jslab" || (kernelspec?.name === undefined && language === "javascript")
  );
}

/** Why `notebook` cannot be run by tslab; undefined if it can. */
export function kernelProblem(notebook: Notebook): string | undefined {
  const { kernelspec, language_info } = notebook.metadata;
  const name = kernelspec?.name ?? (isJavaScript(notebook) ? "jslab" : "tslab");
  const given = kernelspec?.language ?? language_info?.name;
  const language = Object.hasOwn(languages, name) ? languages[name] : undefined;
  if (language !== undefined && (given ?? language) === language) return undefined;
  const named = [kernelspec?.name, given].filter((part) => part !== undefined).join(", ");
  return `要用的内核是 ${named}，不是 tslab / for the kernel ${named}, not tslab`;
}
