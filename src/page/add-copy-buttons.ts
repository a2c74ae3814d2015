import { copyText } from "./copy-text";

/** Beside each code of the page a button that copies it. */
export function addCopyButtons(): void {
  for (const code of document.querySelectorAll(".input code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "复制";
    button.addEventListener("click", async () => {
      await copyText(code.textContent ?? "");
      button.textContent = "已复制";
      setTimeout(() => {
        button.textContent = "复制";
      }, 1500);
    });
    code.closest(".input")?.append(button);
  }
}
