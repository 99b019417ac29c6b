#ifndef CROSSCHECK_CHECKER_QUANTITY_MODALITY_WORDS_H_
#define CROSSCHECK_CHECKER_QUANTITY_MODALITY_WORDS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The modality of this name ("at_least"); kExact where there is none.
Modality ModalityNamed(std::string_view name);

// A phrase of rules/<language>/modality.yaml beside a figure.
struct ModalityWord {
  Modality bound = Modality::kExact;  // kExact: it bounds nothing ("only")
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  uint32_t rule = 0;
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;  // clitics of its first token
};

// The words that loosen or bound a figure. Built once; thread-safe.
class ModalityWords {
 public:
  explicit ModalityWords(const Rulebook& rules);

  // The longest phrase of those that stand before a figure which ends right
  // before `token`, on its line; looks back at most six tokens.
  std::optional<ModalityWord> Before(const Document& document,
                                     uint32_t token) const;
  // The longest phrase of those that stand behind a figure at `token`.
  std::optional<ModalityWord> After(const Document& document,
                                    uint32_t token) const;
  // The token after the phrases before a figure that start at `token`:
  // "about" in "between 5 and about 7". `token` where there is none.
  uint32_t Skip(const Document& document, uint32_t token) const;

 private:
  struct Entry {
    Modality bound = Modality::kExact;
    bool before = true;
    bool known = false;
  };
  const Rulebook& rules_;
  RuleTable<Entry> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_MODALITY_WORDS_H_
