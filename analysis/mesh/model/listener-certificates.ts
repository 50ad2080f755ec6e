import { type Listener, type ListenerOwner, listenersOf } from "./api-gateways";

/** A Secret with the certificate of a listener. */
export interface CertificateRef {
  readonly name: string;
  readonly namespace: string;
  /** Path of the reference in the object. */
  readonly path: string;
}

/** The Secrets that a listener names; other kinds are another controller's. */
export const secretsOfListener = ({ owner, listener, path }: Listener): CertificateRef[] =>
  (listener.tls?.certificateRefs ?? []).flatMap(({ group, kind, name, namespace }, i) =>
    (group ?? "") === "" && (kind ?? "Secret") === "Secret"
      ? {
          name,
          namespace: namespace ?? owner.id.namespace,
          path: `${path}.tls.certificateRefs[${i}]`,
        }
      : [],
  );

/** The Secrets that the listeners of an object name. */
export const secretsOf = (owner: ListenerOwner): CertificateRef[] =>
  listenersOf(owner).flatMap(secretsOfListener);
