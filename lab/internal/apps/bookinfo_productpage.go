package apps

import (
	"fmt"
	"html/template"
	"net/http"
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
	details, reviews, ratings upstream
	requests                  atomic.Int64
}

func productpage(env Env) http.Handler {
	store := &bookstore{
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
		status, err := service.call(request, path+request.PathValue("id"), &body)
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
}

func (s *bookstore) page(response http.ResponseWriter, request *http.Request) {
	s.requests.Add(1)
	data := pageData{User: request.Header.Get("End-User"), Product: products[0]}
	_, err := s.details.call(request, "/details/0", &data.Details)
	data.DetailsDown = err != nil
	for range reviewTries {
		if _, err = s.reviews.call(request, "/reviews/0", &data.Reviews); err == nil {
			break
		}
	}
	data.ReviewsDown = err != nil
	render(response, bookPage, data)
}

func (s *bookstore) metrics(response http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(response, "# TYPE request_count_total counter\nrequest_count_total{app=\"productpage\"} %d\n", s.requests.Load())
}

func render(response http.ResponseWriter, page *template.Template, data any) {
	response.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = page.Execute(response, data)
}

var indexPage = template.Must(template.New("index").Parse(`<!DOCTYPE html>
<html><head><title>Simple Bookstore App</title></head>
<body><h1>Bookinfo</h1><p><a href="/productpage">The book</a></p></body></html>
`))

var bookPage = template.Must(template.New("book").Parse(`<!DOCTYPE html>
<html><head><title>Simple Bookstore App</title></head>
<body>
<p>{{if .User}}Signed in as {{.User}}{{else}}Not signed in{{end}}</p>
<h1>{{.Product.Title}}</h1><p>{{.Product.Description}}</p>
<h2>Book Details</h2>
{{if .DetailsDown}}<p>Error fetching product details!</p>{{else}}<p>{{.Details.Author}}, {{.Details.Year}}, {{.Details.Pages}} pages</p>{{end}}
<h2>Book Reviews</h2>
{{if .ReviewsDown}}<p>Error fetching product reviews!</p>{{else}}
{{range .Reviews.Reviews}}<blockquote>{{.Text}}<small>{{.Reviewer}}</small>
{{with .Rating}}{{if .Error}}<i>{{.Error}}</i>{{else}}<font color="{{.Color}}">{{.Stars}} stars</font>{{end}}{{end}}</blockquote>
{{end}}<p>Reviews served by: <u>{{.Reviews.PodName}}</u></p>{{end}}
</body></html>
`))
