import type { FieldSentences } from "./field-sentence";

export const gatewayClassGateway: FieldSentences = {
  "spec.controllerName": {
    text: "Controller of such gateways, Istio's being `istio.io/gateway-controller`; cannot be changed later.",
  },
  "spec.description": {
    text: "What the class is for, in free words.",
  },
  "spec.parametersRef": {
    text: "Object with settings for all gateways of the class, where the controller takes one.",
  },
  "spec.parametersRef.group": {
    text: "API group of the object; empty for core kinds such as ConfigMap.",
  },
  "spec.parametersRef.kind": {
    text: "Kind of the object.",
  },
  "spec.parametersRef.name": {
    text: "Name of the object.",
  },
  "spec.parametersRef.namespace": {
    text: "Namespace of the object; needed for namespaced kinds, left out for cluster-wide ones.",
  },
};
