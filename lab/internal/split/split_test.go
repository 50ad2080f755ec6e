package split

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"
)

var pods = []Pod{
	{"reviews-v1-6d8-aaaaa", "reviews", "v1"},
	{"reviews-v1-6d8-bbbbb", "reviews", "v1"},
	{"reviews-v2-79c-ccccc", "reviews", "v2"},
	{"productpage-v1-5f4-ddddd", "productpage", "v1"},
}

func answers(status int, texts ...string) []Answer {
	list := make([]Answer, len(texts))
	for i, text := range texts {
		list[i] = Answer{Status: status, Text: text}
	}
	return list
}

func TestTallyCountsThePodsThatAnswersName(t *testing.T) {
	page := "Lab-Pod: productpage-v1-5f4-ddddd\nReviews served by: <u>%s</u>"
	got := Tally(pods, append(
		answers(200, fmt.Sprintf(page, "reviews-v1-6d8-aaaaa"), fmt.Sprintf(page, "reviews-v1-6d8-bbbbb"), fmt.Sprintf(page, "reviews-v2-79c-ccccc")),
		Answer{Status: 503, Text: "upstream connect error"}, Answer{Err: "connection refused"},
	))
	want := Result{
		Requests: 5,
		Outcomes: map[string]int{"200": 3, "503": 1, "connection refused": 1},
		Counts: []Count{
			{"productpage", "v1", 3, map[string]int{"productpage-v1-5f4-ddddd": 3}},
			{"reviews", "v1", 2, map[string]int{"reviews-v1-6d8-aaaaa": 1, "reviews-v1-6d8-bbbbb": 1}},
			{"reviews", "v2", 1, map[string]int{"reviews-v2-79c-ccccc": 1}},
		},
		Unnamed: 2,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("tally = %+v\nwant    %+v", got, want)
	}
}

func TestAnAnswerOfTwoPodsOfAVersionCountsOnce(t *testing.T) {
	got := Tally(pods, answers(200, "reviews-v1-6d8-aaaaa asked reviews-v1-6d8-bbbbb"))
	if len(got.Counts) != 1 || got.Counts[0].Answers != 1 || len(got.Counts[0].Pods) != 2 || got.Unnamed != 0 {
		t.Errorf("tally = %+v", got)
	}
}

func TestPrint(t *testing.T) {
	for _, c := range []struct {
		name   string
		result Result
		want   string
	}{
		{"counts and shares", Result{
			Requests: 8, Outcomes: map[string]int{"200": 7, "503": 1}, Unnamed: 1,
			Counts: []Count{
				{"reviews", "v1", 6, map[string]int{"reviews-v1-a": 2, "reviews-v1-b": 4}},
				{"reviews", "v2", 1, map[string]int{"reviews-v2-c": 1}},
			},
		}, `8 requests: 7 × 200, 1 × 503
APP           VERSION  ANSWERS    SHARE  PODS
reviews       v1             6   75.0 %  reviews-v1-b 4, reviews-v1-a 2
reviews       v2             1   12.5 %  reviews-v2-c 1
(none named)                 1   12.5 %  
`},
		{"nobody named", Result{Requests: 2, Outcomes: map[string]int{"404": 2}, Unnamed: 2}, `2 requests: 2 × 404
no answer names a Pod of the lab
`},
	} {
		var out bytes.Buffer
		c.result.Print(&out)
		if out.String() != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, out.String(), c.want)
		}
	}
}

func TestAskSendsTheHeadersOnConnectionsOfTheirOwn(t *testing.T) {
	connections := map[string]bool{}
	server := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		connections[request.RemoteAddr] = true
		response.Header().Set("Lab-Pod", "cart-1")
		if request.Host != "shop.example.com" || request.Header.Get("End-User") != "jason" {
			response.WriteHeader(http.StatusBadRequest)
		}
		fmt.Fprint(response, "body")
	}))
	defer server.Close()
	got, err := Ask(context.Background(), Question{URL: server.URL, Count: 3, Headers: []string{"Host: shop.example.com", "end-user:jason"}})
	if err != nil || len(got) != 3 || len(connections) != 3 {
		t.Fatalf("%d answers on %d connections, %v; want 3 on 3", len(got), len(connections), err)
	}
	if tally := Tally([]Pod{{"cart-1", "cart", "v1"}}, got); tally.Outcomes["200"] != 3 || tally.Counts[0].Answers != 3 {
		t.Errorf("tally = %+v", tally)
	}
}

func TestAskDoesNotFollowRedirects(t *testing.T) {
	server := httptest.NewServer(http.RedirectHandler("/elsewhere", http.StatusFound))
	defer server.Close()
	got, err := Ask(context.Background(), Question{URL: server.URL, Count: 1})
	if err != nil || got[0].Status != http.StatusFound {
		t.Errorf("%+v, %v; want 302", got, err)
	}
}

func TestAskTellsFailuresInTheSameWords(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = listener.Close()
	got, err := Ask(context.Background(), Question{URL: "http://" + listener.Addr().String(), Count: 2})
	if err != nil || got[0].Err != "connection refused" || got[1] != got[0] {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestQuestionsAreRefusedInWords(t *testing.T) {
	for want, question := range map[string]Question{
		"--count: 0; allowed are 1 to 100000":                                 {URL: "http://x", Count: 0},
		"--count: 100001; allowed are 1 to 100000":                            {URL: "http://x", Count: 100_001},
		`"reviews" is not a URL that can be asked; write http://host/path`:    {URL: "reviews", Count: 1},
		`"https://x/" is not a URL that can be asked; write http://host/path`: {URL: "https://x/", Count: 1},
		`--header: "end-user" is not a header; write 'name: value'`:           {URL: "http://x", Count: 1, Headers: []string{"end-user"}},
	} {
		if _, err := question.Request(context.Background()); err == nil || err.Error() != want {
			t.Errorf("error = %v, want %s", err, want)
		}
	}
}
