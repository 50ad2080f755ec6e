package dns

import (
	"context"
	"net/netip"
	"testing"

	"github.com/miekg/dns"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes/fake"
)

func newServices(t *testing.T) *Services {
	t.Helper()
	hostname, no := "db-0", false
	client := fake.NewClientset(
		&corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: "reviews", Namespace: "shop"}, Spec: corev1.ServiceSpec{ClusterIP: "10.96.0.7"}},
		&corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: "db", Namespace: "shop"}, Spec: corev1.ServiceSpec{ClusterIP: corev1.ClusterIPNone}},
		&discoveryv1.EndpointSlice{
			ObjectMeta: metav1.ObjectMeta{Name: "db-x", Namespace: "shop", Labels: map[string]string{discoveryv1.LabelServiceName: "db"}},
			Endpoints: []discoveryv1.Endpoint{
				{Addresses: []string{"10.244.0.9"}, Hostname: &hostname},
				{Addresses: []string{"10.244.0.10"}, Conditions: discoveryv1.EndpointConditions{Ready: &no}},
			},
		},
	)
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	services, err := NewServices(ctx, client, map[string]netip.Addr{"charts.lab": netip.MustParseAddr("10.244.255.1")})
	if err != nil {
		t.Fatal(err)
	}
	return services
}

func TestAnswers(t *testing.T) {
	services := newServices(t)
	for _, test := range []struct {
		name  string
		kind  uint16
		code  int
		wants []string
	}{
		{"reviews.shop.svc.cluster.local.", dns.TypeA, dns.RcodeSuccess, []string{"10.96.0.7"}},
		{"Reviews.Shop.svc.cluster.local.", dns.TypeA, dns.RcodeSuccess, []string{"10.96.0.7"}},
		{"reviews.shop.svc.cluster.local.", dns.TypeAAAA, dns.RcodeSuccess, nil},
		{"reviews.other.svc.cluster.local.", dns.TypeA, dns.RcodeNameError, nil},
		{"db.shop.svc.cluster.local.", dns.TypeA, dns.RcodeSuccess, []string{"10.244.0.9"}},
		{"db-0.db.shop.svc.cluster.local.", dns.TypeA, dns.RcodeSuccess, []string{"10.244.0.9"}},
		{"db-1.db.shop.svc.cluster.local.", dns.TypeA, dns.RcodeNameError, nil},
		{"charts.lab.", dns.TypeA, dns.RcodeSuccess, []string{"10.244.255.1"}},
		{"example.com.", dns.TypeA, dns.RcodeNameError, nil},
	} {
		request := new(dns.Msg).SetQuestion(test.name, test.kind)
		reply := answer(request, services)
		if reply.Rcode != test.code {
			t.Errorf("%s: code %s, want %s", test.name, dns.RcodeToString[reply.Rcode], dns.RcodeToString[test.code])
		}
		if len(reply.Answer) != len(test.wants) {
			t.Errorf("%s: %d answers, want %d", test.name, len(reply.Answer), len(test.wants))
			continue
		}
		for i, want := range test.wants {
			if got := reply.Answer[i].(*dns.A).A.String(); got != want {
				t.Errorf("%s: %s, want %s", test.name, got, want)
			}
		}
	}
}
