package ambient

import (
	"net/netip"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// cluster holds Services by "namespace/name" and namespaces' labels.
type cluster struct {
	services   map[string]*corev1.Service
	namespaces map[string]map[string]string
}

func (c cluster) Service(namespace, name string) (*corev1.Service, bool) {
	service, found := c.services[namespace+"/"+name]
	return service, found
}

func (c cluster) ServiceAt(address netip.Addr) (*corev1.Service, bool) {
	for _, service := range c.services {
		if service.Spec.ClusterIP == address.String() {
			return service, true
		}
	}
	return nil, false
}

func (c cluster) NamespaceLabels(name string) map[string]string { return c.namespaces[name] }

func service(namespace, name, ip string, labels map[string]string) *corev1.Service {
	return &corev1.Service{ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: name, Labels: labels}, Spec: corev1.ServiceSpec{ClusterIP: ip}}
}

func TestWaypointFor(t *testing.T) {
	const reviews, waypoint, shared = "10.96.0.1", "10.96.0.2", "10.96.0.3"
	use := func(name string) map[string]string { return map[string]string{waypointLabel: name} }
	for _, c := range []struct {
		name                string
		service, namespace  map[string]string
		waypointFor, wanted string
		destination         string
	}{
		{name: "nobody asks for a waypoint", destination: reviews},
		{name: "the namespace does", namespace: use("waypoint"), destination: reviews, wanted: waypoint},
		{name: "the Service does", service: use("waypoint"), destination: reviews, wanted: waypoint},
		{name: "the Service opts out", service: use("none"), namespace: use("waypoint"), destination: reviews},
		{name: "it does not exist", namespace: use("gone"), destination: reviews},
		{name: "it is another namespace's", namespace: map[string]string{waypointLabel: "shared", waypointNamespaceLabel: "infra"}, destination: reviews, wanted: shared},
		{name: "it is for workloads only", namespace: use("waypoint"), waypointFor: "workload", destination: reviews},
		{name: "it is for all", namespace: use("waypoint"), waypointFor: "all", destination: reviews, wanted: waypoint},
		{name: "the destination is no Service", namespace: use("waypoint"), destination: "10.244.1.1"},
	} {
		labels := map[string]string{}
		if c.waypointFor != "" {
			labels[waypointForLabel] = c.waypointFor
		}
		known := cluster{
			services: map[string]*corev1.Service{
				"shop/reviews":  service("shop", "reviews", reviews, c.service),
				"shop/waypoint": service("shop", "waypoint", waypoint, labels),
				"infra/shared":  service("infra", "shared", shared, nil),
			},
			namespaces: map[string]map[string]string{"shop": c.namespace},
		}
		got, found := waypointFor(known, netip.AddrPortFrom(netip.MustParseAddr(c.destination), 9080))
		if c.wanted == "" {
			if found {
				t.Errorf("%s: %s, want none", c.name, got)
			}
			continue
		}
		if want := c.wanted + ":15008"; !found || got.String() != want {
			t.Errorf("%s: %s %v, want %s", c.name, got, found, want)
		}
	}
}
