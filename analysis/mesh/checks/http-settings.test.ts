import { gatewayApiObject, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { corsAnyOrigin } from "./cors-any-origin";
import { grpcBackendProtocol } from "./grpc-backend-protocol";

const allowing = (origins: string) =>
  istio(
    "VirtualService",
    "shop",
    "v",
    `{hosts: [web], http: [{corsPolicy: {${origins}, allowCredentials: true}, route: [{destination: {host: web}}]}]}`,
  );
const says = ["warning VirtualService v spec.http[0].corsPolicy.allowCredentials"];

meshCases(corsAnyOrigin, {
  "finds a pattern for all": { yaml: allowing("allowOrigins: [{regex: '.*'}]"), says },
  "finds the beginning of all": { yaml: allowing("allowOrigins: [{prefix: 'https://'}]"), says },
  "finds one of several": {
    yaml: allowing("allowOrigins: [{exact: 'https://a.example.com'}, {exact: '*'}]"),
    says,
  },
  "finds the field of before": { yaml: allowing("allowOrigin: ['*']"), says },
  "takes the beginning of one": {
    yaml: allowing("allowOrigins: [{prefix: 'https://a.example.com'}]"),
  },
});

const backend = gatewayApiObject(
  "GRPCRoute",
  "shop",
  "r",
  "{parentRefs: [{name: gate}], rules: [{backendRefs: [{name: web, port: 80}]}]}",
);
const web = service("shop", "web");
const rule = (policy: string) =>
  istio("DestinationRule", "shop", "d", `{host: web, trafficPolicy: ${policy}}`);

meshCases(grpcBackendProtocol, {
  "finds a port of HTTP/1.1": {
    yaml: web + backend,
    says: ["error GRPCRoute r spec.rules[0].backendRefs[0].port"],
  },
  "takes a port whose name says nothing": {
    yaml: service("shop", "web", "{port: 80, name: main}") + backend,
  },
  "takes one that is upgraded": {
    yaml: web + backend + rule("{connectionPool: {http: {h2UpgradePolicy: UPGRADE}}}"),
  },
  "takes one that is upgraded for the port": {
    yaml:
      web +
      backend +
      rule(
        "{portLevelSettings: [{port: {number: 80}, connectionPool: {http: {useClientProtocol: true}}}]}",
      ),
  },
  "takes the mesh's own setting": {
    yaml: `${web + backend}---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "h2UpgradePolicy: UPGRADE"}
`,
  },
});
