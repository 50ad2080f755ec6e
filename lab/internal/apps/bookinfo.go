package apps

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// forwarded are the request headers that Bookinfo's services pass on to the services they call:
// without them traces break and routes by user do not work behind the first service.
var forwarded = []string{
	"X-Request-Id", "X-Ot-Span-Context", "X-Datadog-Trace-Id", "X-Datadog-Parent-Id", "X-Datadog-Sampling-Priority",
	"Traceparent", "Tracestate", "X-Cloud-Trace-Context", "Grpc-Trace-Bin", "B3",
	"X-B3-Traceid", "X-B3-Spanid", "X-B3-Parentspanid", "X-B3-Sampled", "X-B3-Flags",
	"Sw8", "User-Agent", "Cookie", "Authorization", "Jwt", "End-User",
}

// upstream is a service that another one calls.
type upstream struct {
	base    string
	timeout time.Duration
}

// upstreamOf reads the address the way the real images do: <NAME>_HOSTNAME, SERVICES_DOMAIN and
// <NAME>_SERVICE_PORT.
func upstreamOf(env Env, name string, timeout time.Duration) upstream {
	host := env(strings.ToUpper(name) + "_HOSTNAME")
	if host == "" {
		host = name
	}
	if domain := env("SERVICES_DOMAIN"); domain != "" {
		host += "." + domain
	}
	port := env(strings.ToUpper(name) + "_SERVICE_PORT")
	// Kubernetes sets variables of this name itself, as tcp://address:port.
	if _, err := strconv.Atoi(port); err != nil {
		port = "9080"
	}
	return upstream{base: "http://" + host + ":" + port, timeout: timeout}
}

// call fetches JSON and passes the caller's headers on. status is 0 where there was no answer; hops are
// who answered on the way.
func (u upstream) call(request *http.Request, path string, into any) (status int, hops []hop, err error) {
	ctx, cancel := context.WithTimeout(request.Context(), u.timeout)
	defer cancel()
	outgoing, err := http.NewRequestWithContext(ctx, http.MethodGet, u.base+path, nil)
	if err != nil {
		return 0, nil, err
	}
	for _, name := range forwarded {
		if value := request.Header.Get(name); value != "" {
			outgoing.Header.Set(name, value)
		}
	}
	response, err := client.Do(outgoing)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	hops = hopsIn(response.Header)
	if response.StatusCode != http.StatusOK {
		return response.StatusCode, hops, fmt.Errorf("%s%s: %s", u.base, path, response.Status)
	}
	return response.StatusCode, hops, json.NewDecoder(response.Body).Decode(into)
}

var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16, IdleConnTimeout: 30 * time.Second}}

func health(status string) http.HandlerFunc {
	return func(response http.ResponseWriter, _ *http.Request) {
		writeJSON(response, http.StatusOK, map[string]string{"status": status})
	}
}

// productID reads the {id} of a path; it answers 400 itself where that is no number.
func productID(response http.ResponseWriter, request *http.Request) (int, bool) {
	id, err := strconv.Atoi(request.PathValue("id"))
	if err != nil {
		writeJSON(response, http.StatusBadRequest, map[string]string{"error": "please provide numeric product ID"})
	}
	return id, err == nil
}
