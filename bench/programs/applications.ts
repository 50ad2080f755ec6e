import { AppGateway, Canary, MutualTls } from "istio-mesh";

/** How many applications are declared. */
export const count = 40;

const namespace = "shop";

/** An application's share of the mesh, as users declare it: six objects by three components. */
export function applications(): void {
  for (let i = 0; i < count; i += 1) {
    const service = `service-${i}`;
    new Canary(service, {
      service,
      namespace,
      versions: [
        { name: "v1", weight: 90 },
        { name: "v2", weight: 10 },
      ],
    });
    new AppGateway(`${service}-edge`, {
      namespace,
      hosts: [`${service}.example.com`],
      routes: [{ service, port: 80 }],
    });
    new MutualTls(`${service}-mtls`, { namespace, selector: { app: service } });
  }
}
