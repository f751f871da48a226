package engines

import (
	"fmt"
	"reflect"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"cel.dev/cel-go/ext"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

// Answer is what an expression says: that the programme departs from the rule and, in mode Places, how often.
type Answer struct {
	Departs bool
	Places  int // 0 where the expression is no list
}

// CEL holds compiled programs of CEL.
type CEL struct{ programs []cel.Program }

// NewCEL compiles the checks.
func NewCEL(checks []Check, m Mode) (*CEL, error) {
	options := []cel.EnvOption{ext.Lists()}
	for f := range reflect.TypeFor[View]().Fields() {
		options = append(options, cel.Variable(f.Name, cel.DynType))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		return nil, fmt.Errorf("engines: %w", err)
	}
	c := &CEL{}
	for _, check := range checks {
		ast, issues := env.Compile(check.cel(m))
		if issues.Err() != nil {
			return nil, fmt.Errorf("engines: %s: %w", check.Rule, issues.Err())
		}
		program, err := env.Program(ast, cel.EvalOptions(cel.OptOptimize))
		if err != nil {
			return nil, fmt.Errorf("engines: %s: %w", check.Rule, err)
		}
		c.programs = append(c.programs, program)
	}
	return c, nil
}

// Input returns the view as CEL's variables, all in the form of CEL's own values: they need the fewest allocations,
// and are no slower than Go's structs and maps.
func (c *CEL) Input(v View) (cel.Activation, error) {
	m := map[string]any{}
	for f, value := range reflect.ValueOf(v).Fields() {
		m[f.Name] = celValue(value)
	}
	return cel.NewActivation(m)
}

func celValue(v reflect.Value) ref.Val {
	adapter := types.DefaultTypeAdapter
	switch v.Kind() {
	case reflect.Slice:
		list := make([]ref.Val, v.Len())
		for i := range list {
			list[i] = celValue(v.Index(i))
		}
		return types.NewRefValList(adapter, list)
	case reflect.Pointer:
		fields := map[ref.Val]ref.Val{}
		for f, value := range v.Elem().Fields() {
			fields[types.String(f.Name)] = celValue(value)
		}
		return types.NewRefValMap(adapter, fields)
	}
	return adapter.NativeToValue(v.Interface())
}

// Run evaluates all programs and appends their answers to a list.
func (c *CEL) Run(in cel.Activation, answers []Answer) ([]Answer, error) {
	for _, p := range c.programs {
		v, _, err := p.Eval(in)
		if err != nil {
			return nil, err
		}
		if list, ok := v.(traits.Lister); ok {
			n := int(list.Size().(types.Int))
			answers = append(answers, Answer{n > 0, n})
		} else {
			answers = append(answers, Answer{Departs: v == ref.Val(types.True)})
		}
	}
	return answers, nil
}

// Expr holds compiled programs of expr, and the machine that they share.
type Expr struct {
	programs []*vm.Program
	machine  vm.VM
}

// NewExpr compiles the checks.
func NewExpr(checks []Check, m Mode) (*Expr, error) {
	e := &Expr{}
	for _, check := range checks {
		p, err := expr.Compile(check.expr(m), expr.Env(View{})) // it optimises unless told not to
		if err != nil {
			return nil, fmt.Errorf("engines: %s: %w", check.Rule, err)
		}
		e.programs = append(e.programs, p)
	}
	return e, nil
}

// Run evaluates all programs and appends their answers to a list.
func (e *Expr) Run(in *View, answers []Answer) ([]Answer, error) {
	for _, p := range e.programs {
		v, err := e.machine.Run(p, in)
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case bool:
			answers = append(answers, Answer{Departs: v})
		case []any:
			answers = append(answers, Answer{len(v) > 0, len(v)})
		default:
			return nil, fmt.Errorf("engines: an expression returns %T", v)
		}
	}
	return answers, nil
}
