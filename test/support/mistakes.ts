/** A mistake that the compiler finds: two specifications of which one is wrong in one place. */
export interface Mistake {
  resource: string;
  what: string;
  right: string;
  wrong: string;
}

/** Ten that other typed libraries were measured by, and ten or more of each family. */
export const mistakes: readonly Mistake[] = [
  {
    resource: "networking.v1.VirtualService",
    what: "an unknown field at the top",
    right: '{ hosts: ["a"], http: [{ route: [{ destination: { host: "a" } }] }] }',
    wrong: '{ host: ["a"], http: [{ route: [{ destination: { host: "a" } }] }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "an unknown field further down",
    right: '{ http: [{ route: [{ destination: { host: "a" }, weight: 1 }] }] }',
    wrong: '{ http: [{ route: [{ destination: { host: "a" }, wieght: 1 }] }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "a destination without host",
    right: '{ http: [{ route: [{ destination: { host: "a", subset: "v1" } }] }] }',
    wrong: '{ http: [{ route: [{ destination: { subset: "v1" } }] }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "a weight that is a text",
    right: '{ http: [{ route: [{ destination: { host: "a" }, weight: 10 }] }] }',
    wrong: '{ http: [{ route: [{ destination: { host: "a" }, weight: "10" }] }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "two kinds of match at once",
    right: '{ http: [{ match: [{ uri: { exact: "/a" } }] }] }',
    wrong: '{ http: [{ match: [{ uri: { exact: "/a", prefix: "/b" } }] }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "an unknown kind of match",
    right: '{ http: [{ match: [{ uri: { prefix: "/a" } }] }] }',
    wrong: '{ http: [{ match: [{ uri: { suffix: "/a" } }] }] }',
  },
  {
    resource: "networking.v1.DestinationRule",
    what: "an unknown TLS mode",
    right: '{ host: "a", trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } }',
    wrong: '{ host: "a", trafficPolicy: { tls: { mode: "STRICT" } } }',
  },
  {
    resource: "networking.v1.DestinationRule",
    what: "a missing host",
    right: '{ host: "a", subsets: [] }',
    wrong: "{ subsets: [] }",
  },
  {
    resource: "networking.v1.DestinationRule",
    what: "two load balancers at once",
    right: '{ host: "a", trafficPolicy: { loadBalancer: { simple: "RANDOM" } } }',
    wrong:
      '{ host: "a", trafficPolicy: { loadBalancer: { simple: "RANDOM", consistentHash: { useSourceIp: true } } } }',
  },
  {
    resource: "networking.v1.DestinationRule",
    what: "an unknown field of the load balancer",
    right: '{ host: "a", trafficPolicy: { loadBalancer: { simple: "RANDOM" } } }',
    wrong: '{ host: "a", trafficPolicy: { loadBalancer: { algorithm: "RANDOM" } } }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "retries without a number",
    right: "{ http: [{ retries: { attempts: 2 } }] }",
    wrong: '{ http: [{ retries: { attempts: "2" } }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "a single route in place of a list",
    right: '{ http: [{ route: [{ destination: { host: "a" } }] }] }',
    wrong: '{ http: [{ route: { destination: { host: "a" } } }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "a timeout that is a number",
    right: '{ http: [{ timeout: "2s" }] }',
    wrong: "{ http: [{ timeout: 2 }] }",
  },
  {
    resource: "networking.v1.VirtualService",
    what: "headers to set that are a list",
    right: '{ http: [{ headers: { request: { set: { a: "b" } } } }] }',
    wrong: '{ http: [{ headers: { request: { set: ["a"] } } }] }',
  },
  {
    resource: "networking.v1.VirtualService",
    what: "two kinds of delay at once",
    right: '{ http: [{ fault: { delay: { fixedDelay: "1s" } } }] }',
    wrong: '{ http: [{ fault: { delay: { fixedDelay: "1s", exponentialDelay: "1s" } } }] }',
  },
  {
    resource: "networking.v1.DestinationRule",
    what: "a subset without name",
    right: '{ host: "a", subsets: [{ name: "v1" }] }',
    wrong: '{ host: "a", subsets: [{ labels: { version: "v1" } }] }',
  },
  {
    resource: "networking.v1.DestinationRule",
    what: "outlier detection with an unknown field",
    right: '{ host: "a", trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }',
    wrong: '{ host: "a", trafficPolicy: { outlierDetection: { consecutive5xx: 5 } } }',
  },
  {
    resource: "networking.v1.Gateway",
    what: "a server without port",
    right: '{ servers: [{ hosts: ["*"], port: { number: 80, name: "http", protocol: "HTTP" } }] }',
    wrong: '{ servers: [{ hosts: ["*"] }] }',
  },
  {
    resource: "networking.v1.Gateway",
    what: "an unknown TLS mode",
    right:
      '{ servers: [{ hosts: ["*"], port: { number: 443, name: "https", protocol: "HTTPS" }, tls: { mode: "SIMPLE" } }] }',
    wrong:
      '{ servers: [{ hosts: ["*"], port: { number: 443, name: "https", protocol: "HTTPS" }, tls: { mode: "STRICT" } }] }',
  },
  {
    resource: "networking.v1.Gateway",
    what: "a port that is a number",
    right: '{ servers: [{ hosts: ["*"], port: { number: 80, name: "http", protocol: "HTTP" } }] }',
    wrong: '{ servers: [{ hosts: ["*"], port: 80 }] }',
  },
  {
    resource: "networking.v1.ServiceEntry",
    what: "an unknown resolution",
    right: '{ hosts: ["a.com"], resolution: "DNS" }',
    wrong: '{ hosts: ["a.com"], resolution: "HOSTS" }',
  },
  {
    resource: "networking.v1.Sidecar",
    what: "egress hosts that are no list",
    right: '{ egress: [{ hosts: ["./*"] }] }',
    wrong: '{ egress: [{ hosts: { "./*": true } }] }',
  },
  {
    resource: "security.v1.AuthorizationPolicy",
    what: "an unknown action",
    right: '{ action: "ALLOW" }',
    wrong: '{ action: "PERMIT" }',
  },
  {
    resource: "security.v1.AuthorizationPolicy",
    what: "a source outside from",
    right: '{ rules: [{ from: [{ source: { principals: ["a"] } }] }] }',
    wrong: '{ rules: [{ source: { principals: ["a"] } }] }',
  },
  {
    resource: "security.v1.AuthorizationPolicy",
    what: "a condition without key",
    right: '{ rules: [{ when: [{ key: "source.ip", values: ["1.2.3.4"] }] }] }',
    wrong: '{ rules: [{ when: [{ values: ["1.2.3.4"] }] }] }',
  },
  {
    resource: "security.v1.AuthorizationPolicy",
    what: "ports that are numbers",
    right: '{ rules: [{ to: [{ operation: { ports: ["80"] } }] }] }',
    wrong: "{ rules: [{ to: [{ operation: { ports: [80] } }] }] }",
  },
  {
    resource: "security.v1.AuthorizationPolicy",
    what: "a selector with labels at the wrong place",
    right: '{ selector: { matchLabels: { app: "a" } } }',
    wrong: '{ selector: { app: "a" } }',
  },
  {
    resource: "security.v1.AuthorizationPolicy",
    what: "a target without name",
    right: '{ targetRefs: [{ kind: "Service", group: "", name: "a" }] }',
    wrong: '{ targetRefs: [{ kind: "Service", group: "" }] }',
  },
  {
    resource: "security.v1.PeerAuthentication",
    what: "an unknown mode",
    right: '{ mtls: { mode: "STRICT" } }',
    wrong: '{ mtls: { mode: "strict" } }',
  },
  {
    resource: "security.v1.PeerAuthentication",
    what: "a mode at the wrong place",
    right: '{ mtls: { mode: "STRICT" } }',
    wrong: '{ mode: "STRICT" }',
  },
  {
    resource: "security.v1.RequestAuthentication",
    what: "an issuer that is a list",
    right: '{ jwtRules: [{ issuer: "a" }] }',
    wrong: '{ jwtRules: [{ issuer: ["a"] }] }',
  },
  {
    resource: "security.v1.RequestAuthentication",
    what: "an unknown field of a rule",
    right: '{ jwtRules: [{ jwksUri: "https://a" }] }',
    wrong: '{ jwtRules: [{ jwksURL: "https://a" }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "an unknown match mode",
    right: '{ accessLogging: [{ match: { mode: "SERVER" } }] }',
    wrong: '{ accessLogging: [{ match: { mode: "INBOUND" } }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "a sampling that is a text",
    right: "{ tracing: [{ randomSamplingPercentage: 10 }] }",
    wrong: '{ tracing: [{ randomSamplingPercentage: "10" }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "a provider that is a text",
    right: '{ tracing: [{ providers: [{ name: "a" }] }] }',
    wrong: '{ tracing: [{ providers: ["a"] }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "a provider without name",
    right: '{ metrics: [{ providers: [{ name: "a" }] }] }',
    wrong: "{ metrics: [{ providers: [{}] }] }",
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "an unknown section",
    right: "{ accessLogging: [] }",
    wrong: "{ accessLogs: [] }",
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "an unknown metric",
    right: '{ metrics: [{ overrides: [{ match: { metric: "REQUEST_COUNT" } }] }] }',
    wrong: '{ metrics: [{ overrides: [{ match: { metric: "REQUESTS" } }] }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "two ways to name a metric",
    right: '{ metrics: [{ overrides: [{ match: { customMetric: "a" } }] }] }',
    wrong:
      '{ metrics: [{ overrides: [{ match: { customMetric: "a", metric: "REQUEST_COUNT" } }] }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "two sources of a tag",
    right: '{ tracing: [{ customTags: { a: { literal: { value: "b" } } } }] }',
    wrong:
      '{ tracing: [{ customTags: { a: { literal: { value: "b" }, header: { name: "c" } } } }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "a tag that is a text",
    right: '{ tracing: [{ customTags: { a: { literal: { value: "b" } } } }] }',
    wrong: '{ tracing: [{ customTags: { a: "b" } }] }',
  },
  {
    resource: "telemetry.v1.Telemetry",
    what: "a filter that is a text",
    right: '{ accessLogging: [{ filter: { expression: "true" } }] }',
    wrong: '{ accessLogging: [{ filter: "true" }] }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "a missing url",
    right: '{ url: "oci://a/b" }',
    wrong: '{ pluginName: "a" }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "an unknown phase",
    right: '{ url: "oci://a/b", phase: "AUTHN" }',
    wrong: '{ url: "oci://a/b", phase: "LAST" }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "an unknown failure strategy",
    right: '{ url: "oci://a/b", failStrategy: "FAIL_OPEN" }',
    wrong: '{ url: "oci://a/b", failStrategy: "OPEN" }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "a priority that is a text",
    right: '{ url: "oci://a/b", priority: 1 }',
    wrong: '{ url: "oci://a/b", priority: "1" }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "an unknown pull policy",
    right: '{ url: "oci://a/b", imagePullPolicy: "Always" }',
    wrong: '{ url: "oci://a/b", imagePullPolicy: "Never" }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "a variable without name",
    right: '{ url: "oci://a/b", vmConfig: { env: [{ name: "A", value: "b" }] } }',
    wrong: '{ url: "oci://a/b", vmConfig: { env: [{ value: "b" }] } }',
  },
  {
    resource: "extensions.v1alpha1.WasmPlugin",
    what: "an unknown field",
    right: '{ url: "oci://a/b", sha256: "x" }',
    wrong: '{ url: "oci://a/b", sha512: "x" }',
  },
  {
    resource: "extensions.v1alpha1.TrafficExtension",
    what: "Wasm and Lua at once",
    right: '{ wasm: { url: "oci://a/b" } }',
    wrong: '{ wasm: { url: "oci://a/b" }, lua: { inlineCode: "a" } }',
  },
  {
    resource: "extensions.v1alpha1.TrafficExtension",
    what: "Lua without code",
    right: '{ lua: { inlineCode: "a" } }',
    wrong: "{ lua: {} }",
  },
  {
    resource: "extensions.v1alpha1.TrafficExtension",
    what: "an unknown phase",
    right: '{ phase: "STATS", wasm: { url: "oci://a/b" } }',
    wrong: '{ phase: "END", wasm: { url: "oci://a/b" } }',
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "a parent without name",
    right: '{ parentRefs: [{ name: "a" }] }',
    wrong: '{ parentRefs: [{ kind: "Service" }] }',
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "a backend without name",
    right: '{ rules: [{ backendRefs: [{ name: "a", port: 80 }] }] }',
    wrong: "{ rules: [{ backendRefs: [{ port: 80 }] }] }",
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "an unknown kind of path match",
    right: '{ rules: [{ matches: [{ path: { type: "PathPrefix", value: "/" } }] }] }',
    wrong: '{ rules: [{ matches: [{ path: { type: "Prefix", value: "/" } }] }] }',
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "an unknown filter",
    right: '{ rules: [{ filters: [{ type: "URLRewrite" }] }] }',
    wrong: '{ rules: [{ filters: [{ type: "Rewrite" }] }] }',
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "a weight that is a text",
    right: '{ rules: [{ backendRefs: [{ name: "a", weight: 1 }] }] }',
    wrong: '{ rules: [{ backendRefs: [{ name: "a", weight: "1" }] }] }',
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "hosts in place of hostnames",
    right: '{ hostnames: ["a.com"] }',
    wrong: '{ hosts: ["a.com"] }',
  },
  {
    resource: "gateway.v1.HTTPRoute",
    what: "a timeout that is a text",
    right: '{ rules: [{ timeouts: { request: "1s" } }] }',
    wrong: '{ rules: [{ timeouts: "1s" }] }',
  },
  {
    resource: "gateway.v1.Gateway",
    what: "a missing class",
    right: '{ gatewayClassName: "istio", listeners: [] }',
    wrong: "{ listeners: [] }",
  },
  {
    resource: "gateway.v1.Gateway",
    what: "a listener without name",
    right: '{ gatewayClassName: "istio", listeners: [{ name: "a", port: 80, protocol: "HTTP" }] }',
    wrong: '{ gatewayClassName: "istio", listeners: [{ port: 80, protocol: "HTTP" }] }',
  },
  {
    resource: "gateway.v1.Gateway",
    what: "an unknown TLS mode",
    right:
      '{ gatewayClassName: "istio", listeners: [{ name: "a", port: 443, protocol: "HTTPS", tls: { mode: "Terminate" } }] }',
    wrong:
      '{ gatewayClassName: "istio", listeners: [{ name: "a", port: 443, protocol: "HTTPS", tls: { mode: "SIMPLE" } }] }',
  },
];
