#include "checker/quantity/modality_reader.h"

#include <algorithm>

#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// "About" allows five hundredths either side. The share the gold annotation of
// design/product.md works with.
const Decimal kAboutShare(5, -2);
constexpr int kMaxStacked = 4;
constexpr uint64_t kAmounts =
    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales);
constexpr uint32_t kChangeReach = 8;
// What stands behind an ordinal that stands alone: "the tenth but".
constexpr uint64_t kGoesOn =
    KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kRanges);

bool IsBound(Modality m) {
  return m == Modality::kAtLeast || m == Modality::kAtMost ||
         m == Modality::kMoreThan || m == Modality::kLessThan;
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

void Loosen(Modality modality, Quantity& figure) {
  const Decimal value = *figure.value;
  switch (modality) {
    case Modality::kAbout:
      figure.range = Widen(value, figure.range);
      break;
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
    case Modality::kExact:
    case Modality::kRange:
      return;
  }
  figure.modality = modality;
}

ModalityReader::ModalityReader(const Rulebook& rules,
                               const ModalityWords& words,
                               const NumberWords& numbers)
    : rules_(rules), words_(words), numbers_(numbers) {}

// "58 طفلا وأكثر من 40 امرأة": the words are of a longer phrase, which bounds
// the next figure.
bool ModalityReader::OpensNext(const Document& document, uint32_t token,
                               uint32_t limit) const {
  for (uint32_t t = token; t < limit; ++t) {
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document, t, KindBit(RuleKind::kModality))) {
      if (match.limit_token > limit && OnLine(document, match.limit_token) &&
          (IsDigits(document, match.limit_token) ||
           !numbers_.At(document, match.limit_token).empty())) {
        return true;
      }
    }
  }
  return false;
}

// Digits or a number word that is more than an article ("this").
bool ModalityReader::BeginsAmount(const Document& document,
                                  uint32_t token) const {
  if (IsDigits(document, token)) return true;
  if (!Starts(document, token, kAmounts)) return false;
  for (const NumberWord& word : numbers_.At(document, token)) {
    if (word.role != NumberRole::kDefinite &&
        word.role != NumberRole::kArticle) {
      return true;
    }
  }
  return false;
}

// Is there a word of time with one of these roles at `token`?
bool ModalityReader::IsOfTime(
    const Document& document, uint32_t token,
    std::initializer_list<std::string_view> roles) const {
  if (!OnLine(document, token) && token != 0) return false;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kTime))) {
    const std::string_view role = rules_.Attribute(match.rule, "role");
    if (match.limit_token == token + 1 &&
        std::find(roles.begin(), roles.end(), role) != roles.end()) {
      return true;
    }
  }
  return false;
}

// "cut $5 billion over 10 years", "over a three-day visit" are no bounds; "for
// over 10 years", "spent over a year" are.
bool ModalityReader::IsDuring(const Document& document, uint32_t sentence_first,
                              const Quantity& figure,
                              const ModalityWord& word) const {
  if (figure.kind != QuantityKind::kDuration ||
      word.bound != Modality::kMoreThan ||
      word.limit_token != word.first_token + 1 ||
      !IsOfTime(document, word.first_token, {"span"})) {
    return false;
  }
  const bool definite = word.limit_token < figure.first_token;
  const bool asked =
      word.first_token > sentence_first &&
      (IsOfTime(document, word.first_token - 1, {"span", "of", "bound"}) ||
       document.tokens[word.first_token - 1].kind == TokenKind::kPunct);
  return definite || !asked;
}

void ModalityReader::Apply(const Document& document, uint32_t sentence_first,
                           Quantity& figure) const {
  // "under the First Amendment", "up to the fourth floor"; but "higher than the
  // tenth". Arabic bounds them as it does days: "حتى السابع" (till the
  // seventh).
  const bool ordinal =
      figure.kind == QuantityKind::kOrdinal &&
      document.tokens[figure.limit_token - 1].script != Script::kArabic;
  if (ordinal && OnLine(document, figure.limit_token) &&
      (IsText(document, figure.limit_token, "-") ||
       (IsWord(document, figure.limit_token) &&
        !Starts(document, figure.limit_token, kGoesOn)))) {
    return;
  }
  Modality bound = Modality::kExact;
  bool about = false;
  // "over the past two years", "over the week of 5 May" are no bounds; "more
  // than two years ago" is.
  const bool year = figure.kind == QuantityKind::kDate &&
                    figure.limit_token == figure.first_token + 1 &&
                    document.Folded(figure.first_token).size() == 4;
  const bool placed_in_time =
      (figure.kind == QuantityKind::kDuration && figure.relative) ||
      (figure.kind == QuantityKind::kDate &&
       !BeginsAmount(document, figure.first_token)) ||
      // "below 2012 levels": the amount, not the year.
      year;
  // Before, stacked: the word nearest the figure first.
  uint32_t at = figure.first_token;
  for (int stacked = 0; stacked < kMaxStacked && at > sentence_first;
       ++stacked) {
    auto before = words_.Before(document, at);
    // "about a 3 percent chance", "more than the 40": an article between; but
    // "wrote about a 16-year-old clerk", "about the 1980 team".
    const bool compound = figure.kind == QuantityKind::kAge &&
                          IsText(document, figure.first_token + 1, "-");
    if (!before && !compound && !year && at - 1 > sentence_first &&
        OnLine(document, at)) {
      for (const NumberWord& word : numbers_.At(document, at - 1)) {
        if ((word.role == NumberRole::kArticle ||
             word.role == NumberRole::kDefinite) &&
            word.limit_token == at) {
          before = words_.Before(document, at - 1);
        }
      }
    }
    if (!before || before->first_token < sentence_first) break;
    // "talks about several towns", "about one town": neither takes an "about".
    const bool one = figure.kind == QuantityKind::kCount && figure.in_words &&
                     figure.value == Decimal(1);
    if (at == figure.first_token && before->bound == Modality::kAbout &&
        (one || (figure.vague && figure.modality == Modality::kRange))) {
      break;
    }
    if (placed_in_time && (before->bound == Modality::kMoreThan ||
                           before->bound == Modality::kLessThan)) {
      break;
    }
    if (IsDuring(document, sentence_first, figure, *before)) break;
    if (ordinal && before->limit_token == before->first_token + 1) break;
    at = before->first_token;
    figure.rules.push_back(rules_.Id(before->rule));
    if (before->bound == Modality::kExact) continue;
    if (before->bound == Modality::kAbout) about = true;
    // "up to about 100" is about 100; "more than about 20" stays a bound.
    const bool loosened = about && before->bound == Modality::kAtMost;
    if (IsBound(before->bound) && bound == Modality::kExact && !loosened) {
      bound = before->bound;
    }
    figure.first_token = at;
    const Token& first = document.tokens[at];
    figure.span.begin = first.raw.begin;
    if (before->prefix_bytes > 0 &&
        Length(first.raw) == first.end - first.begin) {
      figure.span.begin += before->prefix_bytes;
    }
  }
  // After: "or more", "على الأقل"; a counted noun may stand between.
  const uint32_t places[] = {figure.limit_token, figure.noun_limit_token,
                             figure.noun_first_token + 1};
  for (uint32_t place : places) {
    if (place < figure.limit_token) continue;
    const auto after = words_.After(document, place);
    if (!after || OpensNext(document, place, after->limit_token)) continue;
    figure.rules.push_back(rules_.Id(after->rule));
    if (after->bound == Modality::kExact) break;
    if (after->bound == Modality::kAbout) about = true;
    if (IsBound(after->bound) && bound == Modality::kExact) {
      bound = after->bound;
    }
    figure.limit_token = after->limit_token;
    figure.span.end = document.tokens[after->limit_token - 1].raw.end;
    break;
  }
  figure.approximate = about;
  if (figure.kind == QuantityKind::kDate) {
    if (bound != Modality::kExact) {
      figure.modality = bound;
    } else if (about) {
      figure.modality = Modality::kAbout;
    }
    return;
  }
  if (figure.modality == Modality::kRange || !figure.value || figure.vague) {
    return;
  }
  Loosen(bound == Modality::kExact && about ? Modality::kAbout : bound, figure);
}

ChangeReader::ChangeReader(const Rulebook& rules, const RangeWords& ranges)
    : rules_(rules), ranges_(ranges) {}

void ChangeReader::Apply(const Document& document, uint32_t sentence_first,
                         Quantity& figure) const {
  if (figure.kind == QuantityKind::kDate ||
      figure.kind == QuantityKind::kOrdinal ||
      figure.kind == QuantityKind::kScore ||
      figure.kind == QuantityKind::kAge) {
    return;
  }
  const uint32_t from = figure.first_token;
  ChangeRole role = ChangeRole::kNone;
  if (const auto word = ranges_.Before(
          document, from, {RangeRole::kBy, RangeRole::kTo, RangeRole::kFrom})) {
    role = word->role == RangeRole::kBy   ? ChangeRole::kBy
           : word->role == RangeRole::kTo ? ChangeRole::kTo
                                          : ChangeRole::kFrom;
  }
  for (uint32_t back = 1; back <= kChangeReach && back <= from; ++back) {
    const uint32_t t = from - back;
    if (t < sentence_first) return;
    const auto word =
        ranges_.At(document, t, {RangeRole::kUp, RangeRole::kDown});
    if (!word || word->limit_token > from) continue;
    // "rose 5 percent": the verb right before says by how much; "raised $5"
    // does not.
    const bool percent = figure.kind == QuantityKind::kPercent;
    if (role == ChangeRole::kNone &&
        (percent || (word->limit_token == from &&
                     rules_.Attribute(word->rule, "place") != "percent"))) {
      role = ChangeRole::kBy;
    }
    if (role == ChangeRole::kNone) return;
    figure.change = role;
    figure.direction =
        word->role == RangeRole::kUp ? Direction::kUp : Direction::kDown;
    return;
  }
}

}  // namespace crosscheck
