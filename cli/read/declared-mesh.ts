import { Mesh } from "../../analysis/mesh/mesh";
import type { Given } from "./given";
import { meshConfigFrom, releaseFor } from "./mesh-settings";
import type { SetOptions } from "./set-options";

/** The mesh of what was read. */
export async function declaredMesh(
  { input, scope, unread }: Given,
  { meshConfig, namespace, release }: SetOptions,
): Promise<Mesh> {
  const config = await meshConfigFrom(meshConfig);
  const installed = releaseFor(release);
  return new Mesh(
    input.objects.map(({ object }) => object),
    {
      scope,
      assumesMesh: true,
      external: unread,
      ...(config && { meshConfig: config }),
      ...(namespace !== undefined && { namespace }),
      ...(installed && { release: installed }),
    },
  );
}
