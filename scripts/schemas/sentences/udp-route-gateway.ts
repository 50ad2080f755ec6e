import type { FieldSentences } from "./field-sentence";

export const udpRouteGateway: FieldSentences = {};
