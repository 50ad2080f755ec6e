import { gatewayApiObject, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { grpcBackendProtocol } from "./grpc-backend-protocol";

const route = (backend: string) =>
  gatewayApiObject(
    "GRPCRoute",
    "lang",
    "translate",
    `{parentRefs: [{name: outer, namespace: gates}], rules: [{backendRefs: [{${backend}}]}]}`,
  );
const translate = service(
  "lang",
  "translate",
  "{port: 50051, name: grpc}",
  "{port: 50052, name: tcp-admin}",
);
const found = "error GRPCRoute translate spec.rules[0].backendRefs[0].port";

meshCases(grpcBackendProtocol, {
  "finds the second port of a Service": {
    yaml: translate + route("name: translate, port: 50052"),
    says: [found],
    messages: [
      'port 50052 (tcp-admin) of "translate.lang.svc.cluster.local" is TCP: gRPC needs HTTP/2, and proxies speak it only to ports that are said to be grpc or http2',
    ],
    related: [["Service translate.lang"]],
  },
  "leaves a port alone that is not there": {
    yaml: translate + route("name: translate, port: 50053"),
  },
  "leaves a Service alone that is not there": { yaml: route("name: translate, port: 50052") },
  "leaves a backend of another kind alone": {
    yaml: translate + route("group: example.com, kind: Fleet, name: translate, port: 50052"),
  },
  "finds a port of a ServiceEntry, by its host": {
    yaml:
      istio(
        "ServiceEntry",
        "lang",
        "outer",
        "{hosts: [lang.example.com], ports: [{number: 9000, name: tcp, protocol: TCP}], resolution: DNS}",
      ) + route("group: networking.istio.io, kind: Hostname, name: lang.example.com, port: 9000"),
    says: [found],
  },
});
