#include "checker/quantity/said_fractions.h"

#include "checker/quantity/number_parser.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

using Role = NumberRole;

// One document's words, as both functions look at them.
class SaidFraction {
 public:
  SaidFraction(const NumberTables& tables, const Document& document)
      : tables_(tables), document_(document) {}

  // "a part in a hundred", with no number before.
  std::optional<NumberReading> Part(uint32_t token) const {
    const auto part = WordAt(token, Role::kPartOf);
    if (!part) return std::nullopt;
    const auto below = Base(part->limit_token);
    if (!below || !EndsClause(below->limit_token)) return std::nullopt;
    NumberReading one;
    one.first_token = token;
    one.in_words = true;
    one.raw = document_.tokens[token].raw;
    one.value = 1;
    one.rules.push_back(tables_.words.rules().Id(part->rule));
    return Over(one, *below);
  }

  // What `number` becomes with the words behind it; nullopt: it stays.
  std::optional<NumberReading> After(const NumberReading& number) const {
    if (number.ordinal || number.vague || number.fraction || number.multiple ||
        number.decimal || !OnLine(document_, number.limit_token)) {
      return std::nullopt;
    }
    if (!NumberWords::MayStart(document_, number.limit_token)) {
      return std::nullopt;
    }
    if (const auto over = WordAt(number.limit_token, Role::kOver)) {
      if (!(number.value == Decimal(1))) return std::nullopt;
      const auto below = Read(over->limit_token);
      if (!below || below->ordinal || below->vague || below->fraction ||
          below->value <= Decimal(1) || below->proclitics != 0) {
        return std::nullopt;
      }
      if (!number.in_words && !below->in_words) return std::nullopt;
      return Over(number, *below);
    }
    if (!number.in_words) return std::nullopt;
    if (const auto part = WordAt(number.limit_token, Role::kPartOf)) {
      const auto below = Base(part->limit_token);
      if (below) return Mixed(number, *below);
    }
    return Decimals(number);
  }

 private:
  bool EndsClause(uint32_t token) const {
    return !OnLine(document_, token) ||
           document_.tokens[token].kind == TokenKind::kPunct;
  }
  std::optional<NumberWord> WordAt(uint32_t token, Role role) const {
    if (!OnLine(document_, token)) return std::nullopt;
    return tables_.words.Bare(document_, token, {role});
  }
  std::optional<NumberReading> Read(uint32_t token) const {
    if (!OnLine(document_, token)) return std::nullopt;
    return ParseNumber(tables_, document_, token, {}, 1);
  }

  // A ten, hundred, thousand … in words.
  std::optional<NumberReading> Base(uint32_t token) const {
    auto base = Read(token);
    if (!base || !base->in_words || base->ordinal || base->fraction ||
        base->vague) {
      return std::nullopt;
    }
    const Decimal reduced = base->value.Reduced();
    if (reduced.coefficient() != 1 || reduced.exponent() < 1) {
      return std::nullopt;
    }
    return base;
  }

  NumberReading Extend(const NumberReading& number, const NumberReading& below,
                       const Decimal& value) const {
    NumberReading out = number;
    out.value = value;
    out.limit_token = below.limit_token;
    out.raw.end = below.raw.end;
    out.has_scale = false;
    out.scale = 1;
    for (std::string_view rule : below.rules) out.rules.push_back(rule);
    return out;
  }

  std::optional<NumberReading> Over(const NumberReading& number,
                                    const NumberReading& below) const {
    const auto quotient = Divide(number.value, below.value, 16);
    if (!quotient) return std::nullopt;
    NumberReading out = Extend(number, below, *quotient);
    out.fraction = true;
    return out;
  }

  // 271 hundredths, said "two hundred and seventy-one of a hundred", are
  // 200.71: what fills the base is whole.
  std::optional<NumberReading> Mixed(const NumberReading& number,
                                     const NumberReading& below) const {
    const auto whole_number = number.value.ToInt64();
    const auto base = below.value.ToInt64();
    if (!whole_number || !base || *base <= 0) return std::nullopt;
    if (*whole_number < *base) return Over(number, below);
    const Decimal rest(*whole_number % *base);
    const auto part = Divide(rest, below.value);
    const auto sum =
        part ? Add(Decimal(*whole_number - *whole_number % *base), *part)
             : std::nullopt;
    if (!sum || rest.IsZero()) return std::nullopt;
    NumberReading out = Extend(number, below, *sum);
    out.decimal = true;
    return out;
  }

  // "seven and ninety-nine of a hundred": 7.99.
  std::optional<NumberReading> Decimals(const NumberReading& number) const {
    if (!number.value.IsInteger()) return std::nullopt;
    if (const auto of = WordAt(number.limit_token, Role::kOf)) {
      const auto below = Base(of->limit_token);
      if (!below || number.value <= below->value) return std::nullopt;
      return Mixed(number, *below);
    }
    uint32_t next = number.limit_token;
    uint16_t needed = kCliticAnd;
    if (const auto join = WordAt(next, Role::kJoin)) {
      next = join->limit_token;
      needed = 0;
    }
    const auto part = Read(next);
    if (!part || !part->in_words || part->ordinal || part->fraction ||
        part->vague || part->proclitics != needed) {
      return std::nullopt;
    }
    const auto of = WordAt(part->limit_token, Role::kOf);
    if (!of) return std::nullopt;
    const auto below = Base(of->limit_token);
    if (!below || part->value >= below->value) return std::nullopt;
    const auto tail = Divide(part->value, below->value);
    const auto sum = tail ? Add(number.value, *tail) : std::nullopt;
    if (!sum) return std::nullopt;
    NumberReading out = Extend(number, *below, *sum);
    out.decimal = true;
    return out;
  }

  const NumberTables& tables_;
  const Document& document_;
};

}  // namespace

std::optional<NumberReading> ReadBehind(const NumberTables& tables,
                                        const Document& document,
                                        const NumberReading& number) {
  return SaidFraction(tables, document).After(number);
}

std::optional<NumberReading> ReadPartOf(const NumberTables& tables,
                                        const Document& document,
                                        uint32_t token) {
  return SaidFraction(tables, document).Part(token);
}

}  // namespace crosscheck
