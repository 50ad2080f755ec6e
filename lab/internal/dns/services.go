package dns

import (
	"context"
	"fmt"
	"net/netip"
	"strings"

	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
	discoverylisters "k8s.io/client-go/listers/discovery/v1"

	"istio-mesh/lab/internal/network"
)

// Services resolves <service>.<namespace>.svc.cluster.local, and the fixed names it is given.
type Services struct {
	fixed    map[string]netip.Addr
	services corelisters.ServiceLister
	slices   discoverylisters.EndpointSliceLister
}

// NewServices watches the cluster until ctx ends.
func NewServices(ctx context.Context, client kubernetes.Interface, fixed map[string]netip.Addr) (*Services, error) {
	factory := informers.NewSharedInformerFactory(client, 0)
	services := &Services{
		fixed:    fixed,
		services: factory.Core().V1().Services().Lister(),
		slices:   factory.Discovery().V1().EndpointSlices().Lister(),
	}
	factory.Start(ctx.Done())
	for kind, synced := range factory.WaitForCacheSync(ctx.Done()) {
		if !synced {
			return nil, fmt.Errorf("watch of %v did not start", kind)
		}
	}
	return services, nil
}

// Lookup implements Names.
func (s *Services) Lookup(name string) ([]netip.Addr, bool) {
	if address, found := s.fixed[name]; found {
		return []netip.Addr{address}, true
	}
	host, ok := strings.CutSuffix(name, "."+network.ServiceDomain)
	if !ok {
		return nil, false
	}
	parts := strings.Split(host, ".")
	if len(parts) < 2 || len(parts) > 3 {
		return nil, false
	}
	namespace, service := parts[len(parts)-1], parts[len(parts)-2]
	object, err := s.services.Services(namespace).Get(service)
	if err != nil {
		return nil, false
	}
	if object.Spec.ClusterIP != corev1.ClusterIPNone && len(parts) == 2 {
		return addresses([]string{object.Spec.ClusterIP}), true
	}
	return s.endpoints(namespace, service, strings.Join(parts[:len(parts)-2], ""))
}

// endpoints are the ready addresses of a headless Service; with a host name, of that Pod only.
func (s *Services) endpoints(namespace, service, hostname string) ([]netip.Addr, bool) {
	selector := labels.SelectorFromSet(labels.Set{discoveryv1.LabelServiceName: service})
	slices, err := s.slices.EndpointSlices(namespace).List(selector)
	if err != nil {
		return nil, false
	}
	var found []string
	for _, slice := range slices {
		for _, endpoint := range slice.Endpoints {
			ready := endpoint.Conditions.Ready == nil || *endpoint.Conditions.Ready
			named := hostname == "" || endpoint.Hostname != nil && *endpoint.Hostname == hostname
			if ready && named {
				found = append(found, endpoint.Addresses...)
			}
		}
	}
	return addresses(found), hostname == "" || len(found) > 0
}

func addresses(texts []string) []netip.Addr {
	var parsed []netip.Addr
	for _, text := range texts {
		if address, err := netip.ParseAddr(text); err == nil && address.Is4() {
			parsed = append(parsed, address)
		}
	}
	return parsed
}
