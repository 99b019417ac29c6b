#ifndef CROSSCHECK_CHECKER_QUANTITY_PARTIAL_NUMBER_H_
#define CROSSCHECK_CHECKER_QUANTITY_PARTIAL_NUMBER_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "checker/model/decimal.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_text.h"
#include "checker/quantity/number_words.h"

namespace crosscheck {

// Places of an open group that are filled.
inline constexpr int kUnitPlace = 1, kTenPlace = 2, kHundredPlace = 4,
                     kAllPlaces = 7;

// A number as far as it is read: a sum of closed groups (`total`: "two
// million") and the open group before the next scale (`group`: "three hundred
// and five"). Words are taken one by one; one whose places are filled already
// is not. All sums are exact; what does not fit 36 digits is not taken. Cost:
// no allocation but for a fifth rule.
//
//   "two million three hundred and five", word by word:
//     two       group 2, kUnitPlace
//     million   total 2000000, group empty, last_scale 1e6
//     three     group 3, kUnitPlace
//     hundred   group 300, kHundredPlace
//     and five  group 305, kHundredPlace | kUnitPlace; joined_unit 5
//     Finish    2000305
struct PartialNumber {
  // Takes a word that may follow what was read, by the places it fills;
  // `joined`: behind an "and". False when it may not follow.
  bool Take(const NumberText& text, const NumberWord& word,
            bool joined = false);

  // The same in parts. False: too many digits, or no place for it.
  bool AddToGroup(const Decimal& value);
  bool MultiplyGroup(const Decimal& value);
  // Multiplies the group by a scale and adds it to the total. Scales go down:
  // million, then thousand.
  bool CloseGroup(const Decimal& scale, bool joined);
  // The group is this, and whole: no word adds to it.
  void FillGroup(const Decimal& value) {
    group = value;
    has_group = true;
    filled = kAllPlaces;
  }

  // The word belongs to the number, whose values are the caller's business.
  void Use(const NumberText& text, const NumberWord& word) {
    rules.push_back(text.rules().Id(word.rule));
    GoTo(word.limit_token);
  }
  // Likewise for a number inside of this one.
  void Cover(const NumberReading& inner) {
    for (std::string_view rule : inner.rules) rules.push_back(rule);
    GoTo(inner.limit_token);
  }
  void GoTo(uint32_t limit_token) { at = end = limit_token; }

  // The number that was read, its rules moved away; nullopt where nothing was.
  std::optional<NumberReading> Finish(const NumberText& text);

  uint32_t at = 0;   // the token to go on with
  uint32_t end = 0;  // where what was taken ends: `at`, but behind a bare sign
  Decimal total = 0;
  Decimal group = 0;
  bool has_group = false;
  int filled = 0;                      // places of the group
  std::optional<Decimal> last_scale;   // the scale taken last
  std::optional<Decimal> vague_of;     // the "tens" of "tens of thousands"
  std::optional<Decimal> joined_unit;  // the unit last joined: "… and three"
  bool negative = false;
  bool in_words = false;
  bool by_digits = false;    // began with digits
  bool grouped = false;      // "1,200"
  bool decimal = false;      // "5.6"
  bool after_point = false;  // "five point six"
  bool fraction = false;
  bool multiple = false;
  bool ordinal = false;
  bool vague = false;
  bool few = false;
  bool has_scale = false;
  bool implied_one = false;
  uint16_t proclitics = 0;   // of the first word
  uint8_t prefix_bytes = 0;  // of the first word
  absl::InlinedVector<std::string_view, 4> rules;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_PARTIAL_NUMBER_H_
