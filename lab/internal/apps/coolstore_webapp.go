package apps

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
	"time"
)

// webappTimeout bounds a call to a service behind; it is longer than any failure that a route ends.
const webappTimeout = 60 * time.Second

// webappServices are the services behind webapp, as <NAME>_SERVICE_HOST and <NAME>_SERVICE_PORT say.
type webappServices struct {
	catalog, forum string
}

func webapp(env Env) http.Handler {
	address := func(name string) string {
		return "http://" + env(name+"_SERVICE_HOST") + ":" + env(name+"_SERVICE_PORT")
	}
	services := webappServices{catalog: address("CATALOG"), forum: address("FORUM")}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", services.page)
	mux.HandleFunc("GET /api/healthz", func(response http.ResponseWriter, _ *http.Request) { fmt.Fprint(response, "OK") })
	mux.HandleFunc("GET /api/catalog", func(response http.ResponseWriter, request *http.Request) {
		answer(response, request, services.catalog+"/items", "Catalog")
	})
	mux.HandleFunc("POST /api/catalog/items", services.addItem)
	mux.HandleFunc("GET /api/catalog/items/{id}", func(response http.ResponseWriter, request *http.Request) {
		answer(response, request, services.catalog+"/items/"+request.PathValue("id"), "Catalog")
	})
	mux.HandleFunc("GET /api/users", func(response http.ResponseWriter, request *http.Request) {
		answer(response, request, services.forum+"/api/users", "Forum")
	})
	return mux
}

// behind calls a service with the headers that webapp passes on: Authorization, and all that begin
// with x-. Among the others that get lost is traceparent.
func behind(request *http.Request, method, address string, body io.Reader) (*http.Response, error) {
	outgoing, err := http.NewRequestWithContext(request.Context(), method, address, body)
	if err != nil {
		return nil, err
	}
	for name, values := range request.Header {
		if strings.HasPrefix(name, "X-") || name == "Authorization" {
			outgoing.Header[name] = values
		}
	}
	return (&http.Client{Transport: client.Transport, Timeout: webappTimeout}).Do(outgoing)
}

// fetch reads JSON from a service. It does not look at the status, only at whether the body is JSON.
func fetch(request *http.Request, address string) (any, error) {
	response, err := behind(request, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var body any
	return body, json.NewDecoder(response.Body).Decode(&body)
}

// answer is what a service says, or 500 whatever went wrong.
func answer(response http.ResponseWriter, request *http.Request, address, service string) {
	body, err := fetch(request, address)
	if err != nil {
		http.Error(response, "error calling "+service+" service", http.StatusInternalServerError)
		return
	}
	writeJSON(response, http.StatusOK, body)
}

func (s webappServices) addItem(response http.ResponseWriter, request *http.Request) {
	created, err := behind(request, http.MethodPost, s.catalog+"/items", request.Body)
	if err == nil {
		defer created.Body.Close()
	}
	if err != nil || created.StatusCode != http.StatusCreated {
		http.Error(response, "error calling Catalog service", http.StatusInternalServerError)
		return
	}
	response.WriteHeader(http.StatusOK)
}

func (s webappServices) page(response http.ResponseWriter, request *http.Request) {
	items, err := fetch(request, s.catalog+"/items")
	if err != nil {
		http.Error(response, "error calling Catalog service", http.StatusInternalServerError)
		return
	}
	render(response, shopPage, items)
}

var shopPage = template.Must(template.New("shop").Parse(`<!DOCTYPE html>
<html><head><title>Coolstore</title></head>
<body><h1>Catalog</h1>
{{range .}}<p>{{.name}}, {{.color}}: {{.price}}{{with .imageUrl}} <img src="{{.}}">{{end}}</p>
{{end}}</body></html>
`))
