import type { TypeWords } from "../type-words";
import { connectionSettingsWords } from "./connection-settings";
import { extensionProviderWords } from "./extension-provider";
import { meshConfigWords } from "./mesh-config";
import { networkingSettingsWords } from "./networking-settings";
import { proxyConfigWords } from "./proxy-config";

/** Words for every type below the mesh config, by the name that programs import. */
export const typeWords: Readonly<Record<string, TypeWords>> = {
  ...meshConfigWords,
  ...proxyConfigWords,
  ...connectionSettingsWords,
  ...networkingSettingsWords,
  ...extensionProviderWords,
};
