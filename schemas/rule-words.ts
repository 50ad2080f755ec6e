/** Our words for the rules (CEL) of the definitions, by the rule with single spaces. */
export const wordsOfRules: Readonly<Record<string, string>> = {
  "!(!has(self.cors) && self.type == 'CORS')": "type CORS needs cors",
  "!(!has(self.extensionRef) && self.type == 'ExtensionRef')":
    "type ExtensionRef needs extensionRef",
  "!(!has(self.requestHeaderModifier) && self.type == 'RequestHeaderModifier')":
    "type RequestHeaderModifier needs requestHeaderModifier",
  "!(!has(self.requestMirror) && self.type == 'RequestMirror')":
    "type RequestMirror needs requestMirror",
  "!(!has(self.requestRedirect) && self.type == 'RequestRedirect')":
    "type RequestRedirect needs requestRedirect",
  "!(!has(self.responseHeaderModifier) && self.type == 'ResponseHeaderModifier')":
    "type ResponseHeaderModifier needs responseHeaderModifier",
  "!(!has(self.urlRewrite) && self.type == 'URLRewrite')": "type URLRewrite needs urlRewrite",
  "!('*' in self && self.size() > 1)": '"*" stands alone or not at all',
  '!((has(self.addresses) ? self.addresses : []).exists(k, k.contains("/")) && !((has(self.resolution) ? self.resolution : "NONE") in ["STATIC", "NONE"]))':
    "CIDR addresses need resolution STATIC or NONE",
  '!(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 && has(self.wellKnownCACertificates) && self.wellKnownCACertificates != "")':
    "at most one of caCertificateRefs, wellKnownCACertificates is allowed",
  "!(has(self.cors) && self.type != 'CORS')": "cors belongs to type CORS",
  "!(has(self.extensionRef) && self.type != 'ExtensionRef')":
    "extensionRef belongs to type ExtensionRef",
  "!(has(self.percent) && has(self.fraction))": "at most one of percent, fraction is allowed",
  "!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration('0s') && duration(self.backendRequest) > duration(self.request))":
    "backendRequest may be at most as long as request",
  "!(has(self.requestHeaderModifier) && self.type != 'RequestHeaderModifier')":
    "requestHeaderModifier belongs to type RequestHeaderModifier",
  "!(has(self.requestMirror) && self.type != 'RequestMirror')":
    "requestMirror belongs to type RequestMirror",
  "!(has(self.requestRedirect) && self.type != 'RequestRedirect')":
    "requestRedirect belongs to type RequestRedirect",
  "!(has(self.responseHeaderModifier) && self.type != 'ResponseHeaderModifier')":
    "responseHeaderModifier belongs to type ResponseHeaderModifier",
  "!(has(self.urlRewrite) && self.type != 'URLRewrite')": "urlRewrite belongs to type URLRewrite",
  "!(self.exists(f, f.type == 'RequestRedirect') && self.exists(f, f.type == 'URLRewrite'))":
    "a redirect excludes a rewrite",
  '!(self.type != "Hostname" && has(self.hostname) && self.hostname != "")':
    "hostname belongs to type Hostname",
  '!(self.type != "URI" && has(self.uri) && self.uri != "")': "uri belongs to type URI",
  '!(self.type == "Hostname" && (!has(self.hostname) || self.hostname == ""))':
    "type Hostname needs hostname",
  '!(self.type == "URI" && (!has(self.uri) || self.uri == ""))': "type URI needs uri",
  '!self.contains("*")': '"*" is not allowed here',
  '(!has(self.type) || self.type == \'Exact\') && has(self.method) ? self.method.matches(r"""^[A-Za-z_][A-Za-z_0-9]*$"""): true':
    "an exact method is a name of gRPC: letters, digits and _, no digit first",
  '(!has(self.type) || self.type == \'Exact\') && has(self.service) ? self.service.matches(r"""^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$"""): true':
    "an exact service is a name of gRPC, e.g. package.Service",
  '((has(self.operation) ? self.operation : "") == "REMOVE") ? !has(self.value) : true':
    "operation REMOVE takes no value",
  '((has(self.operation) ? self.operation : "") == "UPSERT") ? (self.value != "") : true':
    "operation UPSERT needs a value",
  '((has(self.resolution) ? self.resolution : "") == "DNS_ROUND_ROBIN") ? ((has(self.endpoints) ? self.endpoints : []).size() <= 1) : true':
    "resolution DNS_ROUND_ROBIN takes at most one endpoint",
  '((has(self.resolution) ? self.resolution : "NONE") == "NONE") ? !has(self.endpoints) : true':
    "resolution NONE takes no endpoints; name another resolution, e.g. DNS or STATIC",
  '(has(self.address) ? self.address : "").startsWith("unix://") ? !has(self.ports) : true':
    "a unix:// address takes no ports",
  "(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    "a backend's redirect by ReplacePrefixMatch needs a rule with exactly one match, and that of type PathPrefix",
  "(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    "a backend's rewrite by ReplacePrefixMatch needs a rule with exactly one match, and that of type PathPrefix",
  "(has(self.backendRefs) && size(self.backendRefs) > 0) ? (!has(self.filters) || self.filters.all(f, !has(f.requestRedirect))): true":
    "a redirect excludes backendRefs",
  '(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 || has(self.wellKnownCACertificates) && self.wellKnownCACertificates != "")':
    "caCertificateRefs or wellKnownCACertificates is needed",
  "(has(self.credentialName) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1":
    "at most one of credentialName, credentialNames is allowed",
  "(has(self.credentialNames) ? 1 : 0) + (has(self.tlsCertificates) ? 1 : 0) <= 1":
    "at most one of credentialNames, tlsCertificates is allowed",
  "(has(self.filters) && self.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    "a redirect by ReplacePrefixMatch needs a rule with exactly one match, and that of type PathPrefix",
  "(has(self.filters) && self.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    "a rewrite by ReplacePrefixMatch needs a rule with exactly one match, and that of type PathPrefix",
  "(has(self.jwksUri) ? 1 : 0) + (has(self.jwks_uri) ? 1 : 0) + (has(self.jwks) ? 1 : 0) <= 1":
    "at most one of jwksUri, jwks is allowed",
  "(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1":
    "at most one of selector, targetRef, targetRefs is allowed",
  "(has(self.selector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1":
    "at most one of selector, targetRefs is allowed",
  "(has(self.serviceAccounts) || has(self.notServiceAccounts)) ? (!has(self.principals) && !has(self.notPrincipals) && !has(self.namespaces) && !has(self.notNamespaces)) : true":
    "serviceAccounts cannot be joined with principals or namespaces; write the namespace into serviceAccounts, as namespace/name",
  "(has(self.tlsCertificates) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1":
    "at most one of credentialNames, tlsCertificates is allowed",
  '(has(self.valueFrom) ? self.valueFrom : "") != "HOST" || !has(self.value)':
    "a value from HOST takes no value of its own",
  "(has(self.workloadSelector) ? 1 : 0) + (has(self.endpoints) ? 1 : 0) <= 1":
    "at most one of workloadSelector, endpoints is allowed",
  "(has(self.workloadSelector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1":
    "at most one of workloadSelector, targetRefs is allowed",
  "(self.size() > 0 ? (has(self[0].matches) ? self[0].matches.size() : 0) : 0) + (self.size() > 1 ? (has(self[1].matches) ? self[1].matches.size() : 0) : 0) + (self.size() > 2 ? (has(self[2].matches) ? self[2].matches.size() : 0) : 0) + (self.size() > 3 ? (has(self[3].matches) ? self[3].matches.size() : 0) : 0) + (self.size() > 4 ? (has(self[4].matches) ? self[4].matches.size() : 0) : 0) + (self.size() > 5 ? (has(self[5].matches) ? self[5].matches.size() : 0) : 0) + (self.size() > 6 ? (has(self[6].matches) ? self[6].matches.size() : 0) : 0) + (self.size() > 7 ? (has(self[7].matches) ? self[7].matches.size() : 0) : 0) + (self.size() > 8 ? (has(self[8].matches) ? self[8].matches.size() : 0) : 0) + (self.size() > 9 ? (has(self[9].matches) ? self[9].matches.size() : 0) : 0) + (self.size() > 10 ? (has(self[10].matches) ? self[10].matches.size() : 0) : 0) + (self.size() > 11 ? (has(self[11].matches) ? self[11].matches.size() : 0) : 0) + (self.size() > 12 ? (has(self[12].matches) ? self[12].matches.size() : 0) : 0) + (self.size() > 13 ? (has(self[13].matches) ? self[13].matches.size() : 0) : 0) + (self.size() > 14 ? (has(self[14].matches) ? self[14].matches.size() : 0) : 0) + (self.size() > 15 ? (has(self[15].matches) ? self[15].matches.size() : 0) : 0) <= 128":
    "all rules together may have 128 matches",
  "(self.size() > 0 ? self[0].matches.size() : 0) + (self.size() > 1 ? self[1].matches.size() : 0) + (self.size() > 2 ? self[2].matches.size() : 0) + (self.size() > 3 ? self[3].matches.size() : 0) + (self.size() > 4 ? self[4].matches.size() : 0) + (self.size() > 5 ? self[5].matches.size() : 0) + (self.size() > 6 ? self[6].matches.size() : 0) + (self.size() > 7 ? self[7].matches.size() : 0) + (self.size() > 8 ? self[8].matches.size() : 0) + (self.size() > 9 ? self[9].matches.size() : 0) + (self.size() > 10 ? self[10].matches.size() : 0) + (self.size() > 11 ? self[11].matches.size() : 0) + (self.size() > 12 ? self[12].matches.size() : 0) + (self.size() > 13 ? self[13].matches.size() : 0) + (self.size() > 14 ? self[14].matches.size() : 0) + (self.size() > 15 ? self[15].matches.size() : 0) <= 128":
    "all rules together may have 128 matches",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('#') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('%2F') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('%2f') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('/../') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('/./') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('//') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.endsWith('/.') : true":
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? !self.value.endsWith('/..') : true":
    "a path without //, /./, /../, %2F and # is expected",
  '(self.type in [\'Exact\',\'PathPrefix\']) ? self.value.matches(r"""^(?:[-A-Za-z0-9/._~!$&\'()*+,;=:@]|[%][0-9a-fA-F]{2})+$""") : true':
    "a path without //, /./, /../, %2F and # is expected",
  "(self.type in ['Exact','PathPrefix']) ? self.value.startsWith('/') : true":
    'a path begins with "/"',
  "(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true":
    "a Service needs its port",
  "0 < self && self <= 65535": "is not a whole number between 1 and 65535",
  "duration(self) >= duration('1ms')":
    'is not a duration of at least 1ms; write for example "250ms", "2s" or "1m30s"',
  "has(self.address) || has(self.network)": "address or network is required",
  'has(self.context) ? ((self.context == "WAYPOINT") ? has(self.waypoint) : !has(self.waypoint)) : !has(self.waypoint)':
    "waypoint belongs to context WAYPOINT, and is needed there",
  "has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true":
    "portLevelMtls needs a selector with labels: ports belong to workloads",
  "has(self.replaceFullPath) ? self.type == 'ReplaceFullPath' : true":
    "replaceFullPath belongs to type ReplaceFullPath",
  "has(self.replacePrefixMatch) ? self.type == 'ReplacePrefixMatch' : true":
    "replacePrefixMatch belongs to type ReplacePrefixMatch",
  "has(self.type) ? has(self.service) || has(self.method) : true":
    "service, method or both are needed",
  "has(self.wasm) != has(self.lua)": "exactly one of wasm, lua is expected",
  'isURL(self) ? (url(self).getScheme() in ["", "http", "https", "file", "oci"]) : (isURL("http://" + self) && url("http://" + self).getScheme() in ["", "http", "https", "file", "oci"])':
    "an address with http, https, oci or file is expected",
  'isURL(self) ? (url(self).getScheme() in ["", "http", "https", "oci", "file"]) : (isURL("http://" + self) && url("http://" + self).getScheme() in ["", "http", "https", "oci", "file"])':
    "an address with http, https, oci or file is expected",
  'self != "*"': '"*" alone is too wide; name a host',
  "self == oldSelf": "cannot change once the object exists",
  'self in ["", "HTTP", "HTTPS"]': "allowed: HTTP, HTTPS",
  "self.all(a1, a1.type == 'Hostname' && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )":
    "each host name may be there once",
  "self.all(a1, a1.type == 'IPAddress' && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )":
    "each IP address may be there once",
  "self.all(h, !h.contains('*') ? h.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$') : true)":
    'a DNS name is expected, e.g. "shop.example.com"',
  "self.all(h, !isIP(h))": "a host name is expected, not an address",
  "self.all(h, h.contains('*') ? (h.startsWith('*.') && h.substring(2).matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$')) : true)":
    'a wildcard is the whole first label, e.g. "*.example.com"',
  'self.all(key, !key.contains("*"))': 'no key may contain "*"',
  "self.all(key, 0 < int(key) && int(key) <= 65535)":
    "keys are ports of the workload, from 1 to 65535",
  'self.all(key, key.matches(r"""^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"""))':
    'keys are names of labels, e.g. "example.com/team"',
  "self.all(key, key.size() != 0)": "no key may be empty",
  'self.all(key, key.split("/")[0].size() < 253)':
    "the part of a key before / has at most 252 characters",
  'self.all(key, size(key) < 63 && key.matches("^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"))':
    'keys are names of ports: letters, digits and "-", at most 62 of them',
  "self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)":
    "listeners of HTTPS take tls in mode Terminate only",
  "self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))":
    "listeners of TLS need tls with a mode",
  "self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)":
    "listeners of HTTP, TCP and UDP take no tls",
  "self.all(l, l.protocol in ['TCP', 'UDP'] ? (!has(l.hostname) || l.hostname == '') : true)":
    "listeners of TCP and UDP take no hostname",
  "self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))":
    "names of rules have to differ",
  "self.all(l1, !has(l1.port) || self.exists_one(l2, has(l2.port) && l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))":
    "listeners with a port have to differ in port, protocol or hostname",
  "self.all(l1, self.exists_one(l2, l1.name == l2.name))": "names of listeners have to differ",
  "self.all(l1, self.exists_one(l2, l1.number == l2.number))": "each port number may be there once",
  "self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))":
    "listeners have to differ in port, protocol or hostname",
  "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))":
    "when one parent is there twice, each needs a sectionName or port",
  "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__)) ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '') && (!has(p1.port) || p1.port == 0) == (!has(p2.port) || p2.port == 0)): true))":
    "when one parent is there twice, each needs a sectionName or port",
  "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))":
    "when one parent is there twice, each needs a sectionName or port",
  "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || ( has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName)) && (((!has(p1.port) || p1.port == 0) && (!has(p2.port) || p2.port == 0)) || (has(p1.port) && has(p2.port) && p1.port == p2.port))))":
    "parents have to differ; name a sectionName or port where one parent is there twice",
  "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))":
    "parents have to differ; name a sectionName or port where one parent is there twice",
  "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))":
    "parents have to differ; name a sectionName or port where one parent is there twice",
  "self.all(t1, self.exists_one(t2, t1.port == t2.port))": "each port may be there once",
  "self.filter(f, f.type == 'CORS').size() <= 1": "at most one filter CORS is allowed",
  "self.filter(f, f.type == 'RequestHeaderModifier').size() <= 1":
    "at most one filter RequestHeaderModifier is allowed",
  "self.filter(f, f.type == 'RequestRedirect').size() <= 1":
    "at most one filter RequestRedirect is allowed",
  "self.filter(f, f.type == 'ResponseHeaderModifier').size() <= 1":
    "at most one filter ResponseHeaderModifier is allowed",
  "self.filter(f, f.type == 'URLRewrite').size() <= 1": "at most one filter URLRewrite is allowed",
  "self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true":
    "mode Terminate needs certificateRefs",
  "self.numerator <= self.denominator": "the numerator is at most the denominator",
  "self.size() == 0": "must be empty: references reach no other namespace",
  'self.startsWith("unix://") ? !self.endsWith("/") : true':
    'a unix:// address is a socket, and does not end with "/"',
  'self.startsWith("unix://") ? (self.substring(7, 8) == "/" || self.substring(7, 8) == "@") : true':
    'a path after unix:// begins with "/", an abstract socket with "@"',
  'self.type == \'Hostname\' ? (!has(self.value) || self.value.matches(r"""^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$""")): true':
    'an address of type Hostname is a DNS name, e.g. "gw.example.com"',
  "self.type == 'ReplaceFullPath' ? has(self.replaceFullPath) : true":
    "type ReplaceFullPath needs replaceFullPath",
  "self.type == 'ReplacePrefixMatch' ? has(self.replacePrefixMatch) : true":
    "type ReplacePrefixMatch needs replacePrefixMatch",
  "self.type in ['Exact','PathPrefix'] || self.type == 'RegularExpression'":
    "allowed: Exact, PathPrefix, RegularExpression",
  'url(self).getScheme() in ["http", "https"]': "an address with http or https is expected",
  "(self.group == 'gateway.networking.x-k8s.io' && self.kind == 'XBackend') ? !has(self.port) : true":
    "an XBackend takes no port: it has its own",
};
