package kubelet

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// cancelled is a context that has ended.
func cancelled() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// serve answers like handler and returns the address and port.
func serve(t *testing.T, start func(http.Handler) *httptest.Server, handler http.HandlerFunc) (string, int) {
	t.Helper()
	server := start(handler)
	t.Cleanup(server.Close)
	address := netip.MustParseAddrPort(server.Listener.Addr().String())
	return address.Addr().String(), int(address.Port())
}

func httpGet(port intstr.IntOrString, path string) corev1.ProbeHandler {
	return corev1.ProbeHandler{HTTPGet: &corev1.HTTPGetAction{Port: port, Path: path}}
}

func status(code int) http.HandlerFunc {
	return func(response http.ResponseWriter, _ *http.Request) { response.WriteHeader(code) }
}

func TestProbeHTTPPassesFrom200To399(t *testing.T) {
	for code, passes := range map[int]bool{200: true, 204: true, 302: true, 399: true, 400: false, 404: false, 500: false, 503: false} {
		ip, port := serve(t, httptest.NewServer, status(code))
		err := probe(context.Background(), ip, &corev1.Container{}, httpGet(intstr.FromInt(port), "/ready"), time.Second)
		if (err == nil) != passes {
			t.Errorf("status %d: %v, want passed = %t", code, err, passes)
		}
	}
}

func TestProbeHTTPSaysWhatItAskedAndGot(t *testing.T) {
	ip, port := serve(t, httptest.NewServer, status(503))
	err := probe(context.Background(), ip, &corev1.Container{}, httpGet(intstr.FromInt(port), "ready"), time.Second)
	want := "GET http://" + net.JoinHostPort(ip, itoa(port)) + "/ready: 503 Service Unavailable"
	if err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

func TestProbeHTTPDoesNotFollowRedirects(t *testing.T) {
	ip, port := serve(t, httptest.NewServer, func(response http.ResponseWriter, request *http.Request) {
		if request.URL.Path == "/away" {
			response.WriteHeader(http.StatusInternalServerError)
			return
		}
		http.Redirect(response, request, "/away", http.StatusFound)
	})
	if err := probe(context.Background(), ip, &corev1.Container{}, httpGet(intstr.FromInt(port), "/"), time.Second); err != nil {
		t.Errorf("error = %v", err)
	}
}

func TestProbeHTTPAsksPathWithQueryAndHeaders(t *testing.T) {
	asked := make(chan string, 1)
	ip, port := serve(t, httptest.NewServer, func(_ http.ResponseWriter, request *http.Request) {
		asked <- request.Method + " " + request.RequestURI + " " + request.Header.Get("X-Probe")
	})
	handler := httpGet(intstr.FromInt(port), "/healthz?full=1")
	handler.HTTPGet.HTTPHeaders = []corev1.HTTPHeader{{Name: "X-Probe", Value: "lab"}}
	if err := probe(context.Background(), ip, &corev1.Container{}, handler, time.Second); err != nil {
		t.Fatal(err)
	}
	if got := <-asked; got != "GET /healthz?full=1 lab" {
		t.Errorf("asked %q", got)
	}
}

func TestProbeHTTPAsksTheNamedHostInsteadOfThePod(t *testing.T) {
	ip, port := serve(t, httptest.NewServer, status(200))
	handler := httpGet(intstr.FromInt(port), "/")
	handler.HTTPGet.Host = ip
	// Nobody listens at the Pod's address here.
	if err := probe(context.Background(), "127.255.255.254", &corev1.Container{}, handler, time.Second); err != nil {
		t.Errorf("error = %v", err)
	}
}

func TestProbeHTTPSAcceptsAnyCertificate(t *testing.T) {
	ip, port := serve(t, httptest.NewTLSServer, status(200))
	handler := httpGet(intstr.FromInt(port), "/")
	handler.HTTPGet.Scheme = corev1.URISchemeHTTPS
	if err := probe(context.Background(), ip, &corev1.Container{}, handler, time.Second); err != nil {
		t.Errorf("error = %v", err)
	}
}

func TestProbeFindsPortsByName(t *testing.T) {
	ip, port := serve(t, httptest.NewServer, status(200))
	spec := &corev1.Container{Name: "app", Ports: []corev1.ContainerPort{{Name: "other", ContainerPort: 1}, {Name: "http", ContainerPort: int32(port)}}}
	for name, handler := range map[string]corev1.ProbeHandler{
		"HTTP": httpGet(intstr.FromString("http"), "/"),
		"TCP":  {TCPSocket: &corev1.TCPSocketAction{Port: intstr.FromString("http")}},
	} {
		if err := probe(context.Background(), ip, spec, handler, time.Second); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestProbeNamesAPortThatIsNotDeclared(t *testing.T) {
	want := `container app has no port named "http"`
	for name, handler := range map[string]corev1.ProbeHandler{
		"HTTP": httpGet(intstr.FromString("http"), "/"),
		"TCP":  {TCPSocket: &corev1.TCPSocketAction{Port: intstr.FromString("http")}},
	} {
		if err := probe(context.Background(), "127.0.0.1", &corev1.Container{Name: "app"}, handler, time.Second); err == nil || err.Error() != want {
			t.Errorf("%s: error = %v, want %s", name, err, want)
		}
	}
}

func TestProbeTCPFailsWhereNobodyListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	_ = listener.Close()
	handler := corev1.ProbeHandler{TCPSocket: &corev1.TCPSocketAction{Port: intstr.FromInt(port)}}
	if err := probe(context.Background(), "127.0.0.1", &corev1.Container{}, handler, time.Second); err == nil {
		t.Error("the probe passed")
	}
}

func TestProbeGivesUpAfterItsTimeout(t *testing.T) {
	release := make(chan struct{})
	ip, port := serve(t, httptest.NewServer, func(http.ResponseWriter, *http.Request) { <-release })
	defer close(release)
	err := probe(context.Background(), ip, &corev1.Container{}, httpGet(intstr.FromInt(port), "/"), 50*time.Millisecond)
	if err == nil || !strings.Contains(err.Error(), "context deadline exceeded") {
		t.Errorf("error = %v, want a deadline", err)
	}
}

func TestProbePassesWhatTheLabCannotAsk(t *testing.T) {
	for name, handler := range map[string]corev1.ProbeHandler{
		"exec": {Exec: &corev1.ExecAction{Command: []string{"/bin/false"}}},
		"gRPC": {GRPC: &corev1.GRPCAction{Port: 1}},
	} {
		if err := probe(context.Background(), "127.0.0.1", &corev1.Container{}, handler, time.Second); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWatchReportsEachChangeOnce(t *testing.T) {
	var healthy atomic.Bool
	ip, port := serve(t, httptest.NewServer, func(response http.ResponseWriter, _ *http.Request) {
		if !healthy.Load() {
			response.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	changes := make(chan bool, 10)
	go watch(ctx, ip, &corev1.Container{}, &corev1.Probe{
		ProbeHandler: httpGet(intstr.FromInt(port), "/"), PeriodSeconds: 1, FailureThreshold: 1,
	}, func(passed bool) { changes <- passed })
	for _, want := range []bool{true, false, true} {
		healthy.Store(want)
		select {
		case got := <-changes:
			if got != want {
				t.Fatalf("change = %t, want %t", got, want)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("no change to %t", want)
		}
	}
	if len(changes) > 0 {
		t.Errorf("another change to %t was reported", <-changes)
	}
}

func TestWatchToleratesFewerFailuresThanTheThreshold(t *testing.T) {
	var asked atomic.Int32
	ip, port := serve(t, httptest.NewServer, func(response http.ResponseWriter, _ *http.Request) {
		if asked.Add(1) == 2 {
			response.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	changes := make(chan bool, 10)
	go watch(ctx, ip, &corev1.Container{}, &corev1.Probe{
		ProbeHandler: httpGet(intstr.FromInt(port), "/"), PeriodSeconds: 1, FailureThreshold: 2,
	}, func(passed bool) { changes <- passed })
	for deadline := time.Now().Add(10 * time.Second); asked.Load() < 4 && time.Now().Before(deadline); {
		time.Sleep(20 * time.Millisecond)
	}
	if got := len(changes); got != 1 {
		t.Errorf("%d changes after one failure of two allowed, want 1", got)
	}
}

func TestWatchEndsWithItsContext(t *testing.T) {
	ended := make(chan struct{})
	go func() {
		watch(cancelled(), "127.0.0.1", &corev1.Container{}, &corev1.Probe{}, func(bool) { t.Error("a probe was asked") })
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("watch goes on")
	}
}

func TestProbeDefaults(t *testing.T) {
	for _, c := range []struct {
		value, otherwise int32
		want             time.Duration
	}{{0, 10, 10 * time.Second}, {-1, 1, time.Second}, {3, 10, 3 * time.Second}} {
		if got := seconds(c.value, c.otherwise); got != c.want {
			t.Errorf("seconds(%d, %d) = %s, want %s", c.value, c.otherwise, got, c.want)
		}
	}
}
