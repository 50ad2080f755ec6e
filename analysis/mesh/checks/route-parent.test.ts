import { gatewayApiObject, meshCases, service } from "../../../test/support/mesh-cases";
import { routeParent } from "./route-parent";

const route = (parent: string) =>
  service("ops", "alerts") +
  gatewayApiObject(
    "HTTPRoute",
    "ops",
    "alerts",
    `{parentRefs: [{${parent}}], rules: [{backendRefs: [{name: alerts, port: 80}]}]}`,
  );

meshCases(routeParent, {
  "finds a Service without its group, for which the Gateway API's is filled in": {
    yaml: route("kind: Service, name: alerts"),
    says: ['error HTTPRoute alerts spec.parentRefs[0].kind = ""'],
  },
  "takes a Service in the group of Kubernetes' own": {
    yaml: route('kind: Service, group: "", name: alerts'),
  },
  "passes over kinds of others": {
    yaml: route("kind: Service, group: serving.knative.dev, name: alerts"),
  },
  "says which group is meant": {
    yaml: route("kind: Service, name: alerts"),
    says: ['error HTTPRoute alerts spec.parentRefs[0].kind = ""'],
    messages: [
      'Service alerts in group gateway.networking.k8s.io, which is meant where no group is written: no proxy gets the route; write group: ""',
    ],
  },
});
