import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

/** The part of a Service's status that is read here. */
export interface ServiceStatus {
  loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] };
}

/** Some clouds hand out an IP, others a host name; a Service of another type has neither. */
export function loadBalancerAddress(status: ServiceStatus | undefined): string | undefined {
  const first = status?.loadBalancer?.ingress?.[0];
  return first?.ip || first?.hostname || undefined;
}

/**
 * Address of the Service among a chart's objects. Reading it from there, and not from the cluster,
 * keeps a first preview possible, when the Service does not exist yet.
 */
export function chartAddress(chart: k8s.helm.v4.Chart): pulumi.Output<string | undefined> {
  return chart.resources.apply((resources = []): pulumi.Output<string | undefined> => {
    const service: k8s.core.v1.Service | undefined = resources.find((resource) =>
      k8s.core.v1.Service.isInstance(resource),
    );
    return pulumi.output(service?.status).apply(loadBalancerAddress);
  });
}
