import type { FieldSentences } from "./field-sentence";

export const tlsRouteGateway: FieldSentences = {};
