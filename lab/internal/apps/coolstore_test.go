package apps

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// behindWebapp is the environment in which webapp finds catalog and forum.
func behindWebapp(t *testing.T, catalog, forum string) map[string]string {
	t.Helper()
	environment := map[string]string{}
	for name, address := range map[string]string{"CATALOG": catalog, "FORUM": forum} {
		parsed, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		environment[name+"_SERVICE_HOST"], environment[name+"_SERVICE_PORT"] = parsed.Hostname(), parsed.Port()
	}
	return environment
}

func send(t *testing.T, method, address, body string) int {
	t.Helper()
	request, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	response.Body.Close()
	return response.StatusCode
}

func TestTheSecondVersionOfCatalogShowsImages(t *testing.T) {
	for name, environment := range map[string]map[string]string{"v1": nil, "v2": {"SHOW_IMAGE": "true"}} {
		base := serve(t, "coolstore-catalog", environment)
		_, body := get(t, base+"/items", nil)
		var items []map[string]any
		if err := json.Unmarshal([]byte(body), &items); err != nil || len(items) != 4 {
			t.Fatalf("%s: %s", name, body)
		}
		for i, item := range items {
			_, shown := item["imageUrl"]
			if item["id"] != float64(i+1) || shown != (name == "v2") {
				t.Errorf("%s: item %d is %v", name, i, item)
			}
		}
	}
}

func TestCatalogHasFourItemsAndTakesMore(t *testing.T) {
	base := serve(t, "coolstore-catalog", nil)
	for path, want := range map[string]int{"/items/1": 200, "/items/4": 200, "/items/5": 404, "/items/x": 404, "/nothing": 404} {
		if code, body := get(t, base+path, nil); code != want {
			t.Errorf("%s: %d %s, want %d", path, code, body, want)
		}
	}
	if code := send(t, http.MethodPost, base+"/items", `{"id": 5, "name": "Lamp"}`); code != http.StatusCreated {
		t.Errorf("POST /items: %d", code)
	}
	if code, body := get(t, base+"/items/5", nil); code != 200 || !strings.Contains(body, "Lamp") {
		t.Errorf("/items/5: %d %s", code, body)
	}
	if code := send(t, http.MethodPost, base+"/items", "Lamp"); code != http.StatusBadRequest {
		t.Errorf("POST of no item: %d", code)
	}
}

func TestCatalogFailsAsItIsTold(t *testing.T) {
	base := serve(t, "coolstore-catalog", nil)
	ask := func() int { return send(t, http.MethodGet, base+"/items", "") }
	tell := func(method, body string) {
		t.Helper()
		if code := send(t, method, base+"/blowup", body); code != http.StatusOK {
			t.Fatalf("%s %s: %d", method, body, code)
		}
	}
	tell(http.MethodPost, `{"active": true, "type": "500"}`)
	if code := ask(); code != http.StatusInternalServerError {
		t.Errorf("500: %d", code)
	}
	if _, body := get(t, base+"/blowup", nil); !strings.Contains(body, `"500":{"active":true`) {
		t.Errorf("blowups: %s", body)
	}
	tell(http.MethodPost, `{"active": false, "type": "500"}`)
	if code := ask(); code != http.StatusOK {
		t.Errorf("inactive: %d", code)
	}
	tell(http.MethodPost, `{"active": true, "type": "drop"}`)
	if code := ask(); code != 0 {
		t.Errorf("drop: %d, want no answer", code)
	}
	tell(http.MethodDelete, `{"type": "drop"}`)
	tell(http.MethodPost, `{"active": true, "type": "latency", "latencyMs": 100}`)
	began := time.Now()
	if code := ask(); code != http.StatusOK || time.Since(began) < 100*time.Millisecond {
		t.Errorf("latency: %d after %s", code, time.Since(began))
	}
	if code := send(t, http.MethodPost, base+"/blowup", `{"type": "fire"}`); code != http.StatusBadRequest {
		t.Errorf("unknown type: %d", code)
	}
}

func TestCatalogFailsForItsShareOfRequests(t *testing.T) {
	hits := 0
	for range 10_000 {
		if (blowup{Active: true, Percentage: 30}).hits() {
			hits++
		}
	}
	if hits < 2_700 || hits > 3_300 {
		t.Errorf("%d of 10000 requests, want about 3000", hits)
	}
}

func TestAVolatileDelayStaysBelowItsBound(t *testing.T) {
	seen := map[time.Duration]bool{}
	for range 100 {
		delay := blowup{LatencyMS: 50, Volatile: true}.delay()
		if delay < 0 || delay >= 50*time.Millisecond {
			t.Fatalf("delay %s", delay)
		}
		seen[delay] = true
	}
	if len(seen) < 2 {
		t.Error("the delay does not change")
	}
	if delay := (blowup{}).delay(); delay != time.Second {
		t.Errorf("delay %s, want a second", delay)
	}
}

func TestWebappAnswersWithCatalogAndForum(t *testing.T) {
	catalog := serve(t, "coolstore-catalog", map[string]string{"SHOW_IMAGE": "true"})
	forum := serve(t, "coolstore-forum", map[string]string{"LOCAL_USERS": "true"})
	base := serve(t, "coolstore-webapp", behindWebapp(t, catalog, forum))
	for path, want := range map[string]string{
		"/":                    "Round Reading Glasses",
		"/api/catalog":         `"imageUrl"`,
		"/api/catalog/items/2": "Woollen Winter Jumper",
		"/api/users":           "ada@example.com",
		"/api/healthz":         "OK",
	} {
		if code, body := get(t, base+path, nil); code != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s, want %s in it", path, code, body, want)
		}
	}
	if code := send(t, http.MethodPost, base+"/api/catalog/items", `{"id": 9}`); code != http.StatusOK {
		t.Errorf("POST /api/catalog/items: %d", code)
	}
	if code, _ := get(t, catalog+"/items/9", nil); code != http.StatusOK {
		t.Errorf("the new item is not in catalog: %d", code)
	}
}

func TestWebappPassesOnlySomeHeadersOn(t *testing.T) {
	var seen http.Header
	catalog := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		seen = request.Header.Clone()
		writeJSON(response, 200, []catalogItem{})
	}))
	defer catalog.Close()
	base := serve(t, "coolstore-webapp", behindWebapp(t, catalog.URL, catalog.URL))
	get(t, base+"/api/catalog", http.Header{
		"X-Istio-Cohort": {"internal"}, "x-dark-launch": {"v2"}, "X-B3-Traceid": {"1"}, "Authorization": {"Bearer t"},
		"Traceparent": {"00-1"}, "End-User": {"jason"}, "Cookie": {"a=b"},
	})
	for name, want := range map[string]string{
		"X-Istio-Cohort": "internal", "X-Dark-Launch": "v2", "X-B3-Traceid": "1", "Authorization": "Bearer t",
		"Traceparent": "", "End-User": "", "Cookie": "",
	} {
		if got := seen.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestWebappAnswers500WhateverFailsBehind(t *testing.T) {
	down := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, _ *http.Request) {
		response.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer down.Close()
	base := serve(t, "coolstore-webapp", behindWebapp(t, down.URL, down.URL))
	for path, service := range map[string]string{"/": "Catalog", "/api/catalog": "Catalog", "/api/catalog/items/1": "Catalog", "/api/users": "Forum"} {
		code, body := get(t, base+path, nil)
		if code != http.StatusInternalServerError || !strings.Contains(body, "error calling "+service+" service") {
			t.Errorf("%s: %d %s", path, code, body)
		}
	}
}

func TestForumAsksTheWorldUnlessItHasItsOwnUsers(t *testing.T) {
	world := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, _ *http.Request) {
		writeJSON(response, 200, []forumUser{{Username: "somebody"}})
	}))
	defer world.Close()
	for own, want := range map[string]string{"": "somebody", "false": "somebody", "true": "ada"} {
		environment := map[string]string{"LOCAL_USERS": own}
		server := httptest.NewServer(forum(world.URL)(func(name string) string { return environment[name] }))
		code, body := get(t, server.URL+"/api/users", nil)
		server.Close()
		if code != 200 || !strings.Contains(body, want) {
			t.Errorf("LOCAL_USERS=%q: %d %s, want %s", own, code, body, want)
		}
	}
}
