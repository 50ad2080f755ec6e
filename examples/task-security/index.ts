// Tasks of Istio's documentation about who may call: tokens of one issuer, then only those of a group, and
// a rule that is tried before it refuses anything. Then TCP by port, mutual TLS as the only way in, and TLS
// for calls that leave the mesh.
// Look at: `curl -H "Authorization: Bearer $TOKEN" http://httpbin.foo:8000/headers` with the tokens of
// istio's folder security/tools/jwt/samples, and the proxy's log for what the trial would have refused.
import * as k8s from "@pulumi/kubernetes";
import {
  Authorization,
  AuthorizationAction,
  Client,
  ExternalProtocol,
  ExternalService,
  Httpbin,
  JwtAuthentication,
  MeshMode,
  MeshNamespace,
  MutualTls,
  security,
} from "istio-mesh";

const issuer = "testing@secure.istio.io";
const jwksUri =
  "https://raw.githubusercontent.com/istio/istio/release-1.31/security/tools/jwt/samples/jwks.json";
const selector = { app: "httpbin" };

/** httpbin and somebody to call it from. */
function foo(name: string) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  new Httpbin(`${name}-httpbin`, { namespace, name: "httpbin" });
  new Client(`${name}-curl`, { namespace, name: "curl" });
  return namespace;
}

// A token of the issuer, whose subject is the issuer too; without one nothing passes.
const tokens = foo("jwt");
new JwtAuthentication("jwt-example", {
  namespace: tokens,
  selector,
  jwtRules: [{ issuer, jwksUri }],
});
new Authorization("require-jwt", {
  namespace: tokens,
  selector,
  rules: [{ from: [{ requestPrincipals: [`${issuer}/${issuer}`] }] }],
});

// Beside that, the token has to name a group.
const groups = foo("jwt-groups");
new JwtAuthentication("jwt-groups", {
  namespace: groups,
  name: "jwt-example",
  selector,
  jwtRules: [{ issuer, jwksUri }],
});
new Authorization("require-group", {
  namespace: groups,
  name: "require-jwt",
  selector,
  rules: [
    {
      from: [{ requestPrincipals: [`${issuer}/${issuer}`] }],
      when: [{ claim: "groups", values: ["group1"] }],
    },
  ],
});

// A refusal on trial: the proxy's log says what it would refuse, and everything passes.
const trial = foo("dry-run");
new security.v1.AuthorizationPolicy("deny-path-headers", {
  metadata: {
    name: "deny-path-headers",
    namespace: trial,
    annotations: { "istio.io/dry-run": "true" },
  },
  spec: {
    selector: { matchLabels: selector },
    action: AuthorizationAction.Deny,
    rules: [{ to: [{ operation: { paths: ["/headers"], ports: ["8080"] } }] }],
  },
});

// Bytes by port: 9000 and 9001 of the echo server, and no other.
const { name: tcp } = new MeshNamespace("tcp", { dataPlaneMode: MeshMode.Sidecar });
const labels = { app: "tcp-echo", version: "v1" };
new k8s.core.v1.Service("tcp-echo", {
  metadata: { name: "tcp-echo", namespace: tcp },
  spec: {
    ports: [
      { name: "tcp", port: 9000 },
      { name: "tcp-other", port: 9001 },
    ],
    selector: { app: "tcp-echo" },
  },
});
new k8s.apps.v1.Deployment("tcp-echo", {
  metadata: { name: "tcp-echo", namespace: tcp },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            name: "tcp-echo",
            image: "registry.istio.io/release/tcp-echo-server:1.3",
            args: ["9000,9001,9002", "hello"],
            ports: [{ containerPort: 9000 }, { containerPort: 9001 }],
          },
        ],
      },
    },
  },
});
new Authorization("tcp-policy", {
  namespace: tcp,
  selector: { app: "tcp-echo" },
  rules: [{ to: [{ ports: [9000, 9001] }] }],
});

// Only callers with a certificate of the mesh.
const strict = foo("strict");
new MutualTls("strict", { namespace: strict, mode: "STRICT" });

// TLS origination: the application calls http://edition.cnn.com, and its sidecar encrypts.
const out = new MeshNamespace("tls-origination", { dataPlaneMode: MeshMode.Sidecar });
new ExternalService("edition-cnn-com", {
  namespace: out.name,
  hosts: ["edition.cnn.com"],
  ports: [
    {
      port: 80,
      protocol: ExternalProtocol.Http,
      name: "http-port",
      targetPort: 443,
      tls: { mode: "SIMPLE", caCertificates: "system" },
    },
    { port: 443, protocol: ExternalProtocol.Https, name: "https-port" },
  ],
});
