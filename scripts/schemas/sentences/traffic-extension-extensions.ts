import type { FieldSentences } from "./field-sentence";

export const trafficExtensionExtensions: FieldSentences = {};
