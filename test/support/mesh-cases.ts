import assert from "node:assert/strict";
import type { Check } from "../../analysis/mesh/check";
import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { checkMesh, type MeshFinding } from "../../analysis/mesh/run-checks";
import { Scope } from "../../analysis/mesh/scope";
import { readYaml } from "../../cli/read/yaml-objects";

/** What a check says of a set. */
export interface MeshCase {
  /** The set, as YAML. */
  yaml: string;
  /**
   * Findings, as `level Kind name path`, with ` = value` behind it where a change is offered; and
   * `not declared: …` and `not judged: …`.
   */
  says?: readonly string[];
  /** The messages of the findings, where they are compared too. */
  messages?: readonly string[];
  /** The objects beside the findings, as `Kind name.namespace`, where they are compared too. */
  related?: readonly (readonly string[])[];
  scope?: Scope;
  external?: readonly string[];
}

function line({ level, resource, path, fix }: MeshFinding): string {
  const change = fix === undefined ? "" : ` = ${JSON.stringify(fix.value)}`;
  return `${level} ${resource.kind} ${resource.name} ${path}${change}`;
}

/** One test for each case of a check, of which the name is the case's key. */
export function meshCases(check: Check, cases: Readonly<Record<string, MeshCase>>): void {
  describe(`${check.id} (${check.code})`, () => {
    for (const [what, one] of Object.entries(cases)) {
      const { yaml, says = [], messages, related, scope = Scope.Folder, external = [] } = one;
      it(what, () => {
        const { objects, problems } = readYaml(yaml);
        assert.deepEqual(problems, []);
        const report = checkMesh(
          objects.map(({ object }) => object),
          { checks: [check], scope, external },
        );
        assert.deepEqual(report.broken, []);
        const own = report.findings.filter((finding) => finding.check === check.id);
        assert.deepEqual(
          [
            ...own.map(line),
            ...report.notDeclared.map(({ reason }) => `not declared: ${reason}`),
            ...report.notJudged.map(({ reason }) => `not judged: ${reason}`),
          ],
          says,
        );
        if (messages !== undefined) {
          assert.deepEqual(
            own.map(({ message }) => message),
            messages,
          );
        }
        if (related !== undefined) {
          assert.deepEqual(
            own.map((finding) => finding.related.map(objectWords)),
            related,
          );
        }
      });
    }
  });
}

/** A Service as YAML: `service("shop", "web", "{port: 80, name: http}")`. */
export const service = (namespace: string, name: string, ...ports: string[]): string =>
  `---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: ${name}}, ports: [${ports.join(", ") || "{port: 80, name: http}"}]}
`;

const securityKinds = ["AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"];

/** An object of Istio's as YAML; `spec` in the flow style. */
export const istio = (kind: string, namespace: string, name: string, spec: string): string =>
  `---
apiVersion: ${securityKinds.includes(kind) ? "security" : "networking"}.istio.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;

/** A Deployment as YAML; `more` is what its specification has beside the template. */
export const deployment = (
  namespace: string,
  name: string,
  labels: string,
  { more = "", port = 8080 }: { more?: string; port?: number } = {},
): string =>
  `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {${more}template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: app, ports: [{name: main, containerPort: ${port}}]}]}}}
`;

/** A Namespace as YAML, by its labels in the flow style. */
export const namespace = (name: string, labels = ""): string =>
  `---
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: {${labels}}}
`;

/** An object of the Gateway API as YAML; `spec` in the flow style. */
export const gatewayApiObject = (
  kind: string,
  namespace: string,
  name: string,
  spec: string,
): string =>
  `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;

/** A Gateway of the Gateway API in namespace `edge`. */
export const edgeGateway = (listeners: string, more = "", name = "edge"): string =>
  gatewayApiObject(
    "Gateway",
    "edge",
    name,
    `{gatewayClassName: istio, listeners: [${listeners}]${more}}`,
  );

/** A listener for HTTP at port 80. */
export const httpListener = (more = ""): string => `{name: http, port: 80, protocol: HTTP${more}}`;
