#include "reports/wording/figure_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checker/model/decimal.h"

namespace crosscheck {
namespace {

struct Scale {
  int power;
  Phrase words;
};
constexpr Scale kScales[] = {
    {12, Phrase::kTrillion}, {9, Phrase::kBillion}, {6, Phrase::kMillion}};
// "1.234 million" reads well, "1.2345 million" less well than its digits.
constexpr int kMostPlaces = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Plain digits only: an exponent in a hostile run would print a page of zeros.
std::optional<Decimal> PlainDecimal(std::string_view text) {
  for (char c : text) {
    if (!IsDigit(c) && c != '.' && c != '-') return std::nullopt;
  }
  return Decimal::Parse(text);
}

std::string Grouped(const Decimal& value) {
  std::string digits = value.ToShortString();
  const size_t first = digits[0] == '-' ? 1 : 0;
  size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + 3) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

// A number as a mantissa and the scale word after it, if one serves.
struct Words {
  std::string mantissa;
  const Scale* scale = nullptr;
};

Words WordsOf(const Decimal& value) {
  for (const Scale& scale : kScales) {
    if (value.Abs() < Decimal(1, scale.power)) continue;
    const Decimal mantissa = value.Scaled(-scale.power).Reduced();
    if (mantissa.exponent() < -kMostPlaces) break;
    return {Grouped(mantissa), &scale};
  }
  return {Grouped(value)};
}

std::string Joined(const Words& words, const Phrasebook& book) {
  if (words.scale == nullptr) return words.mantissa;
  return book.Say(words.scale->words, {{"x", words.mantissa}});
}

// "1.15 to 1.25 billion": one scale word where both have it.
std::string RangeOf(std::string_view low, std::string_view high, Phrase pattern,
                    const Phrasebook& book) {
  const auto a = PlainDecimal(low), b = PlainDecimal(high);
  if (!a || !b) return book.Say(pattern, {{"low", low}, {"high", high}});
  const Words x = WordsOf(*a), y = WordsOf(*b);
  return book.Say(pattern,
                  {{"low", x.scale == y.scale ? x.mantissa : Joined(x, book)},
                   {"high", Joined(y, book)}});
}

std::string WithModality(const std::string& figure, std::string_view modality,
                         const Phrasebook& book) {
  constexpr std::pair<std::string_view, Phrase> kWords[] = {
      {"about", Phrase::kAbout},        {"at_least", Phrase::kAtLeast},
      {"at_most", Phrase::kAtMost},     {"more_than", Phrase::kMoreThan},
      {"less_than", Phrase::kLessThan},
  };
  for (const auto& [name, phrase] : kWords) {
    if (name == modality) return book.Say(phrase, {{"x", figure}});
  }
  return figure;
}

std::optional<Phrase> DurationPhrase(char letter, bool in_time) {
  switch (letter) {
    case 'Y':
      return Phrase::kYears;
    case 'W':
      return Phrase::kWeeks;
    case 'D':
      return Phrase::kDays;
    case 'H':
      return Phrase::kHours;
    case 'S':
      return Phrase::kSeconds;
    case 'M':
      return in_time ? Phrase::kMinutes : Phrase::kMonths;
    default:
      return std::nullopt;
  }
}

// "P1Y6M" -> "1 year 6 months"; anything unexpected as it is.
std::string DurationWords(std::string_view iso, const Phrasebook& book) {
  if (iso.size() < 2 || iso[0] != 'P') return std::string(iso);
  std::string out;
  bool in_time = false;
  size_t begin = 1;
  for (size_t at = 1; at < iso.size(); ++at) {
    const char c = iso[at];
    if (IsDigit(c) || c == '.') continue;
    if (c == 'T' && at == begin) {
      in_time = true;
      begin = at + 1;
      continue;
    }
    const std::string_view number = iso.substr(begin, at - begin);
    begin = at + 1;
    const auto phrase = DurationPhrase(c, in_time);
    if (number.empty() || !phrase) return std::string(iso);
    if (!out.empty()) out += book.Say(Phrase::kBetweenLengths);
    out += book.Count(*phrase, number);
  }
  return begin == iso.size() && !out.empty() ? out : std::string(iso);
}

// "year" -> years, months …
std::optional<Phrase> LengthPhrase(std::string_view unit) {
  constexpr std::pair<std::string_view, Phrase> kUnits[] = {
      {"year", Phrase::kYears},     {"month", Phrase::kMonths},
      {"week", Phrase::kWeeks},     {"day", Phrase::kDays},
      {"hour", Phrase::kHours},     {"minute", Phrase::kMinutes},
      {"second", Phrase::kSeconds},
  };
  for (const auto& [name, phrase] : kUnits) {
    if (name == unit) return phrase;
  }
  return std::nullopt;
}

std::string WithUnit(const std::string& number, std::string_view plain,
                     const ReportClaim& claim, const Phrasebook& book) {
  if (claim.kind == "ordinal") return number;
  if (claim.unit.empty()) {
    std::vector<std::string> names;
    for (const std::string& unit : claim.unit_candidates) {
      names.push_back(book.CurrencyName(unit, plain));
    }
    const std::string units = OneOf(names, book);
    return units.empty() ? number : number + " " + units;
  }
  if (claim.unit == "percent") {
    return book.Say(Phrase::kPercent, {{"x", number}});
  }
  if (claim.unit == "ratio") return number;
  if (claim.kind == "money") {
    return book.Say(
        Phrase::kMoney,
        {{"x", number}, {"currency", book.CurrencyName(claim.unit, plain)}});
  }
  if (claim.kind == "count") {
    const std::string_view many =
        book.Term(fmt::format("counted.{}", claim.unit));
    if (!many.empty()) {
      return book.Say(Phrase::kCounted,
                      {{"x", number},
                       {"noun", plain == "1" ? UnitWords(claim.unit, book)
                                             : std::string(many)}});
    }
    return book.Say(Phrase::kCountOf,
                    {{"x", number}, {"noun", UnitWords(claim.unit, book)}});
  }
  const auto length = LengthPhrase(claim.unit);
  if (length && number == plain) return book.Count(*length, plain);
  const std::string& name = book.UnitName(claim.unit, plain);
  return number + " " + (name.empty() ? UnitWords(claim.unit, book) : name);
}

}  // namespace

std::string OneOf(const std::vector<std::string>& names,
                  const Phrasebook& book) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      out += book.Say(i + 1 == names.size() ? Phrase::kOr : Phrase::kComma);
    }
    out += names[i];
  }
  return out;
}

std::string NumberWords(std::string_view decimal, const Phrasebook& book) {
  const auto value = PlainDecimal(decimal);
  return value ? Joined(WordsOf(*value), book) : std::string(decimal);
}

std::string UnitWords(std::string_view unit, const Phrasebook& book) {
  const std::string_view concept_name =
      book.Term(fmt::format("concept.{}", unit));
  if (!concept_name.empty()) return std::string(concept_name);
  const std::string& name = book.UnitName(std::string(unit), "");
  if (!name.empty()) return name;
  return std::string(unit);
}

std::string FigureWords(const ReportClaim& claim, const Phrasebook& book) {
  const std::string_view value = claim.value;
  const size_t slash = value.find('/');
  const bool is_range = slash != std::string_view::npos;
  if (claim.kind == "date") {
    if (!is_range) {
      return WithModality(book.DateWords(value), claim.modality, book);
    }
    return book.Say(Phrase::kRange,
                    {{"low", book.DateWords(value.substr(0, slash))},
                     {"high", book.DateWords(value.substr(slash + 1))}});
  }
  if (claim.kind == "duration") {
    if (!is_range) {
      return WithModality(DurationWords(value, book), claim.modality, book);
    }
    return book.Say(Phrase::kRange,
                    {{"low", DurationWords(value.substr(0, slash), book)},
                     {"high", DurationWords(value.substr(slash + 1), book)}});
  }
  if (claim.kind == "score") return claim.value;
  if (is_range) {
    const std::string_view high = value.substr(slash + 1);
    return WithUnit(RangeOf(value.substr(0, slash), high, Phrase::kRange, book),
                    high, claim, book);
  }
  if (!claim.value.empty()) {
    return WithModality(WithUnit(NumberWords(value, book), value, claim, book),
                        claim.modality, book);
  }
  if (!claim.low.empty() && !claim.high.empty()) {
    return WithUnit(RangeOf(claim.low, claim.high, Phrase::kRange, book),
                    claim.high, claim, book);
  }
  if (!claim.low.empty()) {
    return book.Say(Phrase::kAtLeast,
                    {{"x", WithUnit(NumberWords(claim.low, book), claim.low,
                                    claim, book)}});
  }
  if (!claim.high.empty()) {
    return book.Say(Phrase::kAtMost,
                    {{"x", WithUnit(NumberWords(claim.high, book), claim.high,
                                    claim, book)}});
  }
  return "";
}

std::string RangeWords(const ReportClaim& claim, const Phrasebook& book) {
  if (claim.kind == "date" || claim.kind == "score" || claim.value.empty() ||
      claim.value.find('/') != std::string::npos || claim.low.empty() ||
      claim.high.empty() || claim.low == claim.high) {
    return "";
  }
  return RangeOf(claim.low, claim.high,
                 claim.high_included ? Phrase::kRange : Phrase::kRangeUnder,
                 book);
}

std::string MetricWords(std::string_view metric, const Phrasebook& book) {
  const std::string_view name = book.Term(fmt::format("metric.{}", metric));
  if (!name.empty()) return std::string(name);
  // Deaths and injuries are of people, which goes without saying.
  constexpr std::string_view kOfPerson = " of person";
  if (metric.size() > kOfPerson.size() && metric.ends_with(kOfPerson)) {
    metric.remove_suffix(kOfPerson.size());
  }
  std::string out;
  for (size_t at = 0; at < metric.size();) {
    const size_t end = std::min(metric.find(' ', at), metric.size());
    const std::string_view word = metric.substr(at, end - at);
    if (!out.empty()) out.push_back(' ');
    out += word == "of" ? std::string(book.Say(Phrase::kMetricOf))
                        : book.TermOr("concept.", word);
    at = end + 1;
  }
  return out;
}

std::string FactWords(std::string_view subject, std::string_view metric,
                      const Phrasebook& book) {
  if (metric.empty()) return std::string(subject);
  if (subject.empty()) return MetricWords(metric, book);
  return fmt::format("{} · {}", subject, MetricWords(metric, book));
}

std::string QualifierWords(std::string_view qualifier, const Phrasebook& book) {
  const std::string_view stated = book.Term(fmt::format("scope.{}", qualifier));
  if (!stated.empty()) return std::string(stated);
  const size_t equals = qualifier.find('=');
  if (equals == std::string_view::npos) return MetricWords(qualifier, book);
  return fmt::format("{}: {}",
                     book.TermOr("axis.", qualifier.substr(0, equals)),
                     MetricWords(qualifier.substr(equals + 1), book));
}

std::string GroupedDigits(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string Counted(uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", GroupedDigits(number), noun,
                     number == 1 ? "" : "s");
}

}  // namespace crosscheck
