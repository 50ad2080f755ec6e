import type { FieldSentences } from "./field-sentence";

export const workloadEntryNetworking: FieldSentences = {};
