package apps

import (
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

const identities = "spiffe://cluster.local/ns/bookinfo/sa/bookinfo-"

// behindProxy serves an application as a sidecar does that has let this caller in.
func behindProxy(t *testing.T, name, version, caller string, environment map[string]string) string {
	t.Helper()
	environment["HOSTNAME"], environment[VersionVariable] = strings.TrimPrefix(name, "bookinfo-")+"-abc", version
	target, err := url.Parse(serve(t, name, environment))
	if err != nil {
		t.Fatal(err)
	}
	proxy := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(request *httputil.ProxyRequest) {
		request.SetURL(target)
		request.Out.Header.Set("X-Forwarded-Client-Cert", `By=spiffe://x;Hash=1;Subject="";URI=`+caller)
	}})
	t.Cleanup(proxy.Close)
	return proxy.URL
}

// bookPageOf is the page with one version of reviews behind it, without its markup.
func bookPageOf(t *testing.T, reviews string) (page, text string) {
	t.Helper()
	ratings := behindProxy(t, "bookinfo-ratings-v1", "v1", identities+"reviews", map[string]string{})
	environment := at(t, map[string]string{}, "DETAILS", behindProxy(t, "bookinfo-details-v1", "v1", identities+"productpage", map[string]string{}))
	at(t, environment, "REVIEWS", behindProxy(t, "bookinfo-reviews-"+reviews, reviews, identities+"productpage", at(t, map[string]string{}, "RATINGS", ratings)))
	gateway := "spiffe://cluster.local/ns/istio-system/sa/istio-ingressgateway"
	_, page = get(t, behindProxy(t, "bookinfo-productpage-v1", "v1", gateway, environment)+"/productpage", nil)
	text = regexp.MustCompile(`(?s)<style>.*</style>|<[^>]*>`).ReplaceAllString(page, " ")
	return page, strings.Join(strings.Fields(text), " ")
}

func TestThePageShowsTheStarsOfTheVersionThatAnswered(t *testing.T) {
	for reviews, want := range map[string]struct {
		color string
		text  string
	}{
		"v1": {"", "Book Reviews v1 Funny from the first scene to the last. Read it aloud with friends. Reviewer1 "},
		"v2": {"black", "Book Reviews v2 Funny from the first scene to the last. Read it aloud with friends. ★★★★★ Reviewer1 "},
		"v3": {"red", "Book Reviews v3 Funny from the first scene to the last. Read it aloud with friends. ★★★★★ Reviewer1 "},
	} {
		page, text := bookPageOf(t, reviews)
		if !strings.Contains(page, "<title>Simple Bookstore App</title>") {
			t.Errorf("%s: the title is another one", reviews)
		}
		if !strings.Contains(text, want.text) {
			t.Errorf("%s: %s\nwant %s", reviews, text, want.text)
		}
		for _, color := range []string{"black", "red"} {
			if shown := strings.Count(page, `style="color: `+color+`"`); shown != map[bool]int{true: 2}[color == want.color] {
				t.Errorf("%s: %d times %s stars", reviews, shown, color)
			}
		}
		// Walk-throughs count the versions that answered by this name.
		if named := strings.Count(page, "reviews-v"); named != 1 {
			t.Errorf("%s: its Pod is named %d times", reviews, named)
		}
	}
}

func TestThePageShowsWhoCalledWhom(t *testing.T) {
	_, text := bookPageOf(t, "v3")
	want := "How this page came about Service Version Called by" +
		" productpage v1 spiffe://cluster.local/ns/istio-system/sa/istio-ingressgateway" +
		" details v1 " + identities + "productpage reviews v3 " + identities + "productpage ratings v1 " + identities + "reviews"
	if !strings.HasSuffix(text, want) {
		t.Errorf("%s\nwant %s", text, want)
	}
	_, text = bookPageOf(t, "v1")
	if strings.Contains(text, "ratings") {
		t.Errorf("v1 asks nobody: %s", text)
	}
}

func TestThePageTakesNothingFromElsewhere(t *testing.T) {
	page, _ := bookPageOf(t, "v2")
	if found := regexp.MustCompile(`(?i)(src|href|action)="[a-z]*:?//|url\(|<script|<link`).FindString(page); found != "" {
		t.Errorf("%s", found)
	}
}

func TestThePageSaysWhatIsMissing(t *testing.T) {
	nobody := at(t, at(t, map[string]string{}, "DETAILS", "http://127.0.0.1:1"), "REVIEWS", "http://127.0.0.1:1")
	_, page := get(t, serve(t, "bookinfo-productpage-v1", nobody)+"/productpage", nil)
	for _, want := range []string{
		"Error fetching product details!", "Sorry, product details are currently unavailable for this book.",
		"Error fetching product reviews!", "Sorry, product reviews are currently unavailable for this book.",
		"no proxy says who",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in %s", want, page)
		}
	}
}
