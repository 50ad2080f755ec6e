import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { InstalledChart } from "../../control-plane/chart";

/** The part of a Service's status that is read here. */
export interface ServiceStatus {
  loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] };
}

/** Some clouds hand out an IP, others a host name; a Service of another type has neither. */
export interface LoadBalancerAddress {
  ip?: string;
  hostname?: string;
  /** Whichever there is. */
  address?: string;
}

/** The first address that a load balancer reports; nothing while it reports none. */
export function loadBalancerAddress(status: ServiceStatus | undefined): LoadBalancerAddress {
  const { ip, hostname } = status?.loadBalancer?.ingress?.[0] ?? {};
  const address = ip || hostname;
  return {
    ...(ip && { ip }),
    ...(hostname && { hostname }),
    ...(address && { address }),
  };
}

/**
 * Service among a chart's objects. Reading it from there, and not from the cluster, keeps a first
 * preview possible, when the Service does not exist yet.
 */
function serviceOfChart(chart: k8s.helm.v4.Chart): pulumi.Output<ServiceStatus | undefined> {
  return chart.resources.apply((resources = []): pulumi.Output<ServiceStatus | undefined> => {
    const service: k8s.core.v1.Service | undefined = resources.find((resource) =>
      k8s.core.v1.Service.isInstance(resource),
    );
    return pulumi.output(service?.status);
  });
}

/** Helm's objects are not Pulumi's, so the Service is read as soon as the release is there. */
function serviceOfRelease(
  name: string,
  release: k8s.helm.v3.Release,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<ServiceStatus | undefined> {
  const { namespace, name: service } = release.status;
  const id = pulumi.interpolate`${namespace}/${service}`;
  return k8s.core.v1.Service.get(`${name}-service`, id, opts).status;
}

/** Address of the gateway that the chart brought; all of it absent for a Service without one. */
export function gatewayAddress(
  name: string,
  chart: InstalledChart,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<LoadBalancerAddress> {
  const status = k8s.helm.v3.Release.isInstance(chart)
    ? serviceOfRelease(name, chart, opts)
    : serviceOfChart(chart);
  return status.apply(loadBalancerAddress);
}

/** Address of a Service that istiod creates for a Gateway; it is there once the Gateway is ready. */
export function deployedAddress(
  name: string,
  gateway: pulumi.CustomResource,
  service: pulumi.Input<string>,
): pulumi.Output<LoadBalancerAddress> {
  const id = pulumi.all([service, gateway.id]).apply(([known]) => known);
  const opts = { parent: gateway };
  return k8s.core.v1.Service.get(`${name}-service`, id, opts).status.apply(loadBalancerAddress);
}
