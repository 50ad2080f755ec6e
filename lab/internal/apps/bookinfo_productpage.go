package apps

import (
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

const (
	// pageTimeout is how long productpage waits for each service it calls.
	pageTimeout = 3 * time.Second
	// reviewTries is a flaw that Bookinfo is known for: reviews is asked again at once, which makes a
	// delay behind it twice as long to the user.
	reviewTries = 2
	sessionName = "session"
)

type product struct {
	ID          int    `json:"id"`
	Title       string `json:"title"`
	Description string `json:"descriptionHtml"`
}

var products = []product{{ID: 0, Title: "The Comedy of Errors", Description: "A play about two pairs of twins who keep being taken for each other."}}

// bookstore is productpage with the services behind it.
type bookstore struct {
	env                       Env
	details, reviews, ratings upstream
	requests                  atomic.Int64
}

func productpage(env Env) http.Handler {
	store := &bookstore{
		env:     env,
		details: upstreamOf(env, "details", pageTimeout),
		reviews: upstreamOf(env, "reviews", pageTimeout),
		ratings: upstreamOf(env, "ratings", pageTimeout),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", store.index)
	mux.HandleFunc("GET /index.html", store.index)
	mux.HandleFunc("GET /health", func(response http.ResponseWriter, _ *http.Request) { fmt.Fprint(response, "Product page is healthy") })
	mux.HandleFunc("GET /productpage", store.page)
	mux.HandleFunc("POST /login", login)
	mux.HandleFunc("GET /logout", logout)
	mux.HandleFunc("GET /metrics", store.metrics)
	mux.HandleFunc("GET /static/", func(response http.ResponseWriter, _ *http.Request) { response.WriteHeader(http.StatusOK) })
	mux.HandleFunc("GET /api/v1/products", func(response http.ResponseWriter, _ *http.Request) { writeJSON(response, http.StatusOK, products) })
	mux.HandleFunc("GET /api/v1/products/{id}", store.api(store.details, "/details/"))
	mux.HandleFunc("GET /api/v1/products/{id}/reviews", store.api(store.reviews, "/reviews/"))
	mux.HandleFunc("GET /api/v1/products/{id}/ratings", store.api(store.ratings, "/ratings/"))
	return asUser(mux)
}

// asUser turns the session of a signed-in user into the header that routes match on.
func asUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		request.Header.Del("End-User")
		if cookie, err := request.Cookie(sessionName); err == nil && cookie.Value != "" {
			request.Header.Set("End-User", cookie.Value)
		}
		next.ServeHTTP(response, request)
	})
}

func login(response http.ResponseWriter, request *http.Request) {
	http.SetCookie(response, &http.Cookie{Name: sessionName, Value: request.FormValue("username"), Path: "/"})
	http.Redirect(response, request, "/productpage", http.StatusFound)
}

func logout(response http.ResponseWriter, request *http.Request) {
	http.SetCookie(response, &http.Cookie{Name: sessionName, Path: "/", MaxAge: -1})
	http.Redirect(response, request, "/productpage", http.StatusFound)
}

// api answers what a service says, with that service's own error status.
func (s *bookstore) api(service upstream, path string) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		if _, ok := productID(response, request); !ok {
			return
		}
		var body any
		status, _, err := service.call(request, path+request.PathValue("id"), &body)
		switch {
		case err == nil:
			writeJSON(response, http.StatusOK, body)
		case status == 0:
			writeJSON(response, http.StatusInternalServerError, map[string]string{"error": "Sorry, the service is currently unavailable for this book."})
		default:
			writeJSON(response, status, map[string]string{"error": "Sorry, the service is currently unavailable for this book."})
		}
	}
}

func (s *bookstore) index(response http.ResponseWriter, _ *http.Request) {
	render(response, indexPage, nil)
}

type pageData struct {
	User        string
	Product     product
	Details     bookDetails
	DetailsDown bool
	Reviews     bookReviews
	ReviewsDown bool
	// Hops are the calls on the way of this page, that of the page itself first.
	Hops []hop
}

// ReviewsVersion is the version that answered, where it says so.
func (d pageData) ReviewsVersion() string {
	for _, hop := range d.Hops {
		if hop.App == "reviews" {
			return hop.Version
		}
	}
	return ""
}

func (s *bookstore) page(response http.ResponseWriter, request *http.Request) {
	s.requests.Add(1)
	data := pageData{User: request.Header.Get("End-User"), Product: products[0], Hops: []hop{hopOf("productpage", s.env, request)}}
	_, hops, err := s.details.call(request, "/details/0", &data.Details)
	data.DetailsDown = err != nil
	data.Hops = append(data.Hops, hops...)
	for range reviewTries {
		if _, hops, err = s.reviews.call(request, "/reviews/0", &data.Reviews); err == nil {
			break
		}
	}
	data.ReviewsDown = err != nil
	data.Hops = append(data.Hops, hops...)
	render(response, bookPage, data)
}

func (s *bookstore) metrics(response http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(response, "# TYPE request_count_total counter\nrequest_count_total{app=\"productpage\"} %d\n", s.requests.Load())
}

func render(response http.ResponseWriter, page *template.Template, data any) {
	response.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = page.Execute(response, data)
}

//go:embed pages
var pages embed.FS

// pageOf reads a page, and what all pages have in common.
func pageOf(file string) *template.Template {
	functions := template.FuncMap{
		"glyphs": func(count int) string { return strings.Repeat("★", count) + strings.Repeat("☆", max(0, 5-count)) },
	}
	return template.Must(template.New(file).Funcs(functions).ParseFS(pages, "pages/layout.html", "pages/"+file))
}

var (
	indexPage = pageOf("index.html")
	bookPage  = pageOf("book.html")
)
