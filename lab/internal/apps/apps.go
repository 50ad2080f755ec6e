// Package apps are small HTTP programs that stand in for application images. They answer on the
// paths, with the shapes, headers and timeouts that the real ones are known for, so that routing,
// retries and timeouts in front of them behave as with the real ones.
package apps

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"sort"
	"strings"
	"time"
)

// Env reads an environment variable; "" where it is not set.
type Env func(name string) string

// app makes an application's handler.
type app struct {
	port    int
	handler func(Env) http.Handler
}

var registry = map[string]app{
	"httpbin":                 {8080, httpbin},
	"bookinfo-productpage-v1": {9080, productpage},
	"bookinfo-details-v1":     {9080, details},
	"bookinfo-ratings-v1":     {9080, ratings},
	"bookinfo-reviews-v1":     {9080, reviewsApp(reviewsVersion{})},
	"bookinfo-reviews-v2":     {9080, reviewsApp(reviewsVersion{stars: "black", timeout: 10 * time.Second})},
	"bookinfo-reviews-v3":     {9080, reviewsApp(reviewsVersion{stars: "red", timeout: 2500 * time.Millisecond})},
	"coolstore-webapp":        {8080, webapp},
	"coolstore-catalog":       {3000, catalog},
	"coolstore-forum":         {8080, forum(usersOfTheWorld)},
}

// Known says whether an application of that name can be served.
func Known(name string) bool {
	_, found := registry[name]
	return found
}

// Serve runs an application until ctx ends. port 0 is the application's own.
func Serve(ctx context.Context, name string, port int, env Env) error {
	application, found := registry[name]
	if !found {
		return fmt.Errorf("no application %q; there are: %s", name, strings.Join(names(), ", "))
	}
	if port == 0 {
		port = application.port
	}
	server := &http.Server{
		Addr:              fmt.Sprintf(":%d", port),
		Handler:           signed(application.handler(env), env),
		ReadHeaderTimeout: 10 * time.Second,
	}
	context.AfterFunc(ctx, func() {
		// Requests under way are answered: a Pod that is being deleted must not cut them off.
		patience, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(patience)
	})
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func names() []string {
	list := make([]string, 0, len(registry))
	for name := range registry {
		list = append(list, name)
	}
	sort.Strings(list)
	return list
}

func writeJSON(response http.ResponseWriter, status int, body any) {
	response.Header().Set("Content-Type", "application/json")
	response.WriteHeader(status)
	_ = json.NewEncoder(response).Encode(body)
}

// PodHeader names the Pod in every answer of a stand-in, whatever its application says of itself.
const PodHeader = "Lab-Pod"

// VersionVariable is the environment variable by which a stand-in knows its Pod's version.
const VersionVariable = "LAB_POD_VERSION"

func signed(application http.Handler, env Env) http.Handler {
	pod := podName(env)
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		response.Header().Set(PodHeader, pod)
		application.ServeHTTP(response, request)
	})
}

func podName(env Env) string {
	if name := env("HOSTNAME"); name != "" {
		return name
	}
	name, _ := os.Hostname()
	return name
}
