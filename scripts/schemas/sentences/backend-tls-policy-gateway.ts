import type { FieldSentences } from "./field-sentence";

export const backendTlsPolicyGateway: FieldSentences = {};
