package finance

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// roundedQuotient returns n/d as a number of the given decimal exponent, rounded half to even. The
// decimal library's own division rounds to sixteen digits before one can round.
func roundedQuotient(n, d *big.Int, exponent int32) decimal.Decimal {
	quotient, rest := new(big.Int).QuoRem(n, d, new(big.Int))
	twice := new(big.Int).Abs(rest)
	twice.Lsh(twice, 1)
	order := twice.CmpAbs(d)
	if order > 0 || order == 0 && quotient.Bit(0) == 1 {
		away := int64(n.Sign() * d.Sign())
		quotient.Add(quotient, big.NewInt(away))
	}
	return decimal.NewFromBigInt(quotient, exponent)
}
