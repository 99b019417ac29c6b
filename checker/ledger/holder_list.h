#ifndef CROSSCHECK_CHECKER_LEDGER_HOLDER_LIST_H_
#define CROSSCHECK_CHECKER_LEDGER_HOLDER_LIST_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Sorted numbers of articles, each once, as bytes: the distance from one to the
// next, seven bits a byte.
//
//   PackHolders({3, 5, 300})   // 03 02 A7 02
std::string PackHolders(const std::vector<int64_t>& holders);
// Broken bytes give the numbers before the fault.
std::vector<int64_t> UnpackHolders(std::string_view bytes);

// Takes `removed` out, then puts `added` in. A number may be in both.
void ChangeHolders(const std::vector<int64_t>& added,
                   const std::vector<int64_t>& removed,
                   std::vector<int64_t>& holders);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_HOLDER_LIST_H_
