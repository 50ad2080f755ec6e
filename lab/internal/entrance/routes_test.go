package entrance

import (
	"bytes"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/yaml"
)

// ingress is a gateway at the first address; its Service and its Pods are called so, too.
func ingress(namespace, name, address string) (corev1.Service, corev1.Pod) {
	labels := map[string]string{"istio": name, "app": name}
	service := corev1.Service{
		ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: name},
		Spec:       corev1.ServiceSpec{Selector: labels},
		Status:     corev1.ServiceStatus{LoadBalancer: corev1.LoadBalancerStatus{Ingress: []corev1.LoadBalancerIngress{{IP: address}}}},
	}
	return service, corev1.Pod{ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: name + "-a", Labels: labels}}
}

func read[T any](t *testing.T, text string) T {
	t.Helper()
	var object T
	if err := yaml.Unmarshal([]byte(text), &object); err != nil {
		t.Fatal(err)
	}
	return object
}

// world has two gateways by Istio's API and one by the Gateway API.
func world(t *testing.T) World {
	first, firstPod := ingress("edge", "ingressgateway", "10.98.0.1")
	second, secondPod := ingress("partners", "partnergateway", "10.98.0.2")
	return World{
		Services: []corev1.Service{first, second},
		Pods:     []corev1.Pod{firstPod, secondPod},
		IstioGateways: []istioGateway{
			read[istioGateway](t, `
metadata: {namespace: shop, name: public}
spec:
  selector: {istio: ingressgateway}
  servers:
  - {port: {number: 80, protocol: HTTP}, hosts: ["*"]}
  - {port: {number: 443, protocol: HTTPS}, hosts: ["shop.example.com"]}
  - {port: {number: 8080, protocol: HTTP}, hosts: ["shop.example.com"], tls: {httpsRedirect: true}}
  - {port: {number: 9000, protocol: TCP}, hosts: ["*"]}`),
			read[istioGateway](t, `
metadata: {namespace: partners, name: private}
spec:
  selector: {istio: partnergateway}
  servers:
  - {port: {number: 8080, protocol: HTTP2}, hosts: ["./*.partners.example.com", "other/none.example.com"]}`),
		},
		VirtualServices: []virtualService{
			read[virtualService](t, `
metadata: {namespace: shop, name: cart}
spec:
  hosts: [shop.example.com, "*.shop.example.com"]
  gateways: [public, mesh]
  http:
  - match: [{uri: {prefix: /cart/}}, {uri: {exact: /cart}}, {uri: {exact: /pay}}, {uri: {regex: "/item/[0-9]+"}}]
  - match: [{headers: {end-user: {exact: jason}}}]`),
			read[virtualService](t, `
metadata: {namespace: shop, name: page}
spec: {hosts: ["*"], gateways: [shop/public], http: [{route: []}]}`),
			read[virtualService](t, `
metadata: {namespace: partners, name: api}
spec: {hosts: ["*"], gateways: [private], http: [{}]}`),
			read[virtualService](t, `
metadata: {namespace: shop, name: inside}
spec: {hosts: [cart], http: [{}]}`),
		},
		Gateways: []gateway{read[gateway](t, `
metadata: {namespace: api, name: door}
spec:
  listeners:
  - {name: http, port: 80, protocol: HTTP}
  - {name: https, port: 443, protocol: HTTPS, hostname: "*.api.example.com"}
  - {name: mqtt, port: 1883, protocol: TCP}
status: {addresses: [{value: 10.98.0.3}, {value: door-istio.api.svc.cluster.local}]}`)},
		HTTPRoutes: []httpRoute{
			read[httpRoute](t, `
metadata: {namespace: api, name: v1}
spec:
  parentRefs: [{name: door, sectionName: https}, {name: cart, kind: Service}]
  hostnames: [eu.api.example.com, elsewhere.example.com]
  rules: [{matches: [{path: {type: PathPrefix, value: /v1}}, {path: {type: RegularExpression, value: "/v[0-9]"}}]}]`),
			read[httpRoute](t, `
metadata: {namespace: shop, name: any}
spec: {parentRefs: [{name: door, namespace: api, port: 80}], rules: [{}]}`),
			read[httpRoute](t, `
metadata: {namespace: shop, name: of-another-namespace}
spec: {parentRefs: [{name: door}], rules: [{}]}`),
		},
	}
}

func TestPrintRoutes(t *testing.T) {
	want := `ROUTE                     HOST                    URL OR COMMAND
VirtualService shop/page  *                       http://127.0.0.1:4000/
VirtualService shop/cart  *.shop.example.com      curl -H 'Host: any.shop.example.com' http://127.0.0.1:4000/
VirtualService shop/cart  *.shop.example.com      curl -H 'Host: any.shop.example.com' http://127.0.0.1:4000/cart
VirtualService shop/cart  *.shop.example.com      curl -H 'Host: any.shop.example.com' http://127.0.0.1:4000/pay
VirtualService shop/cart  shop.example.com        curl -H 'Host: shop.example.com' http://127.0.0.1:4000/
VirtualService shop/cart  shop.example.com        curl -H 'Host: shop.example.com' http://127.0.0.1:4000/cart
VirtualService shop/cart  shop.example.com        curl -H 'Host: shop.example.com' http://127.0.0.1:4000/pay
VirtualService shop/cart  shop.example.com        lab/lab curl --insecure --resolve shop.example.com:443:10.98.0.1 https://shop.example.com/
VirtualService shop/page  shop.example.com        lab/lab curl --insecure --resolve shop.example.com:443:10.98.0.1 https://shop.example.com/
VirtualService shop/cart  shop.example.com        lab/lab curl --insecure --resolve shop.example.com:443:10.98.0.1 https://shop.example.com/cart
VirtualService shop/cart  shop.example.com        lab/lab curl --insecure --resolve shop.example.com:443:10.98.0.1 https://shop.example.com/pay
VirtualService partners/api  *.partners.example.com  lab/lab curl --resolve any.partners.example.com:8080:10.98.0.2 http://any.partners.example.com:8080/
HTTPRoute shop/any  *  lab/lab curl http://10.98.0.3/
HTTPRoute api/v1  eu.api.example.com  lab/lab curl --insecure --resolve eu.api.example.com:443:10.98.0.3 https://eu.api.example.com/v1
`
	var out bytes.Buffer
	PrintRoutes(&out, Door{Lab: "dev", Entrance: "127.0.0.1:4000", Gateway: "10.98.0.1:80"}, world(t).Routes())
	if got := spaced(out.String()); got != spaced(want) {
		t.Errorf("routes =\n%s\nwant\n%s", got, spaced(want))
	}
}

// spaced makes the columns' widths the same.
func spaced(table string) string {
	var rows [][]byte
	for _, row := range bytes.Split([]byte(table), []byte("\n")) {
		rows = append(rows, bytes.Join(bytes.Fields(row), []byte(" ")))
	}
	return string(bytes.Join(rows, []byte("\n")))
}

func TestPrintRoutesWithoutAny(t *testing.T) {
	var out bytes.Buffer
	PrintRoutes(&out, Door{}, World{}.Routes())
	if want := "no gateway has a route yet\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

func TestACommandNamesTheLab(t *testing.T) {
	route := Route{Host: anyHost, Path: "/", Scheme: "http", Address: "10.98.0.2", Port: 80}
	for lab, want := range map[string]string{"dev": "lab/lab curl http://10.98.0.2/", "second": "lab/lab curl --name second http://10.98.0.2/"} {
		if got := (Door{Lab: lab}).Try(route); got != want {
			t.Errorf("%s: %s, want %s", lab, got, want)
		}
	}
}
