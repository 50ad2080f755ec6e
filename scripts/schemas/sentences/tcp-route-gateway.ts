import type { FieldSentences } from "./field-sentence";

export const tcpRouteGateway: FieldSentences = {};
