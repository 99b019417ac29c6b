#include "checker/quantity/time_bounds.h"

#include <string_view>

#include "checker/quantity/modality_words.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// Does all of the date lie before the publication day?
bool IsOver(const Quantity& date, const std::optional<IsoDate>& published) {
  // Without a publication day what has a year is taken to be over.
  if (!published || !date.days.last) return true;
  return *date.days.last < *published->days.first;
}

// Does a word that denies stand among the five before `token`?
bool IsNegated(const TimeScan& scan, uint32_t token) {
  constexpr uint32_t kReach = 5;
  for (uint32_t back = 1; back <= kReach && back <= token; ++back) {
    if (scan.At(token - back + 1).starts_line) break;
    for (const PhraseMatch& match :
         MatchPhrases(scan.rules().lexicon(), scan.document(), token - back,
                      KindBit(RuleKind::kSentences))) {
      if (scan.rules().Attribute(match.rule, "role") == "negation") {
        return true;
      }
    }
  }
  return false;
}

// "destroyed by Monday's tornado", "scarred by the 2010 experience": what did
// it has the date, and "by" bounds none.
bool IsAgent(const TimeScan& scan, const TimeWord& by, uint32_t begin,
             bool article, const Quantity& date) {
  if (by.kind != "at_most" || by.value != 0 || begin + 1 != by.limit_token ||
      begin == 0 || scan.At(begin).starts_line || !scan.EndsAsTold(begin - 1)) {
    return false;
  }
  const uint32_t next = date.limit_token;
  return IsPossessive(scan.document(), next - 1) ||
         (article && date.granularity == Granularity::kYear && scan.Has(next) &&
          IsWord(scan.document(), next) &&
          !scan.HasKind(next, KindBit(RuleKind::kStopwords)));
}

}  // namespace

void SetBound(const TimeScan& scan, const std::optional<IsoDate>& published,
              uint32_t first, Quantity& out) {
  uint32_t at = first;
  if (at > 0 && !scan.At(at).starts_line && !scan.At(at - 1).starts_line) {
    if (const auto article = scan.Find(at - 1, TimeRole::kArticle, true)) {
      // "emboldened by a 2013 ruling": the ruling did it.
      const auto by = scan.FindBefore(at - 1, TimeRole::kBound);
      if (article->kind == "one" && by &&
          (by->kind == "at_most" || by->value == 2) &&
          out.granularity == Granularity::kYear) {
        return;
      }
      --at;
    }
  }
  uint32_t begin = at;
  const auto word = scan.FindBefore(at, TimeRole::kBound, &begin);
  if (!word || IsAgent(scan, *word, begin, at < first, out)) return;
  // "up 24% from the same month", "a letter from 2015": what was, unless it
  // is said to go on.
  const bool from = word->kind == "at_least" && word->value == 2;
  // "a transcript from Monday's show": the show's day.
  const bool whose = IsPossessive(scan.document(), out.limit_token - 1);
  if (from && (whose || IsOver(out, published))) return;
  out.modality = ModalityNamed(word->kind);
  // "did not begin until June": in June at the earliest.
  if (out.modality == Modality::kAtMost && word->value == 1 &&
      IsNegated(scan, begin)) {
    out.modality = Modality::kAtLeast;
  }
  out.rules.push_back(scan.Id(*word));
  out.first_token = begin;
  const Token& token = scan.At(begin);
  out.span.begin = token.raw.begin;
  if (word->prefix_bytes > 0 && Length(token.raw) == token.end - token.begin) {
    out.span.begin += word->prefix_bytes;
  }
}

}  // namespace crosscheck
