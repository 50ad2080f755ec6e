import { Kind } from "../kinds";
import type { Mesh } from "../mesh";

/** Whether a BackendTLSPolicy has proxies speak TLS to a Service or a ServiceEntry. */
export const hasBackendTls = (
  mesh: Mesh,
  target: { readonly kind: string; readonly namespace: string; readonly name: string },
): boolean =>
  mesh.set
    .all(Kind.BackendTlsPolicy)
    .some(
      ({ id, spec }) =>
        id.namespace === target.namespace &&
        spec.targetRefs.some(({ kind, name }) => kind === target.kind && name === target.name),
    );
