package entrance

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"time"
)

// Proxy leads requests to a gateway, and answers `/` with an index where the gateway has no route
// for it.
type Proxy struct {
	Door Door
	// Dial connects to the gateway.
	Dial func(ctx context.Context) (net.Conn, error)
	// Routes reads what the index lists.
	Routes func(ctx context.Context) ([]Route, error)
}

// Serve answers until ctx ends.
func (p Proxy) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{Handler: p.handler(), ReadHeaderTimeout: 10 * time.Second, Protocols: protocols(true, true)}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// handler passes HTTP/2 on as such: gRPC needs it.
func (p Proxy) handler() http.Handler {
	first, second := p.proxy(protocols(true, false)), p.proxy(protocols(false, true))
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		if request.ProtoMajor == 2 {
			second.ServeHTTP(response, request)
			return
		}
		first.ServeHTTP(response, request)
	})
}

func protocols(first, second bool) *http.Protocols {
	set := &http.Protocols{}
	set.SetHTTP1(first)
	set.SetUnencryptedHTTP2(second)
	return set
}

var errNoRoute = errors.New("the gateway has no route for it")

func (p Proxy) proxy(speaks *http.Protocols) http.Handler {
	return &httputil.ReverseProxy{
		Transport: &http.Transport{
			DialContext:        func(ctx context.Context, _, _ string) (net.Conn, error) { return p.Dial(ctx) },
			DisableCompression: true,
			Protocols:          speaks,
		},
		FlushInterval: -1,
		Rewrite: func(request *httputil.ProxyRequest) {
			// The request goes on as it came: the gateway is the first proxy that counts.
			request.Out.URL.Scheme, request.Out.URL.Host = "http", "gateway"
			request.Out.URL.RawQuery = request.In.URL.RawQuery
			request.Out.Host = request.In.Host
			for _, name := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"} {
				if values, sent := request.In.Header[name]; sent {
					request.Out.Header[name] = values
				}
			}
		},
		ModifyResponse: func(response *http.Response) error {
			if response.StatusCode == http.StatusNotFound && p.asksForIndex(response.Request) {
				return errNoRoute
			}
			return nil
		},
		ErrorHandler: p.answerItself,
	}
}

// asksForIndex is true of requests to the entrance by its own name: a host of a gateway has a page of
// its own at `/`, or none.
func (p Proxy) asksForIndex(request *http.Request) bool {
	return request.Method == http.MethodGet && request.URL.Path == "/" && IsNameOf(p.Door.Entrance, request.Host)
}

// IsNameOf says whether a host with its port is how clients call an entrance at the address.
func IsNameOf(address, host string) bool {
	_, port, err := net.SplitHostPort(address)
	return host == address || err == nil && host == "localhost:"+port
}

func (p Proxy) answerItself(response http.ResponseWriter, request *http.Request, cause error) {
	if !p.asksForIndex(request) {
		http.Error(response, fmt.Sprintf("lab %s: no gateway answers at %s: %v", p.Door.Lab, p.Door.Gateway, cause), http.StatusBadGateway)
		return
	}
	routes, err := p.Routes(request.Context())
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	html := wantsHTML(request.Header.Get("Accept"))
	if html {
		response.Header().Set("Content-Type", "text/html; charset=utf-8")
	} else {
		response.Header().Set("Content-Type", "text/plain; charset=utf-8")
	}
	index(response, p.Door, routes, html)
}
