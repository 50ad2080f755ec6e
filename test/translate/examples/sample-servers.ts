import { type Asked, gets, sidecar } from "../../support/asked";

const host = (service: string, namespace: string) => `${service}.${namespace}.svc.cluster.local`;

export default {
  proxies: [sidecar("client", "health")],
  asks: [
    gets("client", { host: host("echo", "echo-grpc") }, "100 echo.echo-grpc:80; 2 retries", "echo"),
    gets(
      "client",
      { host: host("echo", "echo-grpc"), port: 7070, path: "/proto.EchoTestService/Echo" },
      "100 echo.echo-grpc:7070; 2 retries",
      "gRPC",
    ),
    gets(
      "client",
      { host: host("liveness-http", "health"), port: 8001, path: "/foo" },
      "100 liveness-http.health:8001; 2 retries",
      "health",
    ),
    gets(
      "client",
      { host: host("liveness", "health") },
      "100 liveness.health:80; 2 retries",
      "liveness",
    ),
    gets(
      "client",
      { host: host("jwt-server", "jwt-server"), port: 8000, path: "/jwt" },
      "100 jwt-server.jwt-server:8000; 2 retries",
      "keys",
    ),
  ],
} satisfies Asked;
