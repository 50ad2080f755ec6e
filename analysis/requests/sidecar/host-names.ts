/**
 * Full names of the hosts that istiod lets clients of a namespace call by a name: the name itself, and that of a
 * Service by as much of it as DNS needs.
 */
export function hostNames(name: string, namespace: string, domain: string): readonly string[] {
  const parts = name.split(".");
  const [first = "", second = "", third, ...more] = parts;
  if (parts.length === 1) {
    return [name, `${first}.${namespace}.svc.${domain}`];
  }
  const isShort = third === undefined || (third === "svc" && more.length === 0);
  return isShort ? [name, `${first}.${second}.svc.${domain}`] : [name];
}
