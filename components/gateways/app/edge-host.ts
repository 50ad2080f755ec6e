import { host, type Test } from "../../../arguments/predicates";
import { hostIn } from "../../../values/authority";
import { isFullName } from "../../../values/service-host";

/** What is left of an address when only the host is meant; nothing when it is not one. */
function hostMeant(value: string): string | undefined {
  const found = hostIn(value);
  return found !== value && isFullName(found) && !host(found) ? found : undefined;
}

/** Istio's own form of a host with the namespace whose routes it takes. */
const withNamespace = /^(?:[.*]|[a-z0-9-]+)\/(.+)$/;

/** Clients name hosts in many ways, of which a gateway knows one. */
function hint(value: string): string | undefined {
  const reason = host(value);
  const [, bare] = withNamespace.exec(String(value)) ?? [];
  if (reason && bare !== undefined && !host(bare)) {
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
