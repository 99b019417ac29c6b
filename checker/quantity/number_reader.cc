#include "checker/quantity/number_reader.h"

#include "checker/quantity/number_parser.h"
#include "checker/quantity/number_text.h"
#include "checker/quantity/said_fractions.h"

namespace crosscheck {

struct NumberReader::Tables {
  explicit Tables(const Rulebook& rules) : numbers(rules) {}
  NumberTables numbers;
};

NumberReader::NumberReader(const Rulebook& rules)
    : tables_(std::make_shared<const Tables>(rules)) {}

const NumberWords& NumberReader::words() const {
  return tables_->numbers.words;
}

const Plurals& NumberReader::plurals() const {
  return tables_->numbers.plurals;
}

const WordSigns& NumberReader::signs() const { return tables_->numbers.signs; }

std::optional<NumberReading> NumberReader::ReadJoined(const Document& document,
                                                      uint32_t token) const {
  const auto word =
      words().First(document, token, {NumberRole::kJoinedFraction});
  if (!word) return std::nullopt;
  NumberReading part;
  part.first_token = token;
  part.limit_token = word->limit_token;
  part.value = word->value;
  part.fraction = part.in_words = true;
  part.proclitics = word->proclitics;
  part.raw = document.tokens[word->limit_token - 1].raw;
  part.rules.push_back(words().rules().Id(word->rule));
  return part;
}

bool NumberReader::IsDefinite(const Document& document, uint32_t token) const {
  return crosscheck::IsDefinite(tables_->numbers, document, token);
}

std::optional<NumberReading> NumberReader::ReadNew(
    const Document& document, uint32_t token, NumberContext context) const {
  auto number = ParseNumber(tables_->numbers, document, token, context);
  if (!number) return ReadPartOf(tables_->numbers, document, token);
  if (auto longer = ReadBehind(tables_->numbers, document, *number))
    return longer;
  return number;
}

std::optional<NumberReading> NumberReader::Read(const Document& document,
                                                uint32_t token,
                                                NumberContext context) const {
  // Most tokens asked about begin none, told by their word or their mark.
  if (!NumberWords::MayStart(document, token)) {
    const Token& first = document.tokens[token];
    const char mark = document.folded[first.begin];
    if (first.kind != TokenKind::kDigits && mark != '-' && mark != '+' &&
        mark != '.') {
      return std::nullopt;
    }
  }
  if (context.money || context.spoken || context.after_and ||
      context.after_comma) {
    return ReadNew(document, token, context);
  }
  if (!document.numbers) document.numbers = std::make_shared<ReadNumbers>();
  ReadNumbers::Slot& slot = document.numbers->At(token);
  if (slot.token != token) {
    slot.number = ReadNew(document, token, context);
    slot.token = token;
  }
  return slot.number;
}

}  // namespace crosscheck
