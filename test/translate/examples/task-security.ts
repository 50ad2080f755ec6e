import { type Asked, gets, judges, says, sidecar } from "../../support/asked";
import { takesPlainText } from "../../support/asked-objects";
import { cluster, httpFilter, networkFilter } from "../../support/envoy";
import type { Envoy, ProxyConfig } from "../../support/translate";

const issuer = "testing@secure.istio.io";
const request = { method: "GET", path: "/headers", port: 8080 };
const token = { iss: issuer, sub: issuer };

const httpbin = (namespace: string) =>
  sidecar(namespace, namespace, { app: "httpbin", version: "v1" });

export default {
  proxies: [
    sidecar("curl", "jwt", { app: "curl" }),
    ...["jwt", "jwt-groups", "dry-run", "strict"].map(httpbin),
    sidecar("originator", "tls-origination"),
    sidecar("tcp", "tcp", { app: "tcp-echo", version: "v1" }),
  ],
  asks: [
    gets(
      "curl",
      { host: "httpbin.jwt.svc.cluster.local", port: 8000, path: "/headers" },
      "100 httpbin.jwt:8000; 2 retries",
      "curl",
    ),
    judges("jwt", request, false, "a request without a token"),
    judges("jwt", { ...request, token }, true, "a request with a token"),
    judges("jwt-groups", { ...request, token }, false, "a token without a group"),
    judges(
      "jwt-groups",
      { ...request, token: { ...token, groups: ["group1", "group2"] } },
      true,
      "a token of the group",
    ),
    judges("dry-run", request, true, "a request that would be refused"),
    says(
      "the proxy only notes what the trial would refuse",
      ({ configs: { "dry-run": config } }) => {
        const filter = httpFilter(
          config as ProxyConfig,
          "virtualInbound",
          "envoy.filters.http.rbac",
        );
        return [filter.rules, filter.shadowRules.action];
      },
      [undefined, "DENY"],
    ),
    gets("originator", { host: "edition.cnn.com" }, "100 edition.cnn.com:80; 2 retries", "plain"),
    says(
      "the sidecar encrypts what was plain",
      ({ configs: { originator } }) =>
        cluster(originator as ProxyConfig, "edition.cnn.com", 80).transportSocket?.name,
      "envoy.transport_sockets.tls",
    ),
    says(
      "without mutual TLS nothing passes where it is strict",
      ({ configs: { strict } }) => takesPlainText(strict as ProxyConfig, 8080),
      false,
    ),
    says(
      "connections to 9000 and 9001 pass",
      ({ configs: { tcp } }) => {
        const { rules } = networkFilter(
          tcp as ProxyConfig,
          "virtualInbound",
          "envoy.filters.network.rbac",
        );
        const [{ permissions }] = Object.values<Envoy>(rules.policies);
        return JSON.stringify(permissions).match(/"destinationPort":\d+/g);
      },
      ['"destinationPort":9000', '"destinationPort":9001'],
    ),
  ],
} satisfies Asked;
