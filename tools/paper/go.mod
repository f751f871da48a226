// Papers read by others: an HTML parser as a browser has it, and a Markdown renderer with every usual extension. Nothing
// here weighs on an importer of the library.
module attwork.example/tools/paper

go 1.26.0

require (
	attwork.example v0.0.0
	github.com/stretchr/testify v1.12.1
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.61.0
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace attwork.example => ../../
