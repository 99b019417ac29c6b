#ifndef CROSSCHECK_CHECKER_LEDGER_CLAIM_KEYS_H_
#define CROSSCHECK_CHECKER_LEDGER_CLAIM_KEYS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/model/claim.h"

namespace crosscheck {

// Keys a person's question finds articles by: who a claim is about, by name or
// as printed, and what value it gives. Stored, so the same for ever.
uint64_t SubjectKey(std::string_view name);  // letter case does not count
uint64_t ValueKey(const Quantity& quantity);

// All of an article's, sorted, each once.
std::vector<uint64_t> ClaimKeysOf(const std::vector<Claim>& claims);

// A key of any other text ("document", "https://…"), for finding_key.
uint64_t TextKey(std::string_view kind, std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_CLAIM_KEYS_H_
