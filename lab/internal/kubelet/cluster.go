package kubelet

import (
	"fmt"
	"net/netip"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	corelisters "k8s.io/client-go/listers/core/v1"

	"istio-mesh/lab/internal/ambient"
)

// cluster answers ztunnel's questions from the informers' caches.
type cluster struct {
	services   corelisters.ServiceLister
	namespaces corelisters.NamespaceLister
}

func newCluster(factory informers.SharedInformerFactory) *cluster {
	return &cluster{
		services:   factory.Core().V1().Services().Lister(),
		namespaces: factory.Core().V1().Namespaces().Lister(),
	}
}

// ServiceAt implements ambient.Cluster.
func (c *cluster) ServiceAt(address netip.Addr) (*corev1.Service, bool) {
	services, err := c.services.List(labels.Everything())
	if err != nil {
		return nil, false
	}
	for _, service := range services {
		if service.Spec.ClusterIP == address.String() {
			return service, true
		}
	}
	return nil, false
}

// Service implements ambient.Cluster.
func (c *cluster) Service(namespace, name string) (*corev1.Service, bool) {
	service, err := c.services.Services(namespace).Get(name)
	return service, err == nil
}

// NamespaceLabels implements ambient.Cluster.
func (c *cluster) NamespaceLabels(name string) map[string]string {
	namespace, err := c.namespaces.Get(name)
	if err != nil {
		return nil
	}
	return namespace.Labels
}

// istiodPort is the port on which istiod signs certificates.
const istiodPort = "15012"

// istiod finds the control plane's Service, of whatever revision.
func (c *cluster) istiod() (*corev1.Service, error) {
	found, err := c.services.List(labels.SelectorFromSet(labels.Set{"istio": "pilot"}))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("there is no istiod yet")
	}
	return found[0], nil
}

// authority is istiod as a namespace's workloads know it.
func (k *Kubelet) authority(namespace string) (ambient.Authority, error) {
	service, err := k.cluster.istiod()
	if err != nil {
		return ambient.Authority{}, err
	}
	roots, err := k.requiredConfigMap(namespace, "istio-ca-root-cert")
	if err != nil {
		return ambient.Authority{}, err
	}
	return ambient.Authority{
		Address:    service.Spec.ClusterIP + ":" + istiodPort,
		ServerName: fmt.Sprintf("%s.%s.svc", service.Name, service.Namespace),
		Roots:      roots["root-cert.pem"],
	}, nil
}
