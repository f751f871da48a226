package proposal_test
import ("testing";"attwork.example/att/rules/proposal";"attwork.example/att/check/checktest")
func TestRules(t *testing.T){ checktest.Rules(t, proposal.Rules(proposal.Options{})); checktest.Rules(t, proposal.Rules(proposal.Options{Reading: proposal.Apart})) }
