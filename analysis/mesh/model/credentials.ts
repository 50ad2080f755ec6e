import { oneLine } from "../../../values/base64";
import { type Certificate, certificateOf } from "../../../values/x509";
import type { Declared } from "../declared-set";
import { fields, text, texts } from "../fields";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { NotJudged } from "../not-judged";

/** A Secret that is declared, or that cert-manager makes of a declared Certificate. */
export interface Credential {
  /** The Secret, or the Certificate. */
  readonly source: Declared;
  readonly namespace: string;
  readonly name: string;
  /** Its type; undefined where the Secret is made later. */
  readonly type: string | undefined;
  /** Its values as text; undefined where they are made later. */
  readonly data: Readonly<Record<string, string>> | undefined;
  /** Names that the certificate is valid for; undefined where it is not known. */
  readonly dnsNames: readonly string[] | undefined;
}

/** Keys under which a server's certificate and its private key stand. */
export const certificateKeys = [
  ["cert", "key"],
  ["tls.crt", "tls.key"],
] as const;

const decoded = (base64: string): string => {
  try {
    return atob(oneLine(base64));
  } catch {
    return "";
  }
};

/** The server certificate of a Secret, if it can be read. */
export function serverCertificate(data: Credential["data"]): Certificate | undefined {
  const pem = certificateKeys.map(([cert]) => data?.[cert]).find((value) => value);
  return pem === undefined ? undefined : certificateOf(pem);
}

function ofSecret(source: Declared): Credential {
  const data = () => ({
    ...Object.fromEntries(
      Object.entries(texts(source.object.data)).map(([key, value]) => [key, decoded(value)]),
    ),
    ...texts(source.object.stringData),
  });
  return {
    source,
    namespace: source.id.namespace,
    name: source.id.name,
    get type() {
      return text(source.object.type) ?? "Opaque";
    },
    get data() {
      return data();
    },
    get dnsNames() {
      return serverCertificate(data())?.dnsNames;
    },
  };
}

function ofCertificate(source: Declared, name: string): Credential {
  return {
    source,
    namespace: source.id.namespace,
    name,
    type: undefined,
    data: undefined,
    get dnsNames() {
      const { dnsNames } = fields(source.object.spec);
      return Array.isArray(dnsNames) ? dnsNames.map(String) : undefined;
    },
  };
}

/** All Secrets that will be there. */
export class Credentials {
  readonly #byName: ReadonlyMap<string, readonly Credential[]>;
  readonly #byNamespace: ReadonlyMap<string, readonly Credential[]>;
  /** Why the name of some Secret is not known. */
  readonly #unread: NotJudged | undefined;

  constructor(private readonly mesh: Mesh) {
    const made: Credential[] = mesh.set.all(Kind.Secret).map(ofSecret);
    for (const source of mesh.set.all(Kind.Certificate)) {
      try {
        const name = text(fields(source.object.spec).secretName);
        if (name !== undefined) {
          made.push(ofCertificate(source, name));
        }
      } catch (error) {
        if (!(error instanceof NotJudged)) {
          throw error;
        }
        this.#unread = error;
      }
    }
    this.#byName = grouped(made, ({ name }) => name);
    this.#byNamespace = grouped(made, ({ namespace }) => namespace);
  }

  /** Those of a name, in whatever namespace. */
  named(name: string): readonly Credential[] {
    return this.#byName.get(name) ?? [];
  }

  /** Those of a namespace. */
  in(namespace: string): readonly Credential[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** One by its name. Not judged where one has a name that is not known yet, which may be it. */
  find(namespace: string, name: string): Credential | undefined {
    const found = this.named(name).find((one) => one.namespace === namespace);
    if (found === undefined) {
      this.mesh.mustKnow(Kind.Secret, namespace);
      this.mesh.mustKnow(Kind.Certificate, namespace);
      if (this.#unread) {
        throw this.#unread;
      }
    }
    return found;
  }
}

/** All Secrets of a mesh. */
export const credentialsOfMesh = (mesh: Mesh): Credentials => new Credentials(mesh);
