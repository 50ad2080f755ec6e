import type * as pulumi from "@pulumi/pulumi";
import type { ExternalHostFact } from "../../program/facts/service-facts";
import { type Demand, demand } from "../../program/part";

type Declared = Pick<ExternalHostFact, "namespace" | "visibleIn" | "ports">;

const numbers = ({ ports }: Declared) => ports.map(({ number }) => number);

/**
 * Proxies add up the ports of a host that are declared in one namespace; of several namespaces they know
 * the host from one. Who keeps a host to namespaces of its own has meant that, and of a port that both
 * have the claims tell.
 */
export const notElsewhere = (host: pulumi.Input<string>, path: string, own: Declared): Demand =>
  demand({
    topic: "externalHost",
    key: [host],
    path,
    test(other) {
      const { namespace } = own;
      const isElsewhere =
        namespace !== undefined && other.namespace !== undefined && other.namespace !== namespace;
      const both = own.visibleIn.filter((one) => other.visibleIn.includes(one));
      const theirs = numbers(other);
      const isShared = numbers(own).some((port) => port !== undefined && theirs.includes(port));
      return isElsewhere && both.length > 0 && !isShared
        ? `is a host that ${other.owner} declares in ${other.namespace} (port ${theirs.join(", ")}), and proxies know a host from one namespace: calls to the ports of the other one go out as to an unknown host; declare both in one namespace, or have each seen in namespaces of its own (exportTo)`
        : undefined;
    },
  });
