// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface GatewayClassSpec {
  controllerName: string;
  description?: string;
  parametersRef?: GatewayClassParametersRef;
}

export interface GatewayClassParametersRef {
  group: string;
  kind: string;
  name: string;
  namespace?: string;
}
