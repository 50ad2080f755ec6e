import type { FieldSentences } from "./field-sentence";

export const grpcRouteGateway: FieldSentences = {};
