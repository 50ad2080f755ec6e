// Servers that Istio's samples try one thing with each: gRPC without a proxy, a server that asks for its
// clients' certificates itself, health checks that still work under mutual TLS, and one that hands out
// tokens and their keys.
// Look at: `kubectl get pods -A`: all are ready and none is restarted, though kubelet has no certificate.
import * as k8s from "@pulumi/kubernetes";
import { CertificateIssuer, GatewayCertificate, MeshMode, MeshNamespace } from "istio-mesh";

const sidecars = (name: string) =>
  new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar }).name;

const healthPort = 3333;

/** Istio's test server, which says how it was called, and its probes. */
function echo(args: string[], ports: number[]): k8s.types.input.core.v1.Container {
  return {
    name: "app",
    image: "registry.istio.io/testing/app:latest",
    imagePullPolicy: "Always",
    args: ["--metrics=15014", ...args, "--crt=/cert.crt", "--key=/cert.key"],
    env: [
      {
        name: "INSTANCE_IP",
        valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "status.podIP" } },
      },
    ],
    ports: ports.map((containerPort) => ({
      containerPort,
      protocol: "TCP",
      ...(containerPort === healthPort && { name: "tcp-health-port" }),
    })),
    livenessProbe: {
      tcpSocket: { port: "tcp-health-port" },
      initialDelaySeconds: 10,
      periodSeconds: 10,
      failureThreshold: 10,
      successThreshold: 1,
      timeoutSeconds: 1,
    },
    readinessProbe: {
      httpGet: { path: "/", port: 8080, scheme: "HTTP" },
      initialDelaySeconds: 1,
      periodSeconds: 2,
      failureThreshold: 10,
      successThreshold: 1,
      timeoutSeconds: 1,
    },
    startupProbe: {
      tcpSocket: { port: "tcp-health-port" },
      periodSeconds: 10,
      failureThreshold: 10,
      successThreshold: 1,
      timeoutSeconds: 1,
    },
  };
}

interface Server {
  namespace: string;
  name: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  spec: k8s.types.input.core.v1.PodSpec;
}

const deployment = ({ namespace, name, labels, annotations, spec }: Server) =>
  new k8s.apps.v1.Deployment(`${namespace}-${name}`, {
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels, ...(annotations && { annotations }) }, spec },
    },
  });

// gRPC without a proxy: the library itself asks istiod, by an agent that is added in the proxy's place.
sidecars("echo-grpc");
new k8s.core.v1.Service("echo", {
  metadata: { name: "echo", namespace: "echo-grpc", labels: { app: "echo" } },
  spec: {
    type: "ClusterIP",
    selector: { app: "echo" },
    ports: [
      { name: "http", port: 80, targetPort: 18080 },
      { name: "grpc", port: 7070, targetPort: 17070 },
      { name: "tcp", port: 9090, targetPort: 19090 },
    ],
  },
});
for (const version of ["v1", "v2"]) {
  const listens = [
    ...["--port", "18080", "--tcp", "19090", "--xds-grpc-server=17070"],
    ...["--grpc", "17070", "--grpc", "17171", "--port", "3333", "--port", "8080"],
  ];
  deployment({
    namespace: "echo-grpc",
    name: `echo-${version}`,
    labels: { app: "echo", version },
    annotations: {
      "inject.istio.io/templates": "grpc-agent",
      "proxy.istio.io/config": '{"holdApplicationUntilProxyStarts": true}',
    },
    spec: {
      containers: [echo([...listens, "--version", version], [17070, 17171, 8080, healthPort])],
    },
  });
}

// Certificates for servers that end TLS themselves; cert-manager writes them into Secrets.
const certificate = (namespace: string, secret: string, dnsNames: string[]) => {
  const issuer = new CertificateIssuer(`${namespace}-ca`, {
    namespace,
    ownCa: { commonName: `${namespace} CA` },
  });
  new GatewayCertificate(secret, {
    gatewayNamespace: namespace,
    dnsNames,
    issued: { issuer: { name: issuer.name, kind: issuer.kind } },
  });
};

// A server that asks for a certificate itself: a client originates mutual TLS to it.
sidecars("mtls-echo");
certificate("mtls-echo", "mtls-echo-certs", ["mtls-echo.mtls-echo.svc.cluster.local"]);
new k8s.core.v1.Service("mtls-echo", {
  metadata: { name: "mtls-echo", namespace: "mtls-echo", labels: { app: "mtls-echo" } },
  spec: {
    type: "ClusterIP",
    selector: { app: "mtls-echo" },
    ports: [{ name: "https", protocol: "TCP", port: 8443, targetPort: 8443 }],
  },
});
deployment({
  namespace: "mtls-echo",
  name: "mtls-echo-v1",
  labels: { app: "mtls-echo", version: "v1" },
  spec: {
    containers: [
      {
        ...echo(
          [
            "--port",
            "3333",
            "--port",
            "8080",
            "--port",
            "8443",
            "--mtls",
            "8443",
            "--version",
            "v1",
          ],
          [healthPort, 8080, 8443],
        ),
        volumeMounts: [
          { name: "certs", mountPath: "/certs" },
          { name: "ca", mountPath: "/etc/certs" },
        ],
      },
    ],
    volumes: [
      { name: "certs", secret: { secretName: "mtls-echo-certs" } },
      { name: "ca", secret: { secretName: "mtls-echo-certs" } },
    ],
  },
});

// Health checks: a command in the container, and a request that the sidecar takes from kubelet in plain
// text, whatever mode mutual TLS has.
sidecars("health");
new k8s.core.v1.Service("liveness", {
  metadata: {
    name: "liveness",
    namespace: "health",
    labels: { app: "liveness", service: "liveness" },
  },
  spec: { ports: [{ port: 80, name: "http" }], selector: { app: "liveness" } },
});
deployment({
  namespace: "health",
  name: "liveness",
  labels: { app: "liveness" },
  spec: {
    containers: [
      {
        name: "liveness",
        image: "registry.k8s.io/busybox",
        args: ["/bin/sh", "-c", "touch /tmp/healthy; sleep 3600"],
        livenessProbe: {
          exec: { command: ["cat", "/tmp/healthy"] },
          initialDelaySeconds: 5,
          periodSeconds: 5,
        },
      },
    ],
  },
});
new k8s.core.v1.Service("liveness-http", {
  metadata: {
    name: "liveness-http",
    namespace: "health",
    labels: { app: "liveness-http", service: "liveness-http" },
  },
  spec: { ports: [{ name: "http", port: 8001 }], selector: { app: "liveness-http" } },
});
deployment({
  namespace: "health",
  name: "liveness-http",
  labels: { app: "liveness-http", version: "v1" },
  spec: {
    containers: [
      {
        name: "liveness-http",
        image: "registry.istio.io/release/health:example",
        ports: [{ containerPort: 8001 }],
        livenessProbe: {
          httpGet: { path: "/foo", port: 8001 },
          initialDelaySeconds: 5,
          periodSeconds: 5,
        },
      },
    ],
  },
});

// The keys for checking tokens, by HTTP and by HTTPS; a JwtAuthentication names one of them as its
// `jwksUri`.
sidecars("jwt-server");
certificate("jwt-server", "jwt-cert-key-secret", [
  "jwt-server",
  "jwt-server.jwt-server",
  "jwt-server.jwt-server.svc.cluster.local",
]);
new k8s.core.v1.Service("jwt-server", {
  metadata: { name: "jwt-server", namespace: "jwt-server", labels: { app: "jwt-server" } },
  spec: {
    ports: [
      { name: "http", port: 8000, targetPort: 8000 },
      { name: "https", port: 8443, targetPort: 8443 },
    ],
    selector: { app: "jwt-server" },
  },
});
const secrets = "/app/https/secretresources";
deployment({
  namespace: "jwt-server",
  name: "jwt-server",
  labels: { app: "jwt-server" },
  spec: {
    containers: [
      {
        name: "jwt-server",
        image: "registry.istio.io/testing/jwt-server:0.8",
        imagePullPolicy: "IfNotPresent",
        args: ["-https", "8443", "-cert", `${secrets}/tls.crt`, "-key", `${secrets}/tls.key`],
        ports: [{ containerPort: 8000 }, { containerPort: 8443 }],
        volumeMounts: [{ name: "certkeysecretresource", mountPath: secrets, readOnly: true }],
      },
    ],
    volumes: [
      {
        name: "certkeysecretresource",
        secret: { secretName: "jwt-cert-key-secret", defaultMode: 0o400 },
      },
    ],
  },
});
