package icalendar

import _ "embed" // zones.txt

// zoneNames has the names of the IANA time zone database, sorted, one a line. A name is all that
// reading needs.
//
//go:embed zones.txt
var zoneNames string
