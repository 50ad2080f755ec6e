import type { FieldSentences } from "./field-sentence";

export const gatewayClassGateway: FieldSentences = {};
