package sentences

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// part of a text: what it says, or the parameter that will say it.
type part struct {
	text  string
	param types.Object
}

// value is what an expression can say: one of several texts, each in parts. Nil says that it is no constant.
type value [][]part

func constantly(text string) value { return value{{{text: text}}} }

// key is the same for values that are the same.
func (v value) key() string {
	var b strings.Builder
	for _, parts := range v {
		for _, p := range parts {
			b.WriteString(p.text)
			if p.param != nil {
				b.WriteString("\x00" + p.param.Id() + "\x00")
			}
		}
		b.WriteString("\x01")
	}
	return b.String()
}

// param returns a parameter that the value hangs on; nil when it hangs on none.
func (v value) param() types.Object {
	for _, parts := range v {
		for _, p := range parts {
			if p.param != nil {
				return p.param
			}
		}
	}
	return nil
}

// texts returns what a value says that hangs on no parameter.
func (v value) texts() []string {
	texts := make([]string, len(v))
	for i, parts := range v {
		for _, p := range parts {
			texts[i] += p.text
		}
	}
	return texts
}

// join returns every text of a followed by every text of b.
func join(a, b value) value {
	var joined value
	for _, x := range a {
		for _, y := range b {
			joined = append(joined, slices.Concat(x, y))
		}
	}
	return joined
}

// with puts what the arguments of a call say in the place of the parameters.
func (v value) with(arguments map[types.Object]value) value {
	var bound value
	for _, parts := range v {
		one := value{{}}
		for _, p := range parts {
			if said, ok := arguments[p.param]; ok {
				one = join(one, said)
			} else {
				one = join(one, value{{p}})
			}
		}
		bound = append(bound, one...)
	}
	return bound
}

// evaluate returns what an expression can say.
func (m *module) evaluate(e ast.Expr) value {
	t := m.info.Types[e]
	if t.Value != nil && t.Value.Kind() == constant.String {
		return constantly(constant.StringVal(t.Value))
	}
	var v value
	switch e := e.(type) {
	case *ast.ParenExpr:
		return m.evaluate(e.X)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return join(m.evaluate(e.X), m.evaluate(e.Y))
		}
	case *ast.Ident:
		if object := m.info.Uses[e]; m.owners[object] != nil {
			v = value{{{param: object}}}
		}
	case *ast.CallExpr:
		v = m.called(e)
	}
	if v == nil {
		v = words(t.Type)
	}
	return v
}

// called returns what a conversion or a call can say: a function says what it returns.
func (m *module) called(call *ast.CallExpr) value {
	if m.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return m.evaluate(call.Args[0])
	}
	callee := m.callee(call)
	f, ours := m.funcs[callee]
	if !ours || f.body == nil {
		return nil
	}
	var all value
	constants := true
	ast.Inspect(f.body, func(n ast.Node) bool {
		back, ok := n.(*ast.ReturnStmt)
		if !ok {
			return true
		}
		if len(back.Results) != 1 {
			constants = false
			return false
		}
		one := m.evaluate(back.Results[0])
		constants = constants && one != nil
		all = append(all, one...)
		return false
	})
	if !constants {
		return nil
	}
	return all.with(m.arguments(callee, call))
}

// words returns the constants of a type of texts, which are all that it says.
func words(t types.Type) value {
	if t == nil {
		return nil
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	var v value
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		c, isConstant := scope.Lookup(name).(*types.Const)
		if isConstant && types.Identical(c.Type(), named) && c.Val().Kind() == constant.String {
			v = append(v, []part{{text: constant.StringVal(c.Val())}})
		}
	}
	return v
}

// callee returns the function that a call names, or the variable that holds it; nil for any other.
func (m *module) callee(call *ast.CallExpr) types.Object {
	fun := call.Fun
	if index, ok := fun.(*ast.IndexExpr); ok { // with the type that it is made for
		fun = index.X
	}
	switch fun := fun.(type) {
	case *ast.Ident:
		return origin(m.info.Uses[fun])
	case *ast.SelectorExpr:
		return origin(m.info.Uses[fun.Sel])
	}
	return nil
}

func origin(o types.Object) types.Object {
	if f, ok := o.(*types.Func); ok {
		return f.Origin()
	}
	return o
}

// arguments returns what the arguments of a call say, by parameter.
func (m *module) arguments(callee types.Object, call *ast.CallExpr) map[types.Object]value {
	said := map[types.Object]value{}
	for i, param := range m.funcs[callee].params {
		if i < len(call.Args) && param != nil {
			said[param] = m.evaluate(call.Args[i])
		}
	}
	return said
}
