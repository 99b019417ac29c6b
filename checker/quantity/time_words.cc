#include "checker/quantity/time_words.h"

#include <algorithm>
#include <charconv>
#include <iterator>

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
    {"untold", TimeRole::kUntold},
    {"undone", TimeRole::kUndone},
    {"now", TimeRole::kNow},
    {"on_day", TimeRole::kOnDay},
    {"of_day", TimeRole::kOfDay},
    {"election", TimeRole::kElection},
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

// "11 2 0": in November of every second year, the even ones.
TimeWords::Election ElectionFrom(std::string_view text) {
  TimeWords::Election out;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (int* number : {&out.month, &out.every, &out.rest}) {
    while (at < end && *at == ' ') ++at;
    const auto read = std::from_chars(at, end, *number);
    if (read.ec != std::errc()) return {};
    at = read.ptr;
  }
  return out.every > 0 ? out : TimeWords::Election();
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

bool IsBesideDates(std::string_view role) {
  constexpr std::string_view kBeside[] = {
      "year_noun", "future", "clause", "told",   "untold",
      "undone",    "now",    "on_day", "of_day", "election"};
  return std::find(std::begin(kBeside), std::end(kBeside), role) !=
         std::end(kBeside);
}

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
      month_first_(rules.languages().size()),
      told_endings_(rules.languages().size()),
      elections_(rules.languages().size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    TimeWord& word = by_rule_[rule];
    const std::string_view role = rules.Attribute(rule, "role");
    if (role == "order" && rules.Language(rule) < month_first_.size()) {
      month_first_[rules.Language(rule)] =
          rules.Attribute(rule, "value") == "month day year";
    }
    if (role == "election" && rules.Language(rule) < elections_.size()) {
      elections_[rules.Language(rule)] =
          ElectionFrom(rules.Attribute(rule, "value"));
    }
    if (role == "told_ending" && rules.Language(rule) < told_endings_.size()) {
      for (std::string_view form : rules.Forms(rule)) {
        told_endings_[rules.Language(rule)].push_back(rules.fold().Fold(form));
      }
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
  for (uint32_t rule : rules.OfKind(RuleKind::kLetters)) {
    const std::string_view role = rules.Attribute(rule, "role");
    auto& list = role == "future"                            ? future_starts_
                 : rules.Attribute(rule, "place") == "whole" ? present_words_
                                                             : present_starts_;
    for (std::string_view form : rules.Forms(rule)) {
      list.push_back(rules.fold().Fold(form));
    }
  }
  for (const std::string& start : future_starts_) {
    if (shortest_start_ == 0 || start.size() < shortest_start_) {
      shortest_start_ = start.size();
    }
  }
}

bool TimeWords::BeginsFuture(const Document& document, uint32_t token) const {
  constexpr size_t kAtLeast = 4;  // bytes of two Arabic letters
  const std::string_view word = document.Folded(token);
  for (const std::string& start : future_starts_) {
    if (!word.starts_with(start) || word.size() < start.size() + kAtLeast) {
      continue;
    }
    // Without the joined "and": the longer starts have it, the present none.
    const std::string_view verb = word.substr(start.size() - shortest_start_);
    const auto begins = [&](const std::string& with) {
      return verb.starts_with(with);
    };
    return std::none_of(present_starts_.begin(), present_starts_.end(),
                        begins) &&
           std::find(present_words_.begin(), present_words_.end(), verb) ==
               present_words_.end();
  }
  return false;
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

bool TimeWords::EndsAsTold(const Document& document, uint32_t token) const {
  if (document.language_index >= told_endings_.size()) return false;
  const std::string_view word = document.Folded(token);
  for (const std::string& ending : told_endings_[document.language_index]) {
    // "red", "bed" are too short to tell
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
  }
  return false;
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
