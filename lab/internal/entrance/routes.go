package entrance

import (
	"cmp"
	"net/netip"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// Routes are the ways into the world, by gateway, host and path. Paths by regular expression are
// left out: none of them can be asked for as it is written.
func (w World) Routes() []Route {
	var found []Route
	for _, service := range w.VirtualServices {
		found = append(found, w.ofVirtualService(service)...)
	}
	for _, route := range w.HTTPRoutes {
		found = append(found, w.ofHTTPRoute(route)...)
	}
	slices.SortFunc(found, func(a, b Route) int {
		return cmp.Or(
			netip.MustParseAddr(a.Address).Compare(netip.MustParseAddr(b.Address)),
			cmp.Compare(a.Port, b.Port), cmp.Compare(a.Host, b.Host), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Owner, b.Owner),
		)
	})
	return withoutTwins(slices.Compact(found))
}

// withoutTwins leaves a path with a slash at its end out where there is the same without: a prefix is
// often written as both.
func withoutTwins(routes []Route) []Route {
	return slices.DeleteFunc(slices.Clone(routes), func(route Route) bool {
		short, ends := strings.CutSuffix(route.Path, "/")
		route.Path = short
		return ends && slices.Contains(routes, route)
	})
}

func (w World) ofVirtualService(service virtualService) []Route {
	var found []Route
	owner := "VirtualService " + service.Metadata.Namespace + "/" + service.Metadata.Name
	paths := service.paths()
	for _, gateway := range w.IstioGateways {
		if !service.isBehind(gateway) {
			continue
		}
		for _, address := range w.addressesOf(gateway) {
			for _, server := range gateway.Spec.Servers {
				scheme := strings.ToLower(server.Port.Protocol)
				if scheme == "http2" || scheme == "grpc" || scheme == "grpc-web" {
					scheme = "http"
				}
				// What a redirect answers leads to the server with TLS, which is listed too.
				if scheme != "http" && scheme != "https" || server.TLS != nil && server.TLS.HTTPSRedirect {
					continue
				}
				for _, host := range common(inNamespaces(server.Hosts, service.Metadata.Namespace), service.Spec.Hosts) {
					for _, path := range paths {
						found = append(found, Route{Owner: owner, Host: host, Path: path, Scheme: scheme, Address: address, Port: server.Port.Number})
					}
				}
			}
		}
	}
	return found
}

func (v virtualService) isBehind(gateway istioGateway) bool {
	full := gateway.Metadata.Namespace + "/" + gateway.Metadata.Name
	return slices.ContainsFunc(v.Spec.Gateways, func(name string) bool {
		return name == full || v.Metadata.Namespace+"/"+name == full
	})
}

// paths are those of the matches; a route without any answers all.
func (v virtualService) paths() []string {
	var paths []string
	for _, route := range v.Spec.HTTP {
		if len(route.Match) == 0 {
			paths = append(paths, "/")
		}
		for _, match := range route.Match {
			switch {
			case match.URI == nil:
				paths = append(paths, "/")
			case match.URI.Regex == "":
				paths = append(paths, cmp.Or(match.URI.Exact, match.URI.Prefix, "/"))
			}
		}
	}
	return paths
}

// inNamespaces are the hosts that a server takes from VirtualServices of a namespace; it may write
// the namespace in front.
func inNamespaces(hosts []string, namespace string) []string {
	var taken []string
	for _, host := range hosts {
		from, name, written := strings.Cut(host, "/")
		if !written {
			from, name = anyHost, host
		}
		// "." is the gateway's own namespace; which of both that is matters little to who looks for a URL.
		if from == anyHost || from == "." || from == namespace {
			taken = append(taken, name)
		}
	}
	return taken
}

// addressesOf are the load balancers' addresses that lead to Pods which the gateway selects.
func (w World) addressesOf(gateway istioGateway) []string {
	var addresses []string
	for _, service := range w.Services {
		leads := slices.ContainsFunc(w.Pods, func(pod corev1.Pod) bool {
			return pod.Namespace == service.Namespace && chooses(service.Spec.Selector, pod) && chooses(gateway.Spec.Selector, pod)
		})
		if leads {
			addresses = append(addresses, addressesOfService(service)...)
		}
	}
	return addresses
}

func chooses(selector map[string]string, pod corev1.Pod) bool {
	return len(selector) > 0 && labels.SelectorFromSet(selector).Matches(labels.Set(pod.Labels))
}

func addressesOfService(service corev1.Service) []string {
	var addresses []string
	for _, ingress := range service.Status.LoadBalancer.Ingress {
		if _, err := netip.ParseAddr(ingress.IP); err == nil {
			addresses = append(addresses, ingress.IP)
		}
	}
	return addresses
}

func (w World) ofHTTPRoute(route httpRoute) []Route {
	var found []Route
	owner := "HTTPRoute " + route.Metadata.Namespace + "/" + route.Metadata.Name
	for _, parent := range route.Spec.ParentRefs {
		for _, gateway := range w.Gateways {
			if cmp.Or(parent.Kind, "Gateway") != "Gateway" || parent.Name != gateway.Metadata.Name ||
				cmp.Or(parent.Namespace, route.Metadata.Namespace) != gateway.Metadata.Namespace {
				continue
			}
			for _, listener := range gateway.Spec.Listeners {
				scheme := strings.ToLower(listener.Protocol)
				if scheme != "http" && scheme != "https" ||
					parent.SectionName != "" && parent.SectionName != listener.Name ||
					parent.Port != 0 && parent.Port != listener.Port {
					continue
				}
				for _, address := range gateway.Status.Addresses {
					// An address may also be the name of a Service, which only the mesh resolves.
					if _, err := netip.ParseAddr(address.Value); err != nil {
						continue
					}
					for _, host := range common([]string{cmp.Or(listener.Hostname, anyHost)}, orAny(route.Spec.Hostnames)) {
						for _, path := range route.paths() {
							found = append(found, Route{Owner: owner, Host: host, Path: path, Scheme: scheme, Address: address.Value, Port: listener.Port})
						}
					}
				}
			}
		}
	}
	return found
}

func orAny(hosts []string) []string {
	if len(hosts) == 0 {
		return []string{anyHost}
	}
	return hosts
}

func (r httpRoute) paths() []string {
	var paths []string
	for _, rule := range r.Spec.Rules {
		if len(rule.Matches) == 0 {
			paths = append(paths, "/")
		}
		for _, match := range rule.Matches {
			switch {
			case match.Path == nil:
				paths = append(paths, "/")
			case match.Path.Type != "RegularExpression":
				paths = append(paths, cmp.Or(match.Path.Value, "/"))
			}
		}
	}
	return paths
}

// common are the hosts that both sides have: of two that overlap, the narrower one.
func common(left, right []string) []string {
	var hosts []string
	for _, a := range left {
		for _, b := range right {
			switch {
			case covers(a, b):
				hosts = append(hosts, b)
			case covers(b, a):
				hosts = append(hosts, a)
			}
		}
	}
	return hosts
}

func covers(wide, narrow string) bool {
	if wide == anyHost || wide == narrow {
		return true
	}
	suffix, wild := strings.CutPrefix(wide, "*")
	return wild && strings.HasSuffix(narrow, suffix)
}
