// Who may call whom, from "Istio in Action", chapter 9: mutual TLS for the whole mesh, but for webapp, which
// takes plain text as well; and nothing is let in but what a policy allows.
// Look at: `curl http://webapp.istioinaction/api/catalog` from a Pod without a sidecar, and the
// same with POST, 403.
import {
  Authorization,
  AuthorizationAction,
  AuthorizationPreset,
  Client,
  Coolstore,
  MeshMode,
  MeshNamespace,
  MutualTls,
  MutualTlsMode,
} from "istio-mesh";

// The mesh's root namespace, where policies are for everybody.
const root = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

const client = { image: "governmentpaas/curl-ssl", tlsSecret: "sleep-secret" };

// Callers of both sorts: one without a sidecar, and so without an identity, and one with.
const outside = new MeshNamespace("default", { dataPlaneMode: MeshMode.None, adopt: true });
new Client("sleep-outside", { namespace: outside.name, name: "sleep", ...client });
new Client("sleep", { namespace, ...client });

new MutualTls("default", { namespace: root.name, mode: MutualTlsMode.Strict });
new MutualTls("webapp", {
  namespace,
  selector: { app: "webapp" },
  mode: MutualTlsMode.Permissive,
});

// The base: nobody may do anything. Each policy from here on lets somebody do something.
const base = new Authorization("deny-all", {
  namespace: root.name,
  preset: AuthorizationPreset.AllowNothing,
});
const after = { dependsOn: [app, base] };

new Authorization(
  "allow-catalog-requests-in-web-app",
  {
    namespace,
    selector: { app: "webapp" },
    action: AuthorizationAction.Allow,
    rules: [{ to: [{ paths: ["/api/catalog*"] }] }],
  },
  after,
);
// Who has no identity may still look.
new Authorization(
  "webapp-allow-unauthenticated-view-default-ns",
  { namespace, selector: { app: "webapp" }, rules: [{ to: [{ methods: ["GET"] }] }] },
  after,
);
new Authorization(
  "catalog-viewer",
  {
    namespace,
    selector: { app: "catalog" },
    rules: [
      {
        from: [{ principals: ["cluster.local/ns/istioinaction/sa/webapp"] }],
        to: [{ methods: ["GET"] }],
      },
    ],
  },
  after,
);

// Where a namespace trusts all callers, one policy takes the base back.
const open = new MeshNamespace("allow-all", { dataPlaneMode: MeshMode.Sidecar });
new Authorization(
  "allow-all",
  { namespace: open.name, preset: AuthorizationPreset.AllowAll },
  { dependsOn: [base] },
);

export const principals = app.principals;
