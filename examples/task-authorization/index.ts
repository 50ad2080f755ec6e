// Tasks of Istio's documentation about who may call whom: Bookinfo in which nobody may do anything but what the
// page needs, refusals that win over what is allowed, clients of the gateway by their address, and a policy that
// outlives a change of the trust domain.
// Look at: the page, which has the errors of one service less with each policy, and 403 for what none allows.
import {
  AppGateway,
  Authorization,
  AuthorizationAction,
  AuthorizationPreset,
  Bookinfo,
  Client,
  Httpbin,
  MeshMode,
  MeshNamespace,
} from "istio-mesh";

// For the control plane: `new ControlPlane("istio", { meshConfig })`. Identities of both trust domains are the same
// to policies.
export const meshConfig = { trustDomain: "new-td", trustDomainAliases: ["old-td"] };

const sidecars = (name: string) =>
  new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar }).name;

// HTTP: reads alone, of the page by everybody, and of a service by who needs it.
const books = sidecars("bookinfo");
const app = new Bookinfo("bookinfo", { namespace: books });
new Authorization("allow-nothing", { namespace: books, preset: AuthorizationPreset.AllowNothing });
const viewers: Record<string, string | undefined> = {
  productpage: undefined,
  details: "bookinfo-productpage",
  reviews: "bookinfo-productpage",
  ratings: "bookinfo-reviews",
};
for (const [service, caller] of Object.entries(viewers)) {
  new Authorization(
    `${service}-viewer`,
    {
      namespace: books,
      selector: { app: service },
      rules: [
        {
          ...(caller && { from: [{ serviceAccounts: [caller] }] }),
          to: [{ methods: ["GET"] }],
        },
      ],
    },
    { dependsOn: [app] },
  );
}

/** httpbin, and somebody to call it from. */
function httpbin(name: string) {
  const namespace = sidecars(name);
  new Httpbin(`${name}-httpbin`, { namespace, name: "httpbin" });
  new Client(`${name}-curl`, { namespace, name: "curl" });
  return { namespace, selector: { app: "httpbin" } };
}

// Explicit refusals: GET only for administrators, and of all that is left /ip alone. The port, which is that of the
// container, keeps the refusal from connections that are not HTTP.
const foo = httpbin("foo");
new Authorization("deny-method-get", {
  ...foo,
  action: AuthorizationAction.Deny,
  rules: [
    {
      to: [{ methods: ["GET"], ports: [8080] }],
      when: [{ header: "x-token", notValues: ["admin"] }],
    },
  ],
});
new Authorization("allow-path-ip", { ...foo, rules: [{ to: [{ paths: ["/ip"] }] }] });

// At the gateway: clients of two blocks of addresses. The gateway's Service has to keep their addresses
// (`externalTrafficPolicy: Local`).
const { name: root } = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
new Authorization("ingress-policy", {
  namespace: root,
  selector: { app: "istio-ingressgateway" },
  rules: [{ from: [{ ipBlocks: ["192.0.2.4", "198.51.100.0/24"] }] }],
});
new AppGateway("httpbin-gateway", {
  namespace: foo.namespace,
  hosts: ["httpbin.example.com"],
  routes: [{ service: "httpbin", port: 8000 }],
});

// Trust domain: the policy names the old one, and the caller has the new one.
const moved = httpbin("trust-domain");
new MeshNamespace("curl-allow", { dataPlaneMode: MeshMode.Sidecar });
new Authorization("service-httpbin", {
  ...moved,
  rules: [{ from: [{ principals: ["old-td/ns/curl-allow/sa/curl"] }], to: [{ methods: ["GET"] }] }],
});
