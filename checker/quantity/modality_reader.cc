#include "checker/quantity/modality_reader.h"

#include <algorithm>

#include "checker/quantity/phrase_before.h"

namespace crosscheck {
namespace {

// "About" allows five hundredths either side. The share the gold annotation of
// design/product.md works with.
const Decimal kAboutShare(5, -2);
constexpr uint32_t kChangeReach = 8;

bool IsBound(Modality m) {
  return m == Modality::kAtLeast || m == Modality::kAtMost ||
         m == Modality::kMoreThan || m == Modality::kLessThan;
}

Modality ModalityOf(std::string_view name) {
  for (int m = 0; m <= static_cast<int>(Modality::kRange); ++m) {
    if (ToString(static_cast<Modality>(m)) == name) {
      return static_cast<Modality>(m);
    }
  }
  return Modality::kExact;
}

Interval Widen(const Decimal& value, const Interval& exact) {
  const auto slack = Multiply(value.Abs(), kAboutShare);
  if (!slack) return exact;
  const auto low = Subtract(value, *slack), high = Add(value, *slack);
  if (!low || !high) return exact;
  Interval wide = Between(*low, *high);
  if (exact.low && *exact.low < *wide.low) wide.low = exact.low;
  if (exact.high && *exact.high > *wide.high) wide.high = exact.high;
  return wide;
}

}  // namespace

ModalityReader::ModalityReader(const Rulebook& rules) : rules_(rules) {
  for (uint32_t rule : rules.OfKind(RuleKind::kModality)) {
    by_rule_[rule] = {ModalityOf(rules.Attribute(rule, "bound")),
                      rules.Attribute(rule, "place") != "after"};
  }
}

void ModalityReader::Apply(const Document& document, uint32_t sentence_first,
                           Quantity& figure) const {
  Modality bound = Modality::kExact;
  bool about = false;
  // Before, stacked: the word nearest the figure first.
  for (int stacked = 0; stacked < 3; ++stacked) {
    const auto before = FindPhraseBefore(
        rules_, document, figure.first_token, RuleKind::kModality,
        [&](uint32_t rule) { return by_rule_.at(rule).before; });
    if (!before || before->first_token < sentence_first) break;
    const Modality said = by_rule_.at(before->rule).bound;
    if (said == Modality::kAbout) about = true;
    // "up to about 100" is about 100; "more than about 20" stays a bound.
    const bool loosened = about && said == Modality::kAtMost;
    if (IsBound(said) && bound == Modality::kExact && !loosened) bound = said;
    figure.first_token = before->first_token;
    const Token& first = document.tokens[before->first_token];
    figure.span.begin = first.raw.begin;
    if (before->prefix_bytes > 0 &&
        Length(first.raw) == first.end - first.begin) {
      figure.span.begin += before->prefix_bytes;
    }
    figure.rules.push_back(rules_.Id(before->rule));
  }
  // After: "or more", "على الأقل"; a counted noun may stand between.
  const uint32_t places[] = {figure.limit_token, figure.noun_limit_token,
                             figure.noun_first_token + 1};
  for (uint32_t at : places) {
    if (at < figure.limit_token || at >= document.tokens.size() ||
        document.tokens[at].starts_line) {
      continue;
    }
    bool found = false;
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document, at, KindBit(RuleKind::kModality))) {
      const Entry& entry = by_rule_.at(match.rule);
      if (entry.before || match.proclitics != 0) continue;
      if (entry.bound == Modality::kAbout) about = true;
      if (IsBound(entry.bound) && bound == Modality::kExact) {
        bound = entry.bound;
      }
      figure.limit_token = match.limit_token;
      figure.span.end = document.tokens[match.limit_token - 1].raw.end;
      figure.rules.push_back(rules_.Id(match.rule));
      found = true;
      break;
    }
    if (found) break;
  }
  figure.approximate = about;
  if (figure.kind == QuantityKind::kDate) {
    if (bound != Modality::kExact)
      figure.modality = bound;
    else if (about)
      figure.modality = Modality::kAbout;
    return;
  }
  if (figure.modality == Modality::kRange || !figure.value) return;
  if (figure.vague) return;
  const Decimal& value = *figure.value;
  switch (bound) {
    case Modality::kAtLeast:
      figure.range = AtLeast(value);
      break;
    case Modality::kAtMost:
      figure.range = AtMost(value);
      break;
    case Modality::kMoreThan:
      figure.range = MoreThan(value);
      break;
    case Modality::kLessThan:
      figure.range = LessThan(value);
      break;
    default:
      if (about) {
        figure.modality = Modality::kAbout;
        figure.range = Widen(value, figure.range);
      }
      break;
  }
  if (bound != Modality::kExact) figure.modality = bound;

  // The part in a change: the word right before, and the verb further back.
  Direction direction = Direction::kNone;
  ChangeRole role = ChangeRole::kNone;
  const uint32_t from = figure.first_token;
  for (uint32_t back = 1; back <= kChangeReach && back <= from; ++back) {
    const uint32_t t = from - back;
    if (t < sentence_first) break;
    for (const PhraseMatch& match : MatchPhrases(rules_.lexicon(), document, t,
                                                 KindBit(RuleKind::kRanges))) {
      const std::string_view word = rules_.Attribute(match.rule, "role");
      if (word == "up" && direction == Direction::kNone) {
        direction = Direction::kUp;
      } else if (word == "down" && direction == Direction::kNone) {
        direction = Direction::kDown;
      } else if (role == ChangeRole::kNone && match.limit_token == from) {
        if (word == "by") role = ChangeRole::kBy;
        if (word == "to") role = ChangeRole::kTo;
        if (word == "open" &&
            rules_.Attribute(match.rule, "pairs_with") == "to") {
          role = ChangeRole::kFrom;
        }
      }
    }
    if (direction != Direction::kNone) break;
  }
  if (direction == Direction::kNone) return;
  if (role == ChangeRole::kNone && figure.kind == QuantityKind::kPercent) {
    role = ChangeRole::kBy;
  }
  if (role != ChangeRole::kNone) {
    figure.change = role;
    figure.direction = direction;
  }
}

}  // namespace crosscheck
