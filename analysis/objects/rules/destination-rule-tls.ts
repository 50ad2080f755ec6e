import { type Finding, refused } from "../finding";
import {
  checkText,
  field,
  filledFields,
  isBlank,
  isFilled,
  isTrue,
  type Place,
} from "./primitives/place";

const filesOf = ["clientCertificate", "privateKey", "caCertificates", "caCrl"];

/** Settings of the client's side of TLS. */
export function clientTlsFindings(tls: Place, namespace: string | undefined): Finding[] {
  const mode = field(tls, "mode").value;
  const credential = field(tls, "credentialName");
  const secures = mode === "SIMPLE" || mode === "MUTUAL";
  return [
    ...checkText(credential, (name) => configMapProblem(name, namespace)),
    ...(secures && isTrue(field(tls, "insecureSkipVerify"))
      ? unverifiedFindings(tls, mode === "SIMPLE")
      : []),
    ...(secures && isFilled(credential)
      ? setFields(tls, filesOf, "credentialName brings the certificates, so files are not allowed")
      : []),
    ...(mode === "MUTUAL" && isBlank(credential)
      ? ["clientCertificate", "privateKey"]
          .map((name) => field(tls, name))
          .filter(isBlank)
          .map(({ path, value }) =>
            refused(
              path,
              value,
              "mode MUTUAL needs clientCertificate and privateKey, or credentialName",
            ),
          )
      : []),
  ];
}

const setFields = (tls: Place, names: readonly string[], reason: string): Finding[] =>
  filledFields(tls, names).map(({ path, value }) => refused(path, value, reason));

/** The credential of mode MUTUAL may hold the client's certificate alone, so it is allowed. */
const unverifiedFindings = (tls: Place, simple: boolean): Finding[] =>
  setFields(
    tls,
    ["caCertificates", "subjectAltNames", ...(simple ? ["credentialName"] : [])],
    "with insecureSkipVerify nothing is verified, so this may not be set",
  );

const configMap = "configmap://";

function configMapProblem(name: string, namespace: string | undefined): string | undefined {
  if (!name.startsWith(configMap)) {
    return undefined;
  }
  const [from = "", map = ""] = name.slice(configMap.length).split("/");
  if (from === "" || map === "") {
    return `${configMap}namespace/name is expected`;
  }
  return namespace === undefined || from === namespace
    ? undefined
    : `a ConfigMap of the own namespace is expected: ${configMap}${namespace}/${map}`;
}
