package loadbalancer

import (
	"context"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes/fake"
)

func service(name string, kind corev1.ServiceType, ip string) *corev1.Service {
	s := &corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "default"}, Spec: corev1.ServiceSpec{Type: kind}}
	if ip != "" {
		s.Status.LoadBalancer.Ingress = []corev1.LoadBalancerIngress{{IP: ip}}
	}
	return s
}

func TestGivesTheLowestFreeAddress(t *testing.T) {
	first, second := service("a", corev1.ServiceTypeLoadBalancer, "10.98.0.1"), service("b", corev1.ServiceTypeLoadBalancer, "")
	client := fake.NewClientset(first, second)
	if _, err := update(context.Background(), client, second, []*corev1.Service{first, second}); err != nil {
		t.Fatal(err)
	}
	got, err := client.CoreV1().Services("default").Get(context.Background(), "b", metav1.GetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if ip := got.Status.LoadBalancer.Ingress[0].IP; ip != "10.98.0.2" {
		t.Errorf("address = %s, want 10.98.0.2", ip)
	}
}

func TestLeavesOtherServicesAlone(t *testing.T) {
	for _, s := range []*corev1.Service{
		service("cluster", corev1.ServiceTypeClusterIP, ""),
		service("served", corev1.ServiceTypeLoadBalancer, "10.98.0.1"),
	} {
		if wantsAddress(s) {
			t.Errorf("Service %s would get an address", s.Name)
		}
	}
}
