package entrance

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

var errAway = errors.New("no gateway is there")

// lead serves a proxy and returns its address. gateway "" is one that is not there.
func lead(t *testing.T, gateway string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	proxy := Proxy{
		Door: Door{Lab: "dev", Entrance: listener.Addr().String(), Gateway: "10.98.0.1:80"},
		Dial: func(ctx context.Context) (net.Conn, error) {
			if gateway == "" {
				return nil, errAway
			}
			return (&net.Dialer{}).DialContext(ctx, "tcp", gateway)
		},
		Routes: func(context.Context) ([]Route, error) {
			return []Route{{Owner: "VirtualService shop/cart", Host: anyHost, Path: "/cart", Scheme: "http", Address: "10.98.0.1", Port: 80}}, nil
		},
	}
	go func() { ended <- proxy.Serve(ctx, listener) }()
	t.Cleanup(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("Serve = %v", err)
			}
		case <-time.After(5 * time.Second):
			t.Error("Serve does not end with its context")
		}
	})
	return listener.Addr().String()
}

// gateway answers what it is asked, on /cart only, or also on / of a host.
func gateway80(t *testing.T, atRoot bool) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		if request.URL.Path != "/cart" && !atRoot {
			http.NotFound(response, request)
			return
		}
		body, _ := io.ReadAll(request.Body)
		_, _ = io.WriteString(response, request.Method+" "+request.Host+" "+request.URL.RequestURI()+" "+string(body)+" "+request.Header.Get("X-Forwarded-For"))
	}))
	t.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "http://")
}

func send(t *testing.T, method, url, body string, headers map[string]string) (int, string) {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	request.Host = headers["Host"]
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(content)
}

func TestRequestsGoToTheGatewayAsTheyCame(t *testing.T) {
	at := lead(t, gateway80(t, false))
	headers := map[string]string{"Host": "shop.example.com", "X-Forwarded-For": "203.0.113.7"}
	code, body := send(t, "POST", "http://"+at+"/cart?a=b;c&d", "one", headers)
	if want := "POST shop.example.com /cart?a=b;c&d one 203.0.113.7"; code != 200 || body != want {
		t.Errorf("%d %q, want %q", code, body, want)
	}
}

func TestTheRootIsAnIndexWhereTheGatewayHasNoRouteForIt(t *testing.T) {
	for name, address := range map[string]string{"a gateway without a route": gateway80(t, false), "no gateway": ""} {
		at := lead(t, address)
		want := "lab dev\n\nROUTE                     HOST  URL OR COMMAND\nVirtualService shop/cart  *     http://" + at + "/cart\n"
		if code, body := send(t, "GET", "http://"+at+"/", "", nil); code != 200 || body != want {
			t.Errorf("%s: %d %q, want %q", name, code, body, want)
		}
		_, port, _ := net.SplitHostPort(at)
		if code, body := send(t, "GET", "http://"+at+"/", "", map[string]string{"Host": "localhost:" + port}); code != 200 || body != want {
			t.Errorf("%s by localhost: %d %q", name, code, body)
		}
		code, body := send(t, "GET", "http://"+at+"/", "", map[string]string{"Accept": "text/html,*/*"})
		if link := `<a href="http://` + at + `/cart">`; code != 200 || !strings.Contains(body, link) {
			t.Errorf("%s: %d %q, without %s", name, code, body, link)
		}
	}
}

func TestTheRootOfAnApplicationIsItsOwn(t *testing.T) {
	at := lead(t, gateway80(t, true))
	if code, body := send(t, "GET", "http://"+at+"/", "", nil); code != 200 || body != "GET "+at+" /  " {
		t.Errorf("%d %q", code, body)
	}
}

func TestOnlyTheRootOfTheEntranceItselfIsAnIndex(t *testing.T) {
	at := lead(t, gateway80(t, false))
	for _, c := range []struct{ method, path, host string }{
		{"GET", "/", "shop.example.com"}, {"GET", "/other", ""}, {"POST", "/", ""},
	} {
		if code, body := send(t, c.method, "http://"+at+c.path, "", map[string]string{"Host": c.host}); code != 404 || body != "404 page not found\n" {
			t.Errorf("%v: %d %q", c, code, body)
		}
	}
}

func TestARequestWithoutAGatewayIsToldSo(t *testing.T) {
	want := "lab dev: no gateway answers at 10.98.0.1:80: no gateway is there\n"
	if code, body := send(t, "GET", "http://"+lead(t, "")+"/cart", "", nil); code != 502 || body != want {
		t.Errorf("%d %q, want 502 %q", code, body, want)
	}
}

func TestHTTP2GoesOnAsSuch(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		_, _ = io.WriteString(response, request.Proto)
	}))
	server.Config.Protocols = protocols(true, true)
	server.Start()
	defer server.Close()
	at := lead(t, strings.TrimPrefix(server.URL, "http://"))
	for want, speaks := range map[string]*http.Protocols{"HTTP/1.1": protocols(true, false), "HTTP/2.0": protocols(false, true)} {
		client := &http.Client{Transport: &http.Transport{Protocols: speaks}}
		response, err := client.Get("http://" + at + "/")
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		_ = response.Body.Close()
		client.CloseIdleConnections()
		if string(body) != want {
			t.Errorf("the gateway was asked by %s, want %s", body, want)
		}
	}
}
