import { check } from "../check";
import { Kind } from "../kinds";
import { isRequestProtocol } from "../model/protocol";
import { ownHost } from "../own-host";
import { quoted } from "../words";

/** Ports that servers without HTTP have by themselves, and words by which they are called. */
const servers: readonly (readonly [port: number, words: readonly string[]])[] = [
  [1883, ["mqtt", "mosquitto"]],
  [2181, ["zookeeper", "zk"]],
  [3306, ["mysql", "mariadb"]],
  [4222, ["nats"]],
  [5432, ["postgres", "postgresql", "pg", "psql"]],
  [5672, ["amqp", "rabbitmq", "rabbit"]],
  [6379, ["redis", "valkey"]],
  [9042, ["cassandra", "cql", "scylla"]],
  [9092, ["kafka", "redpanda"]],
  [11211, ["memcached", "memcache"]],
  [27017, ["mongo", "mongodb"]],
];

/** What else the Service of such a server is called; any other word may be that of something beside it. */
const parts: readonly string[] = ["headless", "broker", "brokers", "master", "primary", "nodes"];

const wordsOf = (name: string): string[] => name.toLowerCase().split("-");

/** Whether the name of a Service is that of the server itself, not of a page or an exporter for it. */
const isCalled = (name: string, words: readonly string[]): boolean => {
  const own = wordsOf(name).filter((word) => !parts.includes(word));
  return own.length > 0 && own.every((word) => words.includes(word));
};

/** A port that is called one of HTTP, and is that of a server which speaks something else. */
export const httpPortOfAnotherProtocol = check({
  id: "http-port-of-another-protocol",
  code: "MESH0219",
  aliases: [],
  level: "warning",
  kinds: [Kind.Service],
  summary: "A port of a database or a broker is said to be one of HTTP.",
  why: "Proxies look for requests in its connections, find none, and close them.",
  fix: "Begin the port's name with `tcp-`, or set its appProtocol to tcp.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: events, namespace: plant}
spec:
  clusterIP: None
  selector: {app: events}
  ports:
  - {name: http-kafka, port: 9092} # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: kafka, namespace: plant}
spec:
  clusterIP: None
  selector: {app: kafka}
  ports:
  - {name: tcp-kafka, port: 9092}
  - {name: http-metrics, port: 9404}
---
apiVersion: v1
kind: Service
metadata: {name: meters, namespace: plant}
spec:
  selector: {app: meters}
  ports: [{name: http-metrics, port: 9092}]
`,
  *run(service, mesh) {
    const { ports = [] } = ownHost(service, mesh) ?? {};
    for (const { port, name = "", protocol, targetPort, path } of ports) {
      const [, words = []] = servers.find(([own]) => own === port) ?? [];
      const isServer =
        isCalled(service.id.name, words) || words.some((word) => wordsOf(name).includes(word));
      const isDirect = typeof targetPort === "string" || targetPort === port;
      if (isRequestProtocol(protocol) && isServer && isDirect) {
        yield {
          path,
          message: `port ${port} (${quoted(name)}) is said to be ${protocol}, and ${words[0]} speaks a protocol of its own`,
        };
      }
    }
  },
});
