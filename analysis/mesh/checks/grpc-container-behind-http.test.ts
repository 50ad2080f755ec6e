import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { grpcContainerBehindHttp } from "./grpc-container-behind-http";

const pods = (name: string) =>
  deployment("shop", "web", "app: web").replace("name: main", `name: ${name}`);
const web = (port: string) => service("shop", "web", port);
const found = "warning Service web spec.ports[0]";

meshCases(grpcContainerBehindHttp, {
  "finds a port by its number": {
    yaml: web("{port: 80, targetPort: 8080, name: http-api}") + pods("grpc-api"),
    says: [found],
    messages: [
      'port 80 ("http-api") is HTTP, to which proxies speak HTTP/1.1, and leads to 8080 ("grpc-api") of Deployment web.shop: gRPC needs HTTP/2',
    ],
    related: [["Deployment web.shop"]],
  },
  "finds a port by its name": {
    yaml: web("{port: 80, targetPort: grpc, appProtocol: http}") + pods("grpc"),
    says: [found],
  },
  "takes gRPC for browsers, which is HTTP/1.1 too": {
    yaml: web("{port: 80, targetPort: 8080, name: http}") + pods("grpc-web"),
  },
  "takes a container's port of another name": {
    yaml: web("{port: 80, targetPort: 8080, name: http}") + pods("grpcish"),
  },
  "takes a port of HTTP/2": {
    yaml: web("{port: 80, targetPort: grpc, name: http2}") + pods("grpc"),
  },
  "takes a port that Envoy looks into": {
    yaml: web("{port: 80, targetPort: grpc, name: api}") + pods("grpc"),
  },
  "takes a port that is upgraded": {
    yaml:
      web("{port: 80, targetPort: grpc, name: http}") +
      pods("grpc") +
      istio(
        "DestinationRule",
        "shop",
        "r",
        "{host: web, trafficPolicy: {connectionPool: {http: {h2UpgradePolicy: UPGRADE}}}}",
      ),
  },
});
