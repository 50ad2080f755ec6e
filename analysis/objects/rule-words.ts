/** Our words for the rules that users meet, by the rule or its beginning. */
const words: readonly (readonly [rule: string, words: string])[] = [
  [
    "duration(self) >= duration('1ms')",
    'a duration of at least 1ms with its unit is expected, e.g. "1.5s"',
  ],
  ['!self.contains("*")', '"*" is not allowed here'],
  ['self.all(key, !key.contains("*"))', 'no key may contain "*"'],
  ["self.all(key, key.size() != 0)", "no key may be empty"],
  ["self.size() == 0", "must be empty: references reach no other namespace"],
  [
    "(has(self.selector) ? 1 : 0) + (has(self.targetRef)",
    "at most one of selector, targetRef, targetRefs is allowed",
  ],
  [
    "(has(self.selector) ? 1 : 0) + (has(self.targetRefs)",
    "at most one of selector, targetRefs is allowed",
  ],
  [
    "(has(self.workloadSelector) ? 1 : 0) + (has(self.targetRefs)",
    "at most one of workloadSelector, targetRefs is allowed",
  ],
  [
    "(has(self.workloadSelector) ? 1 : 0) + (has(self.endpoints)",
    "at most one of workloadSelector, endpoints is allowed",
  ],
  [
    "(has(self.serviceAccounts) || has(self.notServiceAccounts))",
    "serviceAccounts cannot be joined with principals or namespaces; write the namespace into serviceAccounts, as namespace/name",
  ],
  [
    'has(self.context) ? ((self.context == "WAYPOINT")',
    "waypoint belongs to context WAYPOINT, and is needed there",
  ],
  ["0 < self && self <= 65535", "a port from 1 to 65535 is expected"],
  [
    "(has(self.credentialName) ? 1 : 0) + (has(self.credentialNames)",
    "at most one of credentialName, credentialNames is allowed",
  ],
  [
    "(has(self.credentialNames) ? 1 : 0) + (has(self.tlsCertificates)",
    "at most one of credentialNames, tlsCertificates is allowed",
  ],
  [
    "(has(self.tlsCertificates) ? 1 : 0) + (has(self.credentialNames)",
    "at most one of credentialNames, tlsCertificates is allowed",
  ],
  [
    "has(self.portLevelMtls) ?",
    "portLevelMtls needs a selector with labels: ports belong to workloads",
  ],
  ["self.all(key, 0 < int(key)", "keys are ports of the workload, from 1 to 65535"],
  ["(has(self.jwksUri) ? 1 : 0)", "at most one of jwksUri, jwks is allowed"],
  ["url(self).getScheme() in", "an address with http or https is expected"],
  ["isURL(self) ?", "an address with http, https, oci or file is expected"],
  ["!((has(self.addresses)", "CIDR addresses need resolution STATIC or NONE"],
  [
    '((has(self.resolution) ? self.resolution : "") == "DNS_ROUND_ROBIN")',
    "resolution DNS_ROUND_ROBIN takes at most one endpoint",
  ],
  [
    '((has(self.resolution) ? self.resolution : "NONE") == "NONE")',
    "resolution NONE takes no endpoints; name another resolution, e.g. DNS or STATIC",
  ],
  ['self != "*"', '"*" alone is too wide; name a host'],
  [
    "self.all(l1, self.exists_one(l2, l1.number == l2.number))",
    "each port number may be there once",
  ],
  ["has(self.address) || has(self.network)", "address or network is required"],
  ['((has(self.operation) ? self.operation : "") == "REMOVE")', "operation REMOVE takes no value"],
  ['((has(self.operation) ? self.operation : "") == "UPSERT")', "operation UPSERT needs a value"],
  ["has(self.wasm) != has(self.lua)", "exactly one of wasm, lua is expected"],
  [
    '(has(self.valueFrom) ? self.valueFrom : "") != "HOST"',
    "a value from HOST takes no value of its own",
  ],
  ["(size(self.group) == 0 && self.kind == 'Service')", "a Service needs its port"],
  [
    "self.all(p1, self.exists_one(p2",
    "parents have to differ; name a sectionName or port where one parent is there twice",
  ],
  ["self.all(p1, self.all(p2", "when one parent is there twice, each needs a sectionName or port"],
  ["(has(self.backendRefs) && size(self.backendRefs) > 0) ?", "a redirect excludes backendRefs"],
  ["!(has(self.percent) && has(self.fraction))", "at most one of percent, fraction is allowed"],
  ["self.numerator <= self.denominator", "the numerator is at most the denominator"],
  ["!(self.exists(f, f.type == 'RequestRedirect')", "a redirect excludes a rewrite"],
  [
    "!(has(self.request) && has(self.backendRequest)",
    "backendRequest may be at most as long as request",
  ],
  ["(self.type in ['Exact','PathPrefix']) ? self.value.startsWith('/')", 'a path begins with "/"'],
  ["(self.type in ['Exact','PathPrefix'])", "a path without //, /./, /../, %2F and # is expected"],
  ["self.all(l1, self.exists_one(l2, l1.name == l2.name))", "names of listeners have to differ"],
  [
    "self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls)",
    "listeners of HTTP, TCP and UDP take no tls",
  ],
  ["self.all(l, (l.protocol == 'TLS' ?", "listeners of TLS need tls with a mode"],
  ["self.mode == 'Terminate' ?", "mode Terminate needs certificateRefs"],
  [
    "self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol",
    "listeners have to differ in port, protocol or hostname",
  ],
  ["self.all(h, !isIP(h))", "a host name is expected, not an address"],
];

/** A reason for a broken rule; the rule itself where nobody has put it into words. */
export function ruleWords(rule: string): string {
  const found = words.find(([beginning]) => rule.startsWith(beginning));
  return found ? found[1] : `breaks the rule ${rule.replace(/\s+/g, " ")}`;
}
