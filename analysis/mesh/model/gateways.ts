import type { GatewaySpec } from "../../../schemas/kinds/networking/gateway";
import type { Declared, DeclaredSet } from "../declared-set";
import { Kind } from "../kinds";
import { selects } from "./selector";
import type { Workload } from "./workloads";

/** A Gateway of Istio's with the Pods that take it. */
export interface IstioGateway {
  readonly source: Declared<GatewaySpec>;
  /** `namespace/name`. */
  readonly name: string;
  readonly workloads: readonly Workload[];
}

/** Every Gateway of Istio's. Its selector is looked for in all namespaces, as istiod does by default. */
export const gatewaysOf = (
  set: DeclaredSet,
  workloads: readonly Workload[],
  scoped = false,
): IstioGateway[] =>
  set.all(Kind.Gateway).map((source) => {
    const { namespace, name } = source.id;
    return {
      source,
      name: `${namespace}/${name}`,
      get workloads() {
        const selector = source.spec.selector ?? {};
        return workloads.filter(
          (one) => (!scoped || one.namespace === namespace) && selects(selector, one.labels),
        );
      },
    };
  });
