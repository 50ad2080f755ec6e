import type { FieldSentences } from "./field-sentence";

export const workloadGroupNetworking: FieldSentences = {};
