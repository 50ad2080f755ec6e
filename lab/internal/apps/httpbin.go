package apps

import (
	"crypto/rand"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const longestDelay = 30 * time.Second

// echo is what httpbin says of a request, and, unlike the real one, of itself: a canary of several
// httpbins shows which of them answered.
type echo struct {
	Pod     string              `json:"pod"`
	Version string              `json:"version,omitempty"`
	Args    map[string][]string `json:"args"`
	Headers map[string][]string `json:"headers"`
	Method  string              `json:"method"`
	Origin  string              `json:"origin"`
	URL     string              `json:"url"`
	Data    string              `json:"data,omitempty"`
	JSON    any                 `json:"json,omitempty"`
}

// httpbin serves the part of go-httpbin that mesh examples use.
func httpbin(env Env) http.Handler {
	mux := http.NewServeMux()
	echoRequest := echoOf(podName(env), env(VersionVariable))
	mux.HandleFunc("GET /get", echoRequest)
	mux.HandleFunc("POST /post", echoRequest)
	mux.HandleFunc("/anything", echoRequest)
	mux.HandleFunc("/anything/", echoRequest)
	mux.HandleFunc("GET /headers", func(response http.ResponseWriter, request *http.Request) {
		writeJSON(response, http.StatusOK, map[string]any{"headers": headersOf(request)})
	})
	mux.HandleFunc("GET /ip", func(response http.ResponseWriter, request *http.Request) {
		writeJSON(response, http.StatusOK, map[string]string{"origin": origin(request)})
	})
	mux.HandleFunc("GET /uuid", func(response http.ResponseWriter, _ *http.Request) {
		writeJSON(response, http.StatusOK, map[string]string{"uuid": rand.Text()})
	})
	mux.HandleFunc("/status/{code}", withNumber("code", 100, 599, func(response http.ResponseWriter, _ *http.Request, code int) {
		response.WriteHeader(code)
	}))
	mux.HandleFunc("/delay/{seconds}", delayed(echoRequest))
	mux.HandleFunc("GET /bytes/{count}", withNumber("count", 0, 1<<20, func(response http.ResponseWriter, _ *http.Request, count int) {
		_, _ = io.CopyN(response, rand.Reader, int64(count))
	}))
	mux.HandleFunc("GET /redirect/{count}", withNumber("count", 1, 20, func(response http.ResponseWriter, request *http.Request, count int) {
		next := "/get"
		if count > 1 {
			next = "/redirect/" + strconv.Itoa(count-1)
		}
		http.Redirect(response, request, next, http.StatusFound)
	}))
	return mux
}

func withNumber(name string, low, high int, serve func(http.ResponseWriter, *http.Request, int)) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		number, err := strconv.Atoi(request.PathValue(name))
		if err != nil || number < low || number > high {
			writeJSON(response, http.StatusBadRequest, map[string]any{"error": name + " must be a number", "value": request.PathValue(name), "from": low, "to": high})
			return
		}
		serve(response, request, number)
	}
}

func delayed(answer http.HandlerFunc) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) { delay(response, request, answer) }
}

func delay(response http.ResponseWriter, request *http.Request, answer http.HandlerFunc) {
	text := request.PathValue("seconds")
	duration, err := time.ParseDuration(text)
	if seconds, numeric := strconv.ParseFloat(text, 64); numeric == nil {
		duration, err = time.Duration(seconds*float64(time.Second)), nil
	}
	if err != nil || duration < 0 {
		writeJSON(response, http.StatusBadRequest, map[string]string{"error": "delay must be seconds or a duration", "value": text})
		return
	}
	select {
	case <-time.After(min(duration, longestDelay)):
		answer(response, request)
	case <-request.Context().Done():
	}
}

func echoOf(pod, version string) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		body, _ := io.ReadAll(io.LimitReader(request.Body, 1<<20))
		answer := echo{
			Pod:     pod,
			Version: version,
			Args:    request.URL.Query(),
			Headers: headersOf(request),
			Method:  request.Method,
			Origin:  origin(request),
			URL:     "http://" + request.Host + request.URL.RequestURI(),
			Data:    string(body),
		}
		_ = json.Unmarshal(body, &answer.JSON)
		writeJSON(response, http.StatusOK, answer)
	}
}

func headersOf(request *http.Request) map[string][]string {
	headers := map[string][]string{"Host": {request.Host}}
	for name, values := range request.Header {
		headers[name] = values
	}
	return headers
}

func origin(request *http.Request) string {
	if first, _, _ := strings.Cut(request.Header.Get("X-Forwarded-For"), ","); first != "" {
		return strings.TrimSpace(first)
	}
	host, _, _ := net.SplitHostPort(request.RemoteAddr)
	return host
}
