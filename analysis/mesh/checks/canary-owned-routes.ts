import { check } from "../check";
import type { Declared } from "../declared-set";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { canaryName } from "../model/canaries";
import { known } from "../not-judged";

/** Canaries by the namespace and name of the routes that Flagger makes for them. */
const canaries = (mesh: Mesh): ReadonlyMap<string, Declared> =>
  new Map(
    mesh.set.all(Kind.Canary).flatMap((canary): [string, Declared][] => {
      const name = known(() => canaryName(canary));
      return name === undefined ? [] : [[`${canary.id.namespace}/${name}`, canary]];
    }),
  );

/** Whether Flagger makes routes of this kind for a Canary; who names no provider may mean Istio. */
function makes({ object }: Declared, kind: string): boolean {
  const provider = text(fields(object.spec).provider);
  return kind === "HTTPRoute"
    ? provider?.startsWith("gatewayapi") === true
    : provider === undefined || provider === "istio";
}

/** Whether an object is the one that Flagger has made, as a cluster holds it. */
const isMade = ({ object }: Declared): boolean =>
  list(fields(object.metadata).ownerReferences).some(({ kind }) => kind === "Canary");

const canary = (name: string): string => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: ${name}, namespace: tram}
spec:
  provider: istio
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}
  service: {port: 80}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: tram}
spec:
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: ${name}}]}
---
`;
const routes = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: lines #HERE
  namespace: tram
spec:
  hosts: [lines]
  http: [{timeout: 2s, route: [{destination: {host: lines}}]}]
`;

/** Routes that somebody declares and that Flagger makes too. */
export const canaryOwnedRoutes = check({
  id: "canary-owned-routes",
  code: "MESH0157",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService, Kind.HttpRoute],
  summary: "Routes have the name of those that Flagger makes for a Canary.",
  why: "Flagger writes its own hosts, gateways and weights over them, and each deployment writes these back: a running canary loses its share of requests, or hosts that are declared here are gone.",
  fix: "Leave the object out, and write its hosts, gateways, matches and retries in `service` of the Canary; or give it another name and other hosts.",
  url: "https://docs.flagger.app/faq#istio-routing",
  fires: `${canary("lines")}${routes.replace("#HERE", "# found")}`,
  silent: `${canary("stops")}${routes.replace(" #HERE", "")}---
apiVersion: v1
kind: Service
metadata: {name: lines, namespace: tram}
spec: {ports: [{port: 80, name: http}]}
`,
  *run(routes, mesh) {
    const { id } = routes;
    const owner = mesh.fact(canaries).get(`${id.namespace}/${id.name}`);
    if (owner !== undefined && makes(owner, id.kind) && !isMade(routes)) {
      yield {
        path: "metadata.name",
        message: `Flagger makes ${objectWords(id)} for ${objectWords(owner.id)}, and writes it over`,
        related: [owner.id],
      };
    }
  },
});
