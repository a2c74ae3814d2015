import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (path: string) => boolean;
}

/** True for a file that this user may run. */
export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const commandNames = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
  "chrome",
];

const linuxPlaces = [
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/bin/microsoft-edge",
  "/opt/microsoft/msedge/msedge",
];

const macApplications = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return folders.flatMap((folder) => macApplications.map((name) => `${folder}/${name}`));
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder ? windowsPrograms.map((name) => `${folder}\\${name}`) : [],
    );
  }
  return platform === "linux" ? linuxPlaces : [];
}

function placesOnPath({ platform, env }: Machine): string[] {
  const suffix = platform === "win32" ? ".exe" : "";
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => commandNames.map((name) => join(folder, name + suffix)));
}

/** Installed Chrome, Chromium and Edge: usual places first, then PATH. */
export function systemBrowsers(machine: Machine): string[] {
  const places = new Set([...usualPlaces(machine), ...placesOnPath(machine)]);
  return [...places].filter(machine.isExecutable);
}
