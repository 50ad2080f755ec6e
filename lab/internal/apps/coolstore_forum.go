package apps

import "net/http"

// usersOfTheWorld is where forum gets its users from, unless it is told to have its own.
const usersOfTheWorld = "http://jsonplaceholder.typicode.com/users"

type forumUser struct {
	ID       int    `json:"id"`
	Name     string `json:"name"`
	Username string `json:"username"`
	Email    string `json:"email"`
}

var localUsers = []forumUser{
	{ID: 1, Name: "Ada Example", Username: "ada", Email: "ada@example.com"},
	{ID: 2, Name: "Bert Example", Username: "bert", Email: "bert@example.com"},
}

func forum(source string) func(Env) http.Handler {
	return func(env Env) http.Handler {
		mux := http.NewServeMux()
		mux.HandleFunc("GET /api/healthz", health("Forum is healthy"))
		mux.HandleFunc("GET /api/users", func(response http.ResponseWriter, request *http.Request) {
			if env("LOCAL_USERS") == "true" {
				writeJSON(response, http.StatusOK, localUsers)
				return
			}
			answer(response, request, source, "Users")
		})
		return mux
	}
}
