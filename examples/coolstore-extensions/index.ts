// What Envoy can do beside Istio's kinds, from "Istio in Action", chapter 14: a script in Lua that asks another
// service which group a request is of, requests that are shown to who listens, and code in WebAssembly that
// adds a header or asks Open Policy Agent.
// Look at: `kubectl exec deploy/sleep -- curl -i httpbin:8000/headers`, with the header `istioinaction: it works!`.
import * as k8s from "@pulumi/kubernetes";
import { Client, Coolstore, extensions, MeshMode, MeshNamespace, networking } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

interface Workload {
  name: string;
  image: string;
  port: number;
  containerPort: number;
  args?: string[];
  inMesh?: boolean;
  policies?: k8s.core.v1.ConfigMap;
}
function workload({ name, image, port, containerPort, args, inMesh = true, policies }: Workload) {
  const labels = { app: name };
  const own = inMesh ? { ...labels, version: "v1" } : labels;
  const meshed = inMesh ? own : { ...own, "sidecar.istio.io/inject": "false" };
  const account = new k8s.core.v1.ServiceAccount(name, { metadata: { name, namespace } });
  const service = new k8s.core.v1.Service(name, {
    metadata: { name, namespace, labels },
    spec: {
      selector: labels,
      ports: [{ name: "http", port, protocol: "TCP", targetPort: containerPort }],
    },
  });
  const deployment = new k8s.apps.v1.Deployment(name, {
    metadata: { name, namespace, labels: own },
    spec: {
      replicas: 1,
      selector: { matchLabels: own },
      template: {
        metadata: { labels: meshed },
        spec: {
          serviceAccountName: account.metadata.name,
          containers: [
            {
              name,
              image,
              imagePullPolicy: "IfNotPresent",
              ...(args && { args }),
              ports: [{ name: "http", containerPort, protocol: "TCP" }],
              ...(policies && {
                volumeMounts: [{ readOnly: true, mountPath: "/policies", name: "example-policy" }],
              }),
            },
          ],
          ...(policies && {
            volumes: [{ name: "example-policy", configMap: { name: policies.metadata.name } }],
          }),
        },
      },
    },
  });
  return [service, deployment];
}
new Client("sleep", { namespace, image: "governmentpaas/curl-ssl", tlsSecret: "sleep-secret" });
const httpbin = workload({
  name: "httpbin",
  image: "docker.io/kennethreitz/httpbin",
  port: 8000,
  containerPort: 80,
});
const tester = workload({
  name: "bucket-tester",
  image: "hashicorp/http-echo:0.2.3",
  port: 80,
  containerPort: 5678,
  args: ["-text=dark-launch-7"],
});

const patchOnPurpose = { "galley.istio.io/analyze-suppress": "IST0133" };

/** An HTTP filter in front of the router, for requests that come in at a port of the Pods. */
const inFrontOfRouter = (
  portNumber: number,
  value: Record<string, unknown>,
): networking.v1alpha3.EnvoyFilterConfigPatch => ({
  applyTo: "HTTP_FILTER",
  match: {
    context: "SIDECAR_INBOUND",
    listener: {
      portNumber,
      filterChain: {
        filter: {
          name: "envoy.filters.network.http_connection_manager",
          subFilter: { name: "envoy.filters.http.router" },
        },
      },
    },
  },
  patch: { operation: "INSERT_BEFORE", value },
});
const tests = "bucket-tester.istioinaction.svc.cluster.local";
new networking.v1alpha3.EnvoyFilter(
  "httpbin-lua-extension",
  {
    metadata: { name: "httpbin-lua-extension", namespace, annotations: patchOnPurpose },
    spec: {
      priority: 10,
      workloadSelector: { labels: { app: "httpbin" } },
      configPatches: [
        inFrontOfRouter(80, {
          name: "envoy.lua",
          typed_config: {
            "@type": "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua",
            default_source_code: {
              inline_string: `function envoy_on_request(handle)
  local headers, group = handle:httpCall("bucket_tester", {
    [":method"] = "GET", [":path"] = "/", [":scheme"] = "http",
    [":authority"] = "${tests}", ["accept"] = "*/*"
  }, "", 5000)
  handle:headers():add("x-test-cohort", group)
end
function envoy_on_response(handle)
  handle:headers():add("istioinaction", "it works!")
end
`,
            },
          },
        }),
        {
          applyTo: "CLUSTER",
          match: { context: "SIDECAR_OUTBOUND" },
          patch: {
            operation: "ADD",
            value: {
              name: "bucket_tester",
              type: "STRICT_DNS",
              connect_timeout: "0.5s",
              lb_policy: "ROUND_ROBIN",
              load_assignment: {
                cluster_name: "bucket_tester",
                endpoints: [
                  {
                    lb_endpoints: [
                      {
                        endpoint: {
                          address: {
                            socket_address: { protocol: "TCP", address: tests, port_value: 80 },
                          },
                        },
                      },
                    ],
                  },
                ],
              },
            },
          },
        },
      ],
    },
  },
  { dependsOn: [...httpbin, ...tester] },
);
new networking.v1alpha3.EnvoyFilter(
  "tap-filter",
  {
    metadata: { name: "tap-filter", namespace, annotations: patchOnPurpose },
    spec: {
      priority: 20,
      workloadSelector: { labels: { app: "webapp" } },
      configPatches: [
        inFrontOfRouter(8080, {
          name: "envoy.filters.http.tap",
          typed_config: {
            "@type": "type.googleapis.com/envoy.extensions.filters.http.tap.v3.Tap",
            common_config: { admin_config: { config_id: "tap_config" } },
          },
        }),
      ],
    },
  },
  { dependsOn: [app] },
);

new extensions.v1alpha1.WasmPlugin(
  "httpbin-wasm-filter",
  {
    metadata: { name: "httpbin-wasm-filter", namespace },
    spec: {
      selector: { matchLabels: { app: "httpbin" } },
      pluginName: "add_header",
      url: "oci://webassemblyhub.io/ceposta/istioinaction-demo:1.0",
    },
  },
  { dependsOn: httpbin },
);
const policies = new k8s.core.v1.ConfigMap("example-policy", {
  metadata: { name: "example-policy", namespace },
  data: {
    "opa_rule.rego": `package test

default allow = false

allow = true {
  input.request_method == "GET"
  input.destination_workload == "httpbin"
  input.request_url_path == ["/status/200", "/headers"][_]
}
`,
  },
});
const opa = workload({
  name: "opa",
  image: "openpolicyagent/opa:latest",
  port: 8181,
  containerPort: 8181,
  args: ["run", "--ignore=.*", "--server", "/policies"],
  inMesh: false,
  policies,
});
new extensions.v1alpha1.WasmPlugin(
  "opa-wasm-filter",
  {
    metadata: { name: "opa-wasm-filter", namespace },
    spec: {
      selector: { matchLabels: { app: "httpbin" } },
      pluginName: "istio.opa",
      url: "https://storage.googleapis.com/istio-ecosystem/wasm-extensions/opa/test.wasm",
      pluginConfig: {
        opa_cluster_name: "outbound|8181||opa.istioinaction.svc.cluster.local",
        opa_service_host: "opa.istioinaction.svc.cluster.local",
        check_result_cache_valid_sec: 10,
      },
    },
  },
  { dependsOn: [...httpbin, ...opa] },
);
