package finance

import (
	_ "embed"

	"attwork.example/internal/strictjson"
)

//go:embed illustrative.json
var illustrativeJSON []byte

// Illustrative returns the embedded cost book, a fresh copy at each call. It is built from public unit
// costs of other bodies and of the market, with the source beside each figure. None of them is a figure
// of the Arms Trade Treaty, and what a meeting of the Treaty really costs is not public.
func Illustrative() Book {
	var b Book
	strictjson.MustDecode("illustrative.json", BookFormat, illustrativeJSON, &b)
	return b
}
