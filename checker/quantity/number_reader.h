#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_READER_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "checker/model/decimal.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

class NumberWords;
class Plurals;
class WordSigns;

// A number alone, without unit or modality: digits, words, or both, with its
// scale ("5.6 million", "ثلاثة وعشرون ألفا", "1,200").
struct NumberReading {
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  // Bytes of Article::text; may begin inside the first token, after clitics.
  Span raw;
  Decimal value;
  bool in_words = false;
  bool ordinal = false;   // "third", "21st", "الثالث"
  bool multiple = false;  // "twice", "double": a ratio by itself
  bool vague = false;     // "thousands", "dozens": value is the least meant
  std::optional<Decimal> vague_limit;  // "several million": values below this
  bool fraction = false;               // "half", "1/50", "a third"
  bool implied_one = false;  // a scale word alone: "million" is one million
  bool has_scale = false;    // a million/billion word or letter stood by
  // The scale the number ends with ("5.6 million": 1e6); 1 where it ends
  // otherwise. In "5 to 7 million" it serves the first number too.
  Decimal scale = 1;
  bool grouped = false;     // digits in groups: "1,200"
  bool decimal = false;     // digits with a decimal mark
  uint16_t proclitics = 0;  // Clitic bits taken off the first token
  absl::InlinedVector<std::string_view, 4> rules;
};

// What stands around a number that decides how it is read.
struct NumberContext {
  bool money = false;   // a currency before it: "$5m" is no metres
  bool spoken = false;  // hundreds may be left unsaid: "one fifty" is 150
  // Behind a number and "and": "one and (a) quarter" needs no "of".
  bool after_and = false;
  // Behind a comma in a number in words; further commas are not its own.
  bool after_comma = false;
};

// The numbers asked about last in a Document (Document::numbers): the readers
// of dates, lengths and amounts ask of one token six times on average. Not
// thread-safe.
class ReadNumbers {
 public:
  struct Slot {
    uint32_t token = UINT32_MAX;
    std::optional<NumberReading> number;
  };
  Slot& At(uint32_t token) { return slots_[token % slots_.size()]; }

 private:
  std::array<Slot, 16> slots_;
};

// Reads numbers in digits and words of the document's language, by the rules
// of kinds numbers and scales. Pure; thread-safe after construction.
class NumberReader {
 public:
  explicit NumberReader(const Rulebook& rules);

  const NumberWords& words() const;
  const Plurals& plurals() const;
  const WordSigns& signs() const;
  // Does the token begin with a joined definite article ("ال")?
  bool IsDefinite(const Document& document, uint32_t token) const;

  // The longest number that starts at `token`; nullopt when none does. A
  // bare article ("a", "an") is no number.
  std::optional<NumberReading> Read(const Document& document, uint32_t token,
                                    NumberContext context = {}) const;
  // A fraction that is one only joined to a whole: the "نص" of "لتر ونص".
  std::optional<NumberReading> ReadJoined(const Document& document,
                                          uint32_t token) const;

 private:
  std::optional<NumberReading> ReadNew(const Document& document, uint32_t token,
                                       NumberContext context) const;
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_READER_H_
