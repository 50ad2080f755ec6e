import { host, type Test } from "../../../arguments/predicates";
import { hostIn } from "../../../values/authority";
import { dnsLabelProblem } from "../../../values/dns";
import { isFullName } from "../../../values/service-host";

/** What is left of an address when only the host is meant; nothing when it is not one. */
function hostMeant(value: string): string | undefined {
  const found = hostIn(value);
  return found !== value && isFullName(found) && !host(found) ? found : undefined;
}

/** The host in Istio's own form, which has the namespace before it whose routes are taken. */
function afterNamespace(value: string): string | undefined {
  const [namespace = "", bare, ...others] = value.split("/");
  const isForm = namespace === "." || namespace === "*" || !dnsLabelProblem(namespace);
  return isForm && others.length === 0 && bare !== undefined && !host(bare) ? bare : undefined;
}

/** Clients name hosts in many ways, of which a gateway knows one. */
function hint(value: string): string | undefined {
  const reason = host(value);
  const bare = afterNamespace(String(value));
  if (reason && bare !== undefined) {
    return `${reason}; write "${bare}"; a namespace before it, which keeps the routes of others out, is for a typed Gateway (networking.Gateway)`;
  }
  const meant = reason && hostMeant(String(value));
  return meant
    ? `${reason}; write "${meant}": scheme, port, path and a dot at the end are not part of it, and letters are small`
    : reason;
}

/** Istio would read a name without a dot as that of a Service. */
export const edgeHost: Test<string> = (value) =>
  hint(value) ??
  (value === "*" || isFullName(value)
    ? undefined
    : `"${value}" is a short name; write the whole host name, such as "${value}.example.com"`);
