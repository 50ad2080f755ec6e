import { tlsSecretType } from "../../../values/known-names";
import type { Level } from "../check";
import { type Credential, certificateKeys, serverCertificate } from "./credentials";

/** What is wrong with a Secret, as the end of a sentence that begins with it. */
export interface SecretProblem {
  message: string;
  level: Level;
}

const day = 86_400_000;
const soon = 14 * day;

const dateOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Keys of two sorts are read, and both of a sort have to be there. */
function keysProblem({ data = {}, type }: Credential): string | undefined {
  const has = (key: string) => data[key] !== undefined && data[key] !== "";
  if (certificateKeys.some((keys) => keys.every(has))) {
    return undefined;
  }
  const empty = certificateKeys.find((keys) => keys.every((key) => data[key] !== undefined));
  if (empty) {
    return `has an empty ${empty.find((key) => !has(key))}`;
  }
  const found = Object.keys(data).sort();
  const ofType = type === "Opaque" || type === tlsSecretType ? "" : ` and is of type ${type}`;
  return `has not both tls.crt and tls.key (or cert and key); it has ${found.join(", ") || "nothing"}${ofType}`;
}

/** What keeps a proxy from using the server certificate of a Secret now, or soon. */
export function secretProblem(credential: Credential, now: Date): SecretProblem | undefined {
  const { data } = credential;
  if (data === undefined) {
    return undefined;
  }
  const keys = keysProblem(credential);
  if (keys !== undefined) {
    return { level: "error", message: keys };
  }
  const certificate = serverCertificate(data);
  if (certificate === undefined) {
    return { level: "error", message: "holds no certificate in PEM that can be read" };
  }
  const { notBefore, notAfter } = certificate;
  if (notBefore > now) {
    return { level: "error", message: `has a certificate that is valid from ${dateOf(notBefore)}` };
  }
  const left = notAfter.getTime() - now.getTime();
  if (left < 0) {
    return { level: "error", message: `has a certificate that expired on ${dateOf(notAfter)}` };
  }
  return left < soon
    ? {
        level: "warning",
        message: `has a certificate that expires on ${dateOf(notAfter)}, in ${Math.floor(left / day)} days`,
      }
    : undefined;
}
