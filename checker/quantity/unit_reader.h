#ifndef CROSSCHECK_CHECKER_QUANTITY_UNIT_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_UNIT_READER_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/unit.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What a unit or currency word does to the number by it.
enum class UnitRole : uint8_t {
  kNone,
  kUnit,         // a measure
  kPercent,      // percent, points, permille
  kFold,         // "fold", أضعاف: a ratio
  kTimes,        // "times": a ratio before a comparison, else a count
  kMoney,        // a currency by name, code or symbol
  kMinor,        // a hundredth or thousandth of a currency
  kPerOnly,      // a unit of time or the like, only behind "per"
  kPer,          // "per", "/"
  kPower,        // "squared", ²: behind a unit of length
  kPowerPrefix,  // "square", "cubic": before one
  kComparative,  // "as", "more": behind "times"
  kMark,         // the marks of feet and inches, only behind digits
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
  bool glued_only = false;     // too common a word to stand apart ("in", "p")
  bool after_scale = false;    // a common word but behind a scale ("won")
  bool alone = false;          // "a mile" is one mile
  bool before_number = false;  // "magnitude 6.5"
  bool counted = false;        // also another word: none by itself ("حصان")
  bool single = false;         // one letter: needs its digits right before it
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;
  std::string_view rule;
};

// The units and currencies of the rules. Built once; thread-safe.
class UnitReader {
 public:
  explicit UnitReader(const Rulebook& rules);

  // The unit that starts at `token`; nullopt when none does. A word that is
  // both a currency and a measure ("pound") is a measure where
  // `prefer_measure`. Units are put together: "square" and "meter", "meter"
  // and "squared", "kilogram" "per" "meter" "cubed"; a currency and the
  // country before or after it ("دنانير أردنية").
  std::optional<UnitReading> Read(const Document& document, uint32_t token,
                                  bool prefer_measure) const;

  static bool MayStart(const Document& document, uint32_t token) {
    return (document.tokens[token].starts & kStarts) != 0;
  }
  // The unit of the mark at `token`: ' and ".
  std::optional<UnitReading> ReadMark(const Document& document,
                                      uint32_t token) const;
  // The unit a smaller mark stands for that one of `unit` is twelve of, as a
  // foot is of inches; null where there is none.
  const Unit* TwelfthOf(const Unit& unit) const;

  // May a rule of kind units or currency stand first in a figure, before any
  // number? Currency signs and duals may.
  bool StartsFigure(uint32_t rule) const {
    const Entry& entry = by_rule_[rule];
    return entry.is_symbol || entry.is_dual || entry.alone || entry.before ||
           entry.role == UnitRole::kMoney || entry.role == UnitRole::kPercent;
  }
  // Is it a unit by name, of which one may be meant ("كيلومتر ونصف")?
  bool NamesUnit(uint32_t rule) const {
    return by_rule_[rule].role == UnitRole::kUnit && !by_rule_[rule].glued_only;
  }

 private:
  static constexpr uint64_t kStarts = KindBit(RuleKind::kUnits) |
                                      KindBit(RuleKind::kCurrency) |
                                      KindBit(RuleKind::kContext);
  struct Entry {
    UnitRole role = UnitRole::kNone;
    Unit unit;
    Decimal share = 1;
    int power = 0;
    bool is_dual = false, is_symbol = false, is_code = false;
    bool any_case = false, glued_only = false;
    bool after_scale = false, alone = false, before = false, counted = false;
    bool capital = false;  // a symbol of one letter is told by its case
  };
  struct Found {
    uint32_t rule = 0;
    uint32_t limit_token = 0;
    uint16_t proclitics = 0;
    uint8_t prefix_bytes = 0;
  };
  std::optional<Found> Match(const Document& document, uint32_t token,
                             bool prefer_measure) const;
  bool CodeStands(const Document& document, uint32_t token,
                  const Found& found) const;
  std::optional<Found> RoleAt(const Document& document, uint32_t token,
                              UnitRole role) const;
  std::optional<UnitReading> ReadSimple(const Document& document,
                                        uint32_t token,
                                        bool prefer_measure) const;
  void ApplyPower(UnitReading& reading, int power) const;
  void ReadPower(const Document& document, UnitReading& reading) const;
  void ReadSecondPower(const Document& document, UnitReading& reading) const;
  std::optional<UnitReading> ReadDensity(const Document& document,
                                         uint32_t token) const;
  void ReadPer(const Document& document, UnitReading& reading) const;
  std::optional<uint32_t> CountryAt(const Document& document, uint32_t token,
                                    const Unit& unit, std::string& code) const;

  const Rulebook& rules_;
  RuleTable<Entry> by_rule_;
  std::vector<Unit> marks_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_UNIT_READER_H_
