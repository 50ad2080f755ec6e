import { isKnown } from "../../../arguments/when-known";
import type { EndCheck } from "../../program/part";
import { unseenIn, unseenWords } from "../../routing/external/external-host-seen";
import type { EdgeSpec } from "./app-gateway-plan";
import { podsNamespace } from "./edge-topology";

/** Hosts outside that are kept to namespaces without the gateway, whose proxies have no cluster for them. */
export function hiddenHosts(spec: EdgeSpec): EndCheck[] {
  const { routes = [], tlsRoutes = [], tcpRoutes = [] } = spec.args;
  return Object.entries({ routes, tlsRoutes, tcpRoutes }).flatMap(([list, all]) =>
    all.flatMap(({ service }, i) =>
      service !== undefined && isKnown(service)
        ? [
            {
              path: `${list}[${i}].service`,
              reason(program) {
                const where = podsNamespace(spec, program);
                const [first] = where === undefined ? [] : unseenIn(service, where, program);
                return first && where !== undefined ? unseenWords(first, where) : undefined;
              },
            } satisfies EndCheck,
          ]
        : [],
    ),
  );
}
