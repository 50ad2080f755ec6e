package apps

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type catalogItem struct {
	ID         int    `json:"id"`
	Color      string `json:"color"`
	Department string `json:"department"`
	Name       string `json:"name"`
	Price      string `json:"price"`
	ImageURL   string `json:"imageUrl,omitempty"`
}

var firstItems = []catalogItem{
	{ID: 1, Color: "amber", Department: "Eyewear", Name: "Round Reading Glasses", Price: "282.00"},
	{ID: 2, Color: "cyan", Department: "Clothing", Name: "Woollen Winter Jumper", Price: "127.00"},
	{ID: 3, Color: "teal", Department: "Clothing", Name: "Plain Canvas Apron", Price: "31.50"},
	{ID: 4, Color: "red", Department: "Watches", Name: "Small Silver Watch", Price: "232.00"},
}

// blowup is a failure that catalog is asked to have. There is one of each type at most.
type blowup struct {
	Active     bool    `json:"active"`
	Type       string  `json:"type"`
	Percentage float64 `json:"percentage,omitempty"`
	LatencyMS  int     `json:"latencyMs,omitempty"`
	Volatile   bool    `json:"volatile,omitempty"`
}

// catalogStore is what one process of catalog keeps. All versions are one program: with SHOW_IMAGE it
// is the second.
type catalogStore struct {
	mutex   sync.Mutex
	items   []catalogItem
	blowups map[string]blowup
}

func catalog(env Env) http.Handler {
	store := &catalogStore{items: slices.Clone(firstItems), blowups: map[string]blowup{}}
	if env("SHOW_IMAGE") == "true" {
		for i, item := range store.items {
			store.items[i].ImageURL = fmt.Sprintf("http://lorempixel.com/640/480?item=%d", item.ID)
		}
	}
	mux := http.NewServeMux()
	mux.Handle("GET /items", store.failing(store.list))
	mux.Handle("POST /items", store.failing(store.add))
	mux.Handle("GET /items/{id}", store.failing(store.item))
	mux.HandleFunc("GET /blowup", store.showBlowups)
	mux.HandleFunc("POST /blowup", withBlowup(store.setBlowup))
	mux.HandleFunc("DELETE /blowup", withBlowup(store.endBlowup))
	return mux
}

func (c *catalogStore) list(response http.ResponseWriter, _ *http.Request) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	writeJSON(response, http.StatusOK, c.items)
}

func (c *catalogStore) add(response http.ResponseWriter, request *http.Request) {
	var item catalogItem
	if json.NewDecoder(request.Body).Decode(&item) != nil {
		http.Error(response, "the body must be an item", http.StatusBadRequest)
		return
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.items = append(c.items, item)
	response.WriteHeader(http.StatusCreated)
}

func (c *catalogStore) item(response http.ResponseWriter, request *http.Request) {
	id, err := strconv.Atoi(request.PathValue("id"))
	c.mutex.Lock()
	defer c.mutex.Unlock()
	found := slices.IndexFunc(c.items, func(item catalogItem) bool { return item.ID == id })
	if err != nil || found < 0 {
		writeJSON(response, http.StatusNotFound, map[string]string{})
		return
	}
	writeJSON(response, http.StatusOK, c.items[found])
}

func (c *catalogStore) showBlowups(response http.ResponseWriter, _ *http.Request) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	writeJSON(response, http.StatusOK, c.blowups)
}

func (c *catalogStore) setBlowup(response http.ResponseWriter, wanted blowup) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.blowups[wanted.Type] = wanted
	writeJSON(response, http.StatusOK, c.blowups)
}

func (c *catalogStore) endBlowup(response http.ResponseWriter, unwanted blowup) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	delete(c.blowups, unwanted.Type)
	writeJSON(response, http.StatusOK, c.blowups)
}

var blowupTypes = []string{"500", "latency", "drop"}

func withBlowup(serve func(http.ResponseWriter, blowup)) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		var body blowup
		if json.NewDecoder(request.Body).Decode(&body) != nil || !slices.Contains(blowupTypes, body.Type) {
			http.Error(response, "type must be one of: "+strings.Join(blowupTypes, ", "), http.StatusBadRequest)
			return
		}
		serve(response, body)
	}
}

// failing has the failures that were asked for before it serves.
func (c *catalogStore) failing(serve http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		latency, drop, fail := c.current("latency"), c.current("drop"), c.current("500")
		if latency.Active {
			select {
			case <-time.After(latency.delay()):
			case <-request.Context().Done():
				return
			}
		}
		switch {
		case drop.hits():
			// The server closes the connection without an answer.
			panic(http.ErrAbortHandler)
		case fail.hits():
			response.WriteHeader(http.StatusInternalServerError)
		default:
			serve(response, request)
		}
	})
}

func (c *catalogStore) current(kind string) blowup {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.blowups[kind]
}

// hits decides by chance; without a percentage every request is hit.
func (b blowup) hits() bool {
	return b.Active && (b.Percentage == 0 || rand.Float64()*100 < b.Percentage)
}

// delay is a second unless said otherwise; a volatile one is anything up to that.
func (b blowup) delay() time.Duration {
	delay := time.Duration(b.LatencyMS) * time.Millisecond
	if b.LatencyMS == 0 {
		delay = time.Second
	}
	if b.Volatile {
		return rand.N(delay)
	}
	return delay
}
