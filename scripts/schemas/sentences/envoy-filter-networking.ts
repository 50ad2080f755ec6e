import type { FieldSentences } from "./field-sentence";

export const envoyFilterNetworking: FieldSentences = {};
