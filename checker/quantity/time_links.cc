#include "checker/quantity/time_links.h"

#include <cstddef>
#include <string_view>

namespace crosscheck {
namespace {

// 2014/2015, "2023/24": a season or a fiscal year.
bool EndsInNextYear(const TimeScan& scan, const DateParts& first) {
  const uint32_t at = first.limit_token;
  if (!first.year || first.month || first.day || first.quarter ||
      !scan.IsGlued(at, "/") || !scan.Has(at + 1) || !scan.At(at + 1).glued) {
    return false;
  }
  const int next = scan.Digits(at + 1, 4);
  const size_t size = scan.Text(at + 1).size();
  return (size == 2 && next == (*first.year + 1) % 100) ||
         (size == 4 && (next == *first.year + 1 || next == *first.year - 1));
}

// "27 and 28 January", يومي 27 و28 يناير: two days that follow each other.
std::optional<uint32_t> Consecutive(const TimeScan& scan,
                                    const DateParts& first) {
  uint32_t at = first.limit_token;
  const auto join = scan.RangeWord(at, "and");
  if (!join) return std::nullopt;
  const auto number = scan.Number(*join);
  if (!number || number->value != *first.day + 1) return std::nullopt;
  return join;
}

// "2014 or 2016"
std::optional<uint32_t> OtherYear(const TimeScan& scan,
                                  const DateParts& first) {
  if (!first.year || first.month || first.day || first.quarter ||
      first.season || first.fiscal) {
    return std::nullopt;
  }
  const auto either = scan.RangeWord(first.limit_token, "or");
  const auto year = either ? scan.ReadYear(*either) : std::nullopt;
  if (!year || year->words || year->value <= *first.year) return std::nullopt;
  return either;
}

// The token behind the word that joins: "to", "until", a dash, or "and" where
// "between" stands before the first end.
std::optional<uint32_t> LinkWord(const TimeScan& scan, uint32_t first,
                                 uint32_t at, RangeLink& link) {
  if (!scan.Has(at)) return std::nullopt;
  std::string_view pairs;
  for (uint32_t back = 1; back <= 3 && back <= first; ++back) {
    if (scan.At(first - back + 1).starts_line) break;
    uint32_t limit = first;
    // "between the 3rd and …", بين عامي 2019 و2021
    if (back > 1 && scan.Find(first - 1, TimeRole::kArticle, true)) {
      limit = first - 1;
    }
    for (const PhraseMatch& match :
         MatchPhrases(scan.rules().lexicon(), scan.document(), first - back,
                      KindBit(RuleKind::kRanges))) {
      if ((match.limit_token == first || match.limit_token == limit) &&
          scan.rules().Attribute(match.rule, "role") == "open") {
        pairs = scan.rules().Attribute(match.rule, "pairs_with");
        link.open_token = first - back;
      }
    }
    if (!pairs.empty()) break;
  }
  if (const auto to = scan.RangeWord(at, "to")) return to;
  if (const auto until = scan.Find(at, TimeRole::kBound);
      until && until->kind == "at_most" && until->value == 1) {
    return until->limit_token;
  }
  if (const auto mark = scan.RangeWord(at, "dash")) {
    link.dash = true;
    return mark;
  }
  if (pairs == "and") {
    if (const auto join = scan.RangeWord(at, "and")) return join;
    if (scan.HasProclitic(at, kCliticAnd)) return at;
  }
  return std::nullopt;
}

}  // namespace

RangeLink FindLink(const TimeScan& scan, uint32_t token,
                   const DateParts& first) {
  const uint32_t at = first.limit_token;
  RangeLink link;
  link.open_token = token;
  link.last_token = LinkWord(scan, token, at, link);
  if (!link.last_token && first.bare_day) {
    link.last_token = Consecutive(scan, first);
  }
  if (!link.last_token) link.last_token = OtherYear(scan, first);
  const bool moments = first.day && first.clock && scan.IsGlued(at, "/");
  if (!link.last_token && (EndsInNextYear(scan, first) || moments)) {
    link.last_token = at + 1;
  }
  return link;
}

std::optional<DateParts> ReadYearOfRange(const TimeScan& scan, uint32_t token) {
  const auto year = scan.ReadYear(token);
  if (!year || year->words || year->value < kFirstBareYear ||
      year->value > kLastBareYear) {
    return std::nullopt;
  }
  const uint32_t at = year->limit_token;
  if (scan.IsGlued(at, "/") || scan.IsGlued(at, "-")) {
    if (!scan.Has(at + 1)) return std::nullopt;
    const int next = scan.Digits(at + 1, 4);
    // 2016- 2018, but no other figures apart.
    if (!scan.At(at + 1).glued &&
        !(scan.IsGlued(at, "-") && scan.Text(at + 1).size() == 4 &&
          next > year->value && next <= kLastBareYear)) {
      return std::nullopt;
    }
    const size_t size = scan.Text(at + 1).size();
    const bool follows = size == 2 && next == (year->value + 1) % 100;
    const bool whole = size == 4 && next > year->value && next <= kLastBareYear;
    // 2018/2017, as a season is written from right to left.
    const bool turned =
        size == 4 && next == year->value - 1 && scan.IsGlued(at, "/");
    if (!follows && !whole && !turned) return std::nullopt;
  }
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = at;
  parts.year = year->value;
  parts.bare_year = true;
  return parts;
}

bool FitsRange(const DateParts& first, const DateParts& last) {
  const bool clock_only = first.clock && !first.HasDate();
  if (clock_only || (last.clock && !last.HasDate())) {
    return last.clock && first.clock;
  }
  if (first.bare_day) return last.day && (last.month || last.month_shift);
  if (last.bare_day) {
    if (first.day) return first.month.has_value() && *last.day <= 31;
    return first.year && !first.month && *last.day < 100;
  }
  if (last.bare_year) return first.year && *last.year >= *first.year;
  if (first.hijri != last.hijri) return false;
  if (first.same_period || last.same_period) return false;
  const bool first_day = first.day || first.weekday || first.day_shift;
  const bool last_day = last.day || last.weekday || last.day_shift;
  return first_day == last_day;
}

}  // namespace crosscheck
