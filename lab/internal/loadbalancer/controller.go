// Package loadbalancer gives Services of type LoadBalancer an address, as a cloud would. kube-proxy
// then routes that address inside the lab.
package loadbalancer

import (
	"context"
	"fmt"
	"log"
	"net/netip"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"

	"istio-mesh/lab/internal/network"
)

// Run assigns addresses until ctx ends.
func Run(ctx context.Context, client kubernetes.Interface) error {
	factory := informers.NewSharedInformerFactory(client, 0)
	services := factory.Core().V1().Services()
	// The cache may not show yet what was given a moment ago.
	given := map[string]*corev1.Service{}
	assign := func(object any) {
		service := object.(*corev1.Service)
		existing, err := services.Lister().List(labels.Everything())
		if err == nil {
			for _, recent := range given {
				existing = append(existing, recent)
			}
			var changed *corev1.Service
			if changed, err = update(ctx, client, service, existing); changed != nil {
				given[string(service.UID)] = changed
			}
		}
		if err != nil && ctx.Err() == nil {
			log.Printf("address of Service %s/%s: %v", service.Namespace, service.Name, err)
		}
	}
	_, err := services.Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    assign,
		UpdateFunc: func(_, object any) { assign(object) },
		DeleteFunc: func(object any) {
			if service, ok := object.(*corev1.Service); ok {
				delete(given, string(service.UID))
			}
		},
	})
	if err != nil {
		return fmt.Errorf("watch Services: %w", err)
	}
	factory.Start(ctx.Done())
	<-ctx.Done()
	factory.Shutdown()
	return nil
}

// update returns the Service with its new address, or nil where none was due.
func update(ctx context.Context, client kubernetes.Interface, service *corev1.Service, existing []*corev1.Service) (*corev1.Service, error) {
	if !wantsAddress(service) {
		return nil, nil
	}
	address, err := free(existing)
	if err != nil {
		return nil, err
	}
	changed := service.DeepCopy()
	changed.Status.LoadBalancer.Ingress = []corev1.LoadBalancerIngress{{IP: address.String()}}
	return client.CoreV1().Services(service.Namespace).UpdateStatus(ctx, changed, metav1.UpdateOptions{})
}

func wantsAddress(service *corev1.Service) bool {
	return service.Spec.Type == corev1.ServiceTypeLoadBalancer &&
		service.DeletionTimestamp == nil &&
		len(service.Status.LoadBalancer.Ingress) == 0
}

// free is the lowest address that no Service has.
func free(existing []*corev1.Service) (netip.Addr, error) {
	used := map[string]bool{}
	for _, service := range existing {
		for _, ingress := range service.Status.LoadBalancer.Ingress {
			used[ingress.IP] = true
		}
	}
	for address := network.LoadBalancers.Addr().Next(); network.LoadBalancers.Contains(address); address = address.Next() {
		if !used[address.String()] {
			return address, nil
		}
	}
	return netip.Addr{}, fmt.Errorf("no free address left in %s", network.LoadBalancers)
}
