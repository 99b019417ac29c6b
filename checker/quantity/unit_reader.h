#ifndef CROSSCHECK_CHECKER_QUANTITY_UNIT_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_UNIT_READER_H_

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/unit.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What a unit or currency word does to the number by it.
enum class UnitRole : uint8_t {
  kUnit,     // a measure
  kPercent,  // percent, points, permille
  kFold,     // "fold", أضعاف: a ratio
  kMoney,    // a currency by name, code or symbol
  kMinor,    // a hundredth or thousandth of a currency
};

struct UnitReading {
  UnitRole role = UnitRole::kUnit;
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  Unit unit;
  Decimal share = 1;       // kMinor: of the major unit
  bool is_dual = false;    // the word itself says two
  bool is_symbol = false;  // stands before its number as well
  bool is_code = false;
  std::string_view rule;
};

// The units and currencies of the rules. Built once; thread-safe.
class UnitReader {
 public:
  explicit UnitReader(const Rulebook& rules);

  // The unit that starts at `token`; nullopt when none does. A word that is
  // both a currency and a measure ("pound") is a measure where
  // `prefer_measure`.
  std::optional<UnitReading> Read(const Document& document, uint32_t token,
                                  bool prefer_measure) const;
  static uint64_t Kinds() {
    return KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency);
  }

 private:
  struct Entry {
    UnitRole role = UnitRole::kUnit;
    Unit unit;
    Decimal share = 1;
    bool is_dual = false, is_symbol = false, is_code = false;
  };
  const Rulebook& rules_;
  std::unordered_map<uint32_t, Entry> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_UNIT_READER_H_
