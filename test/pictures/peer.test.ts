import { expect, test } from "vitest";
import { peer } from "../../src/pictures/peer";

const notFound = (): Promise<never> =>
  Promise.reject(Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" }));

test("a package that is not there is named with the command that installs it", async () => {
  await expect(peer(notFound, "no-such-package")).rejects.toThrow(
    "缺少 no-such-package，请运行 npm i -D no-such-package",
  );
});

test.each(["shiki", "katex", "@fontsource/noto-sans-sc"])(
  "%s, there and not found where no more files may be open, is not called missing",
  async (name) => {
    await expect(peer(notFound, name)).rejects.toThrow(`${name} is installed and cannot be read`);
  },
);

test("what fails in the package itself stays what it is", async () => {
  const fault = new Error("its own");
  await expect(peer(() => Promise.reject(fault), "shiki")).rejects.toBe(fault);
});
