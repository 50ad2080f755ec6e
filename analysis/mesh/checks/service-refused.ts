import { check, type Verdict } from "../check";
import { fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { quoted } from "../words";

const objects = (second: string): string => `apiVersion: v1
kind: Service
metadata: {name: seats, namespace: opera}
spec:
  selector: {app: seats}
  ports:
  - {port: 80, name: http}
  - {port: 443${second}
`;

/** Ports that the API server does not take beside one another. */
export const serviceRefused = check({
  id: "service-refused",
  code: "MESH0432",
  aliases: [],
  level: "error",
  kinds: [Kind.Service],
  summary: "The API server refuses a Service for its ports.",
  why: "The Service is not made: nobody answers by its name.",
  fix: "Where a Service has several ports give each a name of its own, and each number of a protocol once.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services",
  fires: objects("} # found"),
  silent: objects(", name: https}"),
  *run({ object }): Iterable<Verdict> {
    const ports = list(fields(object.spec).ports);
    const names = ports.map(({ name }) => text(name));
    const numbers = ports.map(({ port, protocol }) => `${number(port)}/${text(protocol) ?? "TCP"}`);
    for (const [i, name] of names.entries()) {
      const path = `spec.ports[${i}]`;
      if (name === undefined && ports.length > 1) {
        yield { path, message: "a Service with several ports has a name for each" };
      } else if (name !== undefined && names.indexOf(name) < i) {
        yield {
          path: `${path}.name`,
          message: `${quoted(name)} is the name of another port of the Service`,
        };
      }
      const before = numbers.indexOf(numbers[i] ?? "");
      if (before < i) {
        yield {
          path: `${path}.port`,
          message: `port ${numbers[i]} is that of spec.ports[${before}] too`,
        };
      }
    }
  },
});
