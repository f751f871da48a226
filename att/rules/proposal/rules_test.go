package proposal_test

import (
	"attwork.example/att/check/checktest"
	"attwork.example/att/rules/proposal"
	"testing"
)

func TestRules(t *testing.T) {
	checktest.Rules(t, proposal.Rules(proposal.Options{}))
	checktest.Rules(t, proposal.Rules(proposal.Options{Reading: proposal.Apart}))
}
