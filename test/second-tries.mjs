// A reporter for Vitest: names the tests that failed once and passed when they were tried again. A machine's pause is
// no fault of ours, but a test that needs this often is one.

/** @implements {import("vitest/reporters").Reporter} */
export default class SecondTries {
  #names = [];

  onTestCaseResult(testCase) {
    const diagnostic = testCase.diagnostic();
    if (!diagnostic?.flaky) return;
    const [{ message } = { message: "" }] = testCase.result().errors ?? [];
    this.#names.push(`${testCase.module.relativeModuleId}: ${testCase.fullName}: ${message}`);
  }

  onTestRunEnd() {
    if (this.#names.length === 0) return;
    console.log(`\nPassed at the second try only:\n  ${this.#names.join("\n  ")}`);
  }
}
