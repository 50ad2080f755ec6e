package apps

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func serve(t *testing.T, name string, environment map[string]string) string {
	t.Helper()
	env := func(name string) string { return environment[name] }
	server := httptest.NewServer(signed(registry[name].handler(env), env))
	t.Cleanup(server.Close)
	return server.URL
}

// at is the environment by which an application finds another one at address.
func at(t *testing.T, environment map[string]string, name, address string) map[string]string {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	environment[name+"_HOSTNAME"], environment[name+"_SERVICE_PORT"] = parsed.Hostname(), parsed.Port()
	return environment
}

func get(t *testing.T, address string, header http.Header) (int, string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if header != nil {
		request.Header = header
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestVersionsOfReviewsDifferByTheirStars(t *testing.T) {
	for name, color := range map[string]string{"bookinfo-reviews-v1": "", "bookinfo-reviews-v2": "black", "bookinfo-reviews-v3": "red"} {
		environment := at(t, map[string]string{"HOSTNAME": name + "-abc"}, "RATINGS", serve(t, "bookinfo-ratings-v1", nil))
		code, body := get(t, serve(t, name, environment)+"/reviews/0", nil)
		var answer bookReviews
		if err := json.Unmarshal([]byte(body), &answer); err != nil || code != 200 {
			t.Fatalf("%s: %d %s", name, code, body)
		}
		if answer.PodName != name+"-abc" || len(answer.Reviews) != 2 {
			t.Errorf("%s: %+v", name, answer)
		}
		rating := answer.Reviews[0].Rating
		switch {
		case color == "" && rating != nil:
			t.Errorf("%s shows stars: %+v", name, rating)
		case color != "" && (rating == nil || rating.Color != color || rating.Stars != 5):
			t.Errorf("%s: %+v, want 5 stars in %s", name, rating, color)
		}
	}
}

func TestReviewsAnswersWithoutRatings(t *testing.T) {
	down := httptest.NewServer(http.NotFoundHandler())
	defer down.Close()
	environment := at(t, map[string]string{}, "RATINGS", down.URL)
	code, body := get(t, serve(t, "bookinfo-reviews-v3", environment)+"/reviews/0", nil)
	if code != 200 || strings.Count(body, `"error":"Ratings service is currently unavailable"`) != 2 {
		t.Errorf("%d %s", code, body)
	}
}

func TestHeadersThatRoutesAndTracesNeedReachTheServicesBehind(t *testing.T) {
	var seen http.Header
	ratings := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		seen = request.Header.Clone()
		writeJSON(response, 200, bookRatings{})
	}))
	defer ratings.Close()
	environment := at(t, map[string]string{}, "RATINGS", ratings.URL)
	get(t, serve(t, "bookinfo-reviews-v2", environment)+"/reviews/0", http.Header{"End-User": {"jason"}, "Traceparent": {"00-1"}, "X-Other": {"1"}})
	if seen.Get("End-User") != "jason" || seen.Get("Traceparent") != "00-1" || seen.Get("X-Other") != "" {
		t.Errorf("%v", seen)
	}
}

func TestThePageAsksReviewsTwiceAndSaysWhatIsMissing(t *testing.T) {
	asked := 0
	down := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, _ *http.Request) {
		asked++
		response.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer down.Close()
	environment := at(t, map[string]string{}, "REVIEWS", down.URL)
	at(t, environment, "DETAILS", serve(t, "bookinfo-details-v1", nil))
	code, body := get(t, serve(t, "bookinfo-productpage-v1", environment)+"/productpage", nil)
	if code != 200 || asked != 2 || !strings.Contains(body, "Error fetching product reviews!") || !strings.Contains(body, "William Shakespeare") {
		t.Errorf("%d after %d tries: %s", code, asked, body)
	}
	code, _ = get(t, serve(t, "bookinfo-productpage-v1", environment)+"/api/v1/products/0/reviews", nil)
	if code != http.StatusServiceUnavailable {
		t.Errorf("the API answers %d, want the service's own 503", code)
	}
}

func TestASignedInUserIsToldToTheServicesBehind(t *testing.T) {
	seen := []string{}
	reviews := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		seen = append(seen, request.Header.Get("End-User"))
		writeJSON(response, 200, bookReviews{})
	}))
	defer reviews.Close()
	environment := at(t, map[string]string{}, "REVIEWS", reviews.URL)
	at(t, environment, "DETAILS", serve(t, "bookinfo-details-v1", nil))
	page := serve(t, "bookinfo-productpage-v1", environment)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{Jar: jar}
	if _, err := browser.PostForm(page+"/login", url.Values{"username": {"jason"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := browser.Get(page + "/logout"); err != nil {
		t.Fatal(err)
	}
	// A header that a client makes up is no user.
	get(t, page+"/productpage", http.Header{"End-User": {"jason"}})
	if len(seen) != 3 || seen[0] != "jason" || seen[1] != "" || seen[2] != "" {
		t.Errorf("%q", seen)
	}
}

func TestEveryAnswerNamesItsPod(t *testing.T) {
	for name, path := range map[string]string{"httpbin": "/status/503", "coolstore-catalog": "/items", "bookinfo-ratings-v1": "/none"} {
		response, err := http.Get(serve(t, name, map[string]string{"HOSTNAME": name + "-abc"}) + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if got := response.Header.Values(PodHeader); len(got) != 1 || got[0] != name+"-abc" {
			t.Errorf("%s%s is of Pod %q, want %s-abc", name, path, got, name)
		}
	}
}

func TestHttpbinNamesItsPodAndVersion(t *testing.T) {
	base := serve(t, "httpbin", map[string]string{"HOSTNAME": "httpbin-v2-abc", VersionVariable: "v2"})
	for _, path := range []string{"/get", "/anything", "/delay/0"} {
		_, body := get(t, base+path, nil)
		var answer echo
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Fatal(err)
		}
		if answer.Pod != "httpbin-v2-abc" || answer.Version != "v2" {
			t.Errorf("%s: %s", path, body)
		}
	}
}

func TestHttpbin(t *testing.T) {
	base := serve(t, "httpbin", nil)
	for path, want := range map[string]int{
		"/get?a=b": 200, "/status/418": 418, "/status/99": 400, "/status/x": 400, "/delay/0.01": 200, "/delay/-1": 400,
		"/redirect/2": 200, "/redirect/21": 400, "/anything/at/all": 200, "/headers": 200, "/ip": 200, "/none": 404,
	} {
		if code, body := get(t, base+path, nil); code != want {
			t.Errorf("%s: %d %s, want %d", path, code, body, want)
		}
	}
	began := time.Now()
	get(t, base+"/delay/100ms", nil)
	if took := time.Since(began); took < 100*time.Millisecond {
		t.Errorf("/delay/100ms took %s", took)
	}
	_, body := get(t, base+"/get?a=b", http.Header{"X-Test": {"1"}})
	var answer echo
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Args["a"][0] != "b" || answer.Headers["X-Test"][0] != "1" || answer.Method != "GET" {
		t.Errorf("%+v", answer)
	}
}

func TestAnUnknownApplicationIsRefusedWithTheKnownOnes(t *testing.T) {
	err := Serve(context.Background(), "bookinfo-reviews-v4", 0, func(string) string { return "" })
	if err == nil || !strings.HasPrefix(err.Error(), `no application "bookinfo-reviews-v4"; there are: bookinfo-details-v1, `) {
		t.Errorf("error %v", err)
	}
}

func TestUpstreamAddresses(t *testing.T) {
	for want, environment := range map[string]map[string]string{
		"http://ratings:9080":          {},
		"http://ratings.shop.svc:9080": {"SERVICES_DOMAIN": "shop.svc"},
		"http://other:8080":            {"RATINGS_HOSTNAME": "other", "RATINGS_SERVICE_PORT": "8080"},
		// What Kubernetes sets for a Service called ratings-service.
		"http://ratings:9080 ": {"RATINGS_SERVICE_PORT": "tcp://10.96.0.7:9080"},
	} {
		got := upstreamOf(func(name string) string { return environment[name] }, "ratings", time.Second)
		if got.base != strings.TrimSpace(want) {
			t.Errorf("%v: %s, want %s", environment, got.base, want)
		}
	}
}
