package apps

import (
	"net/http"
	"time"
)

type bookDetails struct {
	ID        int    `json:"id"`
	Author    string `json:"author"`
	Year      int    `json:"year"`
	Type      string `json:"type"`
	Pages     int    `json:"pages"`
	Publisher string `json:"publisher"`
	Language  string `json:"language"`
	ISBN10    string `json:"ISBN-10"`
	ISBN13    string `json:"ISBN-13"`
}

func details(env Env) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", health("Details is healthy"))
	mux.HandleFunc("GET /details/{id}", func(response http.ResponseWriter, request *http.Request) {
		if id, ok := productID(response, request); ok {
			tellHops(response, hopOf("details", env, request))
			writeJSON(response, http.StatusOK, bookDetails{
				ID: id, Author: "William Shakespeare", Year: 1595, Type: "paperback", Pages: 200,
				Publisher: "PublisherA", Language: "English", ISBN10: "1234567890", ISBN13: "123-1234567890",
			})
		}
	})
	return mux
}

type bookRatings struct {
	ID      int            `json:"id"`
	Ratings map[string]int `json:"ratings"`
}

func ratings(env Env) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", health("Ratings is healthy"))
	mux.HandleFunc("GET /ratings/{id}", func(response http.ResponseWriter, request *http.Request) {
		if id, ok := productID(response, request); ok {
			tellHops(response, hopOf("ratings", env, request))
			writeJSON(response, http.StatusOK, bookRatings{ID: id, Ratings: map[string]int{"Reviewer1": 5, "Reviewer2": 4}})
		}
	})
	return mux
}

// reviewsVersion is what tells the versions of reviews apart: v1 asks nobody, v2 and v3 ask ratings
// with their own patience and show stars of their own colour.
type reviewsVersion struct {
	stars   string
	timeout time.Duration
}

type bookReviews struct {
	ID          string       `json:"id"`
	PodName     string       `json:"podname"`
	ClusterName string       `json:"clustername"`
	Reviews     []bookReview `json:"reviews"`
}

type bookReview struct {
	Reviewer string      `json:"reviewer"`
	Text     string      `json:"text"`
	Rating   *starRating `json:"rating,omitempty"`
}

type starRating struct {
	Stars int    `json:"stars,omitempty"`
	Color string `json:"color,omitempty"`
	Error string `json:"error,omitempty"`
}

var reviewTexts = map[string]string{
	"Reviewer1": "Funny from the first scene to the last. Read it aloud with friends.",
	"Reviewer2": "Clever and quick, though the middle drags for a page or two.",
}

func reviewsApp(version reviewsVersion) func(Env) http.Handler {
	return func(env Env) http.Handler {
		backend := upstreamOf(env, "ratings", version.timeout)
		mux := http.NewServeMux()
		mux.HandleFunc("GET /health", health("Reviews is healthy"))
		mux.HandleFunc("GET /reviews/{id}", func(response http.ResponseWriter, request *http.Request) {
			if _, ok := productID(response, request); !ok {
				return
			}
			body := bookReviews{ID: request.PathValue("id"), PodName: podName(env), ClusterName: env("CLUSTER_NAME")}
			rate, asked := version.rating(backend, request)
			tellHops(response, append([]hop{hopOf("reviews", env, request)}, asked...)...)
			for _, reviewer := range []string{"Reviewer1", "Reviewer2"} {
				body.Reviews = append(body.Reviews, bookReview{Reviewer: reviewer, Text: reviewTexts[reviewer], Rating: rate(reviewer)})
			}
			writeJSON(response, http.StatusOK, body)
		})
		return mux
	}
}

// rating asks ratings once a request and returns what to show for each reviewer, and who was asked.
func (v reviewsVersion) rating(backend upstream, request *http.Request) (func(reviewer string) *starRating, []hop) {
	if v.stars == "" {
		return func(string) *starRating { return nil }, nil
	}
	var answer bookRatings
	_, asked, err := backend.call(request, "/ratings/"+request.PathValue("id"), &answer)
	return func(reviewer string) *starRating {
		stars, found := answer.Ratings[reviewer]
		if err != nil || !found {
			return &starRating{Error: "Ratings service is currently unavailable"}
		}
		return &starRating{Stars: stars, Color: v.stars}
	}, asked
}
