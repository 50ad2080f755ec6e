package entrance

import (
	"context"
	"encoding/json"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/kubernetes"
)

// World is what routes into a lab are read from.
type World struct {
	Services        []corev1.Service
	Pods            []corev1.Pod
	IstioGateways   []istioGateway
	VirtualServices []virtualService
	Gateways        []gateway
	HTTPRoutes      []httpRoute
}

// The parts of Istio's and the Gateway API's objects that say who is answered where.

type istioGateway struct {
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     struct {
		Selector map[string]string `json:"selector"`
		Servers  []struct {
			Port struct {
				Number   int    `json:"number"`
				Protocol string `json:"protocol"`
			} `json:"port"`
			Hosts []string `json:"hosts"`
			TLS   *struct {
				HTTPSRedirect bool `json:"httpsRedirect"`
			} `json:"tls"`
		} `json:"servers"`
	} `json:"spec"`
}

type virtualService struct {
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     struct {
		Hosts    []string `json:"hosts"`
		Gateways []string `json:"gateways"`
		HTTP     []struct {
			Match []struct {
				URI *struct {
					Exact  string `json:"exact"`
					Prefix string `json:"prefix"`
					Regex  string `json:"regex"`
				} `json:"uri"`
			} `json:"match"`
		} `json:"http"`
	} `json:"spec"`
}

type gateway struct {
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     struct {
		Listeners []struct {
			Name     string `json:"name"`
			Port     int    `json:"port"`
			Protocol string `json:"protocol"`
			Hostname string `json:"hostname"`
		} `json:"listeners"`
	} `json:"spec"`
	Status struct {
		Addresses []struct {
			Value string `json:"value"`
		} `json:"addresses"`
	} `json:"status"`
}

type httpRoute struct {
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     struct {
		ParentRefs []struct {
			Kind        string `json:"kind"`
			Namespace   string `json:"namespace"`
			Name        string `json:"name"`
			SectionName string `json:"sectionName"`
			Port        int    `json:"port"`
		} `json:"parentRefs"`
		Hostnames []string `json:"hostnames"`
		Rules     []struct {
			Matches []struct {
				Path *struct {
					Type  string `json:"type"`
					Value string `json:"value"`
				} `json:"path"`
			} `json:"matches"`
		} `json:"rules"`
	} `json:"spec"`
}

// Look reads the world of a cluster.
func Look(ctx context.Context, client kubernetes.Interface, dynamic dynamic.Interface) (World, error) {
	world := World{}
	services, err := client.CoreV1().Services("").List(ctx, metav1.ListOptions{})
	if err != nil {
		return world, err
	}
	pods, err := client.CoreV1().Pods("").List(ctx, metav1.ListOptions{})
	if err != nil {
		return world, err
	}
	world.Services, world.Pods = services.Items, pods.Items
	for _, kind := range []struct {
		group, version, resource string
		into                     any
	}{
		{"networking.istio.io", "v1", "gateways", &world.IstioGateways},
		{"networking.istio.io", "v1", "virtualservices", &world.VirtualServices},
		{"gateway.networking.k8s.io", "v1", "gateways", &world.Gateways},
		{"gateway.networking.k8s.io", "v1", "httproutes", &world.HTTPRoutes},
	} {
		of := schema.GroupVersionResource{Group: kind.group, Version: kind.version, Resource: kind.resource}
		if err := list(ctx, dynamic, of, kind.into); err != nil {
			return world, err
		}
	}
	return world, nil
}

// list reads all objects of a kind; there are none where the kind itself is not installed.
func list(ctx context.Context, client dynamic.Interface, kind schema.GroupVersionResource, into any) error {
	found, err := client.Resource(kind).List(ctx, metav1.ListOptions{})
	if apierrors.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", kind.Resource, err)
	}
	items := make([]map[string]any, len(found.Items))
	for i := range found.Items {
		items[i] = found.Items[i].Object
	}
	content, err := json.Marshal(items)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, into)
}
