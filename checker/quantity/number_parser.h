#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_PARSER_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_PARSER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/model/decimal.h"
#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/plurals.h"
#include "checker/quantity/word_signs.h"

namespace crosscheck {

// What NumberParser knows of the rules.
struct NumberTables {
  explicit NumberTables(const Rulebook& rules);
  NumberTables(const NumberTables&) = delete;  // plurals look at signs

  NumberWords words;
  WordSigns signs;
  Plurals plurals;
  // The definite article where it is written joined ("ال", "لل").
  std::vector<std::string> definite_prefixes;
};

// Does the token begin with a joined definite article?
bool IsDefinite(const NumberTables& tables, const Document& document,
                uint32_t token);

// Reads one number, left to right, one word at a time. The state is a sum of
// closed groups (`total_`: "two million") and the open group before the next
// scale (`group_`: "three hundred and five"). A word is taken when the places
// it fills are free; the first that does not fit ends the number.
class NumberParser {
 public:
  NumberParser(const NumberTables& tables, const Document& document,
               uint32_t token, NumberContext context, int depth = 0);

  std::optional<NumberReading> Run();

 private:
  // Places of the open group that are filled.
  static constexpr int kUnits = 1, kTens = 2, kHundreds = 4, kAll = 7;

  std::optional<NumberWord> WordAt(uint32_t token, NumberRoles roles) const;
  bool OnLine(uint32_t token) const;
  bool IsText(uint32_t token, std::string_view text) const;
  // A hyphen glued between the token and a word that is no number: "two-year".
  bool OpensCompound(uint32_t token) const;
  bool EndsLine(uint32_t token) const;
  bool ShowsPlural(uint32_t token) const;
  bool IsAbbreviation(uint32_t token) const;
  void Use(const NumberWord& word);
  std::optional<NumberReading> Sub(uint32_t token,
                                   NumberContext context = {}) const;

  void ReadSign();
  bool StartDigits();
  void ReadMixedFraction();
  bool IsJoinedNumber(uint32_t token) const;
  bool StartWord();
  bool StartArticle(const NumberWord& article);
  bool TrySpelledDigits();

  bool Take(const NumberWord& word, bool joined = false);
  bool AddToGroup(const Decimal& value);
  bool CloseGroup(const Decimal& scale, bool joined);
  bool MultiplyGroup(const Decimal& value);

  void Continue();
  bool TakeScaleAfterVague();
  bool TryPoint();
  bool TryDenominator();
  bool TryOrdinalFraction();
  bool TryComma();
  bool TryJoin();
  bool TryJoinedDigits(uint32_t token, bool with_word);
  bool JoinFits(const NumberWord& word) const;
  bool TryJoinedFraction(uint32_t token, uint16_t needed_clitic);
  bool TryPlain();
  bool TakeScaleLetter(const NumberWord& word);
  bool TryOrdinalTail();
  std::optional<NumberReading> Finish();

  const NumberTables& tables_;
  const NumberWords& words_;
  const Document& document_;
  const uint32_t first_;
  uint32_t at_;
  uint32_t end_;
  uint32_t limit_ = 0;
  const NumberContext context_;
  const int depth_;

  Decimal total_ = 0;
  Decimal group_ = 0;
  bool has_group_ = false;
  int used_ = 0;
  std::optional<Decimal> last_scale_;
  std::optional<Decimal> vague_of_;
  std::optional<Decimal> joined_unit_;  // the unit last joined: "… and three"
  bool negative_ = false;
  bool in_words_ = false;
  bool by_digits_ = false;
  bool grouped_ = false;
  bool decimal_ = false;
  bool after_point_ = false;
  bool fraction_ = false;
  bool multiple_ = false;
  bool ordinal_ = false;
  bool vague_ = false;
  bool few_ = false;
  bool has_scale_ = false;
  bool implied_one_ = false;
  uint16_t proclitics_ = 0;
  uint8_t prefix_bytes_ = 0;
  absl::InlinedVector<std::string_view, 4> rules_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_PARSER_H_
