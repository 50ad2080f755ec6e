import type { FieldSentences } from "./field-sentence";

export const listenerSetGateway: FieldSentences = {};
