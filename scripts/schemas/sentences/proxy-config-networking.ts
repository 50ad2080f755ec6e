import type { FieldSentences } from "./field-sentence";

export const proxyConfigNetworking: FieldSentences = {};
