import type { FieldSentences } from "./field-sentence";

export const wasmPluginExtensions: FieldSentences = {};
