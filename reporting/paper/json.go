package paper

import (
	"encoding/json"
	"io"
)

// paperFormat is the value of the first key of a paper in JSON.
const paperFormat = "attwork/paper/1"

type wirePage struct {
	Format   string        `json:"format"`
	Lang     string        `json:"lang"`
	Dir      string        `json:"dir"`
	Title    string        `json:"title"`
	Lead     []wireBlock   `json:"lead"`
	Sections []wireSection `json:"sections"`
}

type wireSection struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	Blocks []wireBlock `json:"blocks"`
}

type wireBlock struct {
	Kind        string        `json:"kind"` // paragraph, notice, list, table or picture
	Text        string        `json:"text,omitempty"`
	Description string        `json:"description,omitempty"`
	Items       []string      `json:"items,omitempty"`
	Columns     []string      `json:"columns,omitempty"`
	Rows        [][]*wireCell `json:"rows,omitempty"`
}

type wireCell struct {
	Text  string   `json:"text"`
	Value *string  `json:"value"` // null: there is none beside the text
	Items []string `json:"items,omitempty"`
}

// json writes the page with the words of its language and, beside them, what a machine reads. A cell that nobody can
// fill is null.
func (p page) json(w io.Writer) error {
	out := wirePage{Format: paperFormat, Lang: string(p.Lang), Dir: p.Dir, Title: p.Title.String(), Lead: wireBlocks(p.Lead), Sections: []wireSection{}}
	for _, s := range p.all() {
		out.Sections = append(out.Sections, wireSection{s.ID, s.Title.String(), wireBlocks(s.Blocks)})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func wireBlocks(blocks []block) []wireBlock {
	out := make([]wireBlock, 0, len(blocks))
	for _, b := range blocks {
		one := wireBlock{Kind: "paragraph", Text: b.Paragraph.String()}
		switch {
		case b.Table != nil:
			one = wireTable(*b.Table)
		case b.Picture != nil:
			one = wireBlock{Kind: "picture", Text: b.Picture.Title.String(), Description: b.Picture.Description.String()}
		case b.List != nil:
			one = wireBlock{Kind: "list"}
			for _, t := range b.List {
				one.Items = append(one.Items, t.String())
			}
		case b.Key != nil:
			one = wireBlock{Kind: "list"}
			for _, it := range b.Key {
				one.Items = append(one.Items, it.Text.String())
			}
		case b.Notice:
			one.Kind = "notice"
		}
		out = append(out, one)
	}
	return out
}

func wireTable(t table) wireBlock {
	out := wireBlock{Kind: "table", Text: t.Caption.String()}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, c.Title.String())
	}
	for _, r := range t.Rows {
		cells := make([]*wireCell, len(r.Cells))
		for i, c := range r.Cells {
			if c.None {
				continue
			}
			cells[i] = &wireCell{Text: c.Text.String(), Value: c.Value}
			for _, it := range c.Items {
				cells[i].Items = append(cells[i].Items, it.Text.String())
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
