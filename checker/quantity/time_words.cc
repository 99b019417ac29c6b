#include "checker/quantity/time_words.h"

#include <algorithm>
#include <charconv>

namespace crosscheck {
namespace {

constexpr std::pair<std::string_view, TimeRole> kRoles[] = {
    {"month", TimeRole::kMonth},
    {"weekday", TimeRole::kWeekday},
    {"weekdays", TimeRole::kWeekdays},
    {"closest", TimeRole::kClosest},
    {"unit", TimeRole::kUnit},
    {"day", TimeRole::kDay},
    {"this", TimeRole::kThis},
    {"last", TimeRole::kLast},
    {"next", TimeRole::kNext},
    {"that", TimeRole::kThat},
    {"same", TimeRole::kSame},
    {"part", TimeRole::kPart},
    {"season", TimeRole::kSeason},
    {"decade", TimeRole::kDecade},
    {"decade_mark", TimeRole::kDecadeMark},
    {"hour_mark", TimeRole::kHourMark},
    {"quarter_mark", TimeRole::kQuarterMark},
    {"half_mark", TimeRole::kHalfMark},
    {"fiscal", TimeRole::kFiscal},
    {"era", TimeRole::kEra},
    {"ago", TimeRole::kAgo},
    {"later", TimeRole::kLater},
    {"of", TimeRole::kOf},
    {"in", TimeRole::kIn},
    {"year_noun", TimeRole::kYearNoun},
    {"span", TimeRole::kSpan},
    {"bound", TimeRole::kBound},
    {"article", TimeRole::kArticle},
    {"filler", TimeRole::kFiller},
    {"daypart", TimeRole::kDaypart},
    {"oclock", TimeRole::kOclock},
    {"clock", TimeRole::kClock},
    {"clock_time", TimeRole::kClockTime},
    {"at", TimeRole::kAt},
    {"zone", TimeRole::kZone},
    {"past", TimeRole::kPast},
    {"to", TimeRole::kTo},
    {"age_before", TimeRole::kAgeBefore},
    {"age_close", TimeRole::kAgeClose},
    {"clause", TimeRole::kClause},
    {"event", TimeRole::kEvent},
    {"age_after", TimeRole::kAgeAfter},
    {"future", TimeRole::kFuture},
    {"weekend", TimeRole::kWeekend},
    {"period", TimeRole::kPeriod},
    {"holiday", TimeRole::kHoliday},
    {"whose", TimeRole::kWhose},
    {"told", TimeRole::kTold},
};

constexpr std::string_view kUnits[] = {
    "second", "minute",    "hour",    "night",     "day",    "weekend",
    "week",   "fortnight", "month",   "quarter",   "season", "half",
    "year",   "decade",    "century", "millennium"};

constexpr std::pair<std::string_view, int> kParts[] = {
    {"start", 1}, {"early", 2}, {"middle", 3}, {"late", 4},
    {"end", 5},   {"rest", 6},  {"so far", 7}};

constexpr std::string_view kDualOf = "dual of";

constexpr std::pair<std::string_view, int> kEras[] = {
    {"ad", 1}, {"bc", -1}, {"hijri", 2}};

int ValueOf(TimeRole role, std::string_view text) {
  if (role == TimeRole::kUnit) {
    for (size_t u = 0; u < std::size(kUnits); ++u) {
      if (kUnits[u] == text) return static_cast<int>(u);
    }
  }
  if (role == TimeRole::kPart) {
    for (const auto& [name, value] : kParts) {
      if (name == text) return value;
    }
  }
  if (role == TimeRole::kEra) {
    for (const auto& [name, value] : kEras) {
      if (name == text) return value;
    }
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// How many bytes after the word were taken off for a phrase of one token: 0
// where it stands whole, those of a possessive mark ("year's"); nullopt where
// letters were taken off, which makes another word (شهرة is no شهر).
std::optional<uint8_t> SuffixOf(const Lexicon& lexicon,
                                const Document& document, uint32_t token,
                                uint8_t prefix_bytes) {
  std::optional<uint8_t> found;
  const std::string_view text = document.Folded(token);
  const Token& t = document.tokens[token];
  for (int r = 0; r < t.reading_count; ++r) {
    const WordReading& reading = t.readings[r];
    if (reading.prefix_bytes != prefix_bytes ||
        (lexicon.KindsStartingWith(reading.word) & KindBit(RuleKind::kTime)) ==
            0) {
      continue;
    }
    if (reading.suffix_bytes == 0) return 0;
    if (text[text.size() - reading.suffix_bytes] == '\'') {
      found = reading.suffix_bytes;
    }
  }
  return found;
}

}  // namespace

std::string_view ToString(TimeUnit unit) {
  return kUnits[static_cast<size_t>(unit)];
}

std::optional<TimeUnit> UnitNamed(std::string_view name) {
  for (size_t u = 0; u < std::size(kUnits); ++u) {
    if (kUnits[u] == name) return static_cast<TimeUnit>(u);
  }
  return std::nullopt;
}

TimeWords::TimeWords(const Rulebook& rules)
    : rules_(rules),
      by_rule_(rules, {RuleKind::kTime}),
      month_first_(rules.languages().size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    TimeWord& word = by_rule_[rule];
    const std::string_view role = rules.Attribute(rule, "role");
    if (role == "order" && rules.Language(rule) < month_first_.size()) {
      month_first_[rules.Language(rule)] =
          rules.Attribute(rule, "value") == "month day year";
    }
    for (const auto& [name, value] : kRoles) {
      if (name == role) word.role = value;
    }
    word.value = static_cast<int16_t>(
        ValueOf(word.role, rules.Attribute(rule, "value")));
    word.kind = rules.Attribute(rule, "kind");
    word.weak = word.kind == "weak";
    word.dual = word.kind == "dual" || word.kind == kDualOf;
    word.hijri = rules.Attribute(rule, "calendar") == "hijri";
    const std::string_view place = rules.Attribute(rule, "place");
    if (place == "before") word.place = TimePlace::kBefore;
    if (place == "after") word.place = TimePlace::kAfter;
    word.rule = rule;
    roles_.Add(rules, rule, word.role);
  }
}

std::optional<TimeWord> TimeWords::Word(const Document& document,
                                        uint32_t token,
                                        const PhraseMatch& match) const {
  TimeWord word = by_rule_[match.rule];
  word.limit_token = match.limit_token;
  word.proclitics = match.proclitics;
  word.prefix_bytes = match.prefix_bytes;
  if (match.limit_token == token + 1) {
    const auto suffix =
        SuffixOf(rules_.lexicon(), document, token, match.prefix_bytes);
    if (!suffix) return std::nullopt;
    // الشهري is no "two months of": what is of something has no article.
    if (word.kind == kDualOf && (word.proclitics & kCliticThe) != 0) {
      return std::nullopt;
    }
    word.suffix_bytes = *suffix;
    word.proclitics &= ~kCliticPossessive;
  }
  return word;
}

absl::InlinedVector<TimeWord, 4> TimeWords::At(const Document& document,
                                               uint32_t token) const {
  absl::InlinedVector<TimeWord, 4> words;
  if (token >= document.tokens.size()) return words;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kTime))) {
    if (by_rule_[match.rule].role == TimeRole::kNone) continue;
    if (const auto word = Word(document, token, match)) words.push_back(*word);
  }
  return words;
}

absl::InlinedVector<TimeWord, 4> TimeWords::At(const Document& document,
                                               uint32_t token,
                                               TimeRoles roles) const {
  if (!MayPlay(document, token, roles)) return {};
  absl::InlinedVector<TimeWord, 4> words = At(document, token);
  words.erase(std::remove_if(
                  words.begin(), words.end(),
                  [&](const TimeWord& word) { return !roles.Has(word.role); }),
              words.end());
  return words;
}

}  // namespace crosscheck
