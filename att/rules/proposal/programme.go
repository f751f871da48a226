package proposal

import (
	_ "embed"

	"attwork.example/att"
	"attwork.example/internal/strictjson"
)

// Name is what the constructed programme is called where a user names embedded data.
const Name = "proposal"

//go:embed programme.json
var programmeJSON []byte

// Programme returns a programme of work that follows the draft for the cycle of CSP10, a fresh copy at
// each call. It is constructed: nobody tabled it. The conference and its dates are real.
func Programme() att.Programme {
	var p att.Programme
	strictjson.MustDecode("programme.json", "attwork/programme/1", programmeJSON, &p)
	return p
}
