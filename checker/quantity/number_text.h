#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_TEXT_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_TEXT_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/plurals.h"
#include "checker/quantity/word_signs.h"

namespace crosscheck {

// What reading a number takes from the rules. Never changes; thread-safe.
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

// The text as one number sees it: tokens [first, limit) of a document, where a
// number goes on over no line's end and over no more than 48 tokens (no real
// number needs more, and hostile text could otherwise make every start read to
// the end). It knows words, not what was read of them: that is a PartialNumber.
// All must outlive it. Tokens past the limit may be asked about: nothing is
// there. Cost: one phrase a question.
//
//   "two million" at 0:  WordAt(1, {NumberRole::kScale})   // 1e6, limit 2
//   "two\nmillion":      WordAt(1, {NumberRole::kScale})   // nullopt
//   "five-year" at 0:    OpensCompound(1)                  // true
struct NumberText {
  NumberText(const NumberTables& tables, const Document& document,
             uint32_t token, NumberContext context, int depth)
      : tables(tables),
        document(document),
        first(token),
        limit(std::min<uint32_t>(static_cast<uint32_t>(document.tokens.size()),
                                 token + kMaxTokens)),
        context(context),
        depth(depth) {}

  static constexpr uint32_t kMaxTokens = 48;

  const NumberWords& words() const { return tables.words; }
  const Rulebook& rules() const { return tables.words.rules(); }

  // The first number word of one of the roles that starts at the token.
  std::optional<NumberWord> WordAt(uint32_t token, NumberRoles roles) const {
    if (token >= limit || !NumberWords::MayStart(document, token)) {
      return std::nullopt;
    }
    if (token > first && document.tokens[token].starts_line) {
      return std::nullopt;
    }
    return words().First(document, token, roles, limit);
  }
  bool OnLine(uint32_t token) const {
    return token < limit && !document.tokens[token].starts_line;
  }
  bool EndsLine(uint32_t token) const {
    return token >= document.tokens.size() ||
           document.tokens[token].starts_line;
  }
  bool IsText(uint32_t token, std::string_view text) const {
    return OnLine(token) && document.Folded(token) == text;
  }
  // A hyphen glued between the token and a word that is no number: "two-year".
  bool OpensCompound(uint32_t token) const;
  // "لغات", "طرق": an indefinite plural by its ending or by a rule.
  bool ShowsPlural(uint32_t token) const;
  // "mn", "bn"
  bool IsAbbreviation(uint32_t token) const;
  // Is the word a joined number (وثلاثة), or does it join the digits glued to
  // it (و400)?
  bool IsJoinedNumber(uint32_t token) const;

  const NumberTables& tables;
  const Document& document;
  const uint32_t first;
  const uint32_t limit;
  const NumberContext context;
  const int depth;  // how many numbers this one is read inside of
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_TEXT_H_
