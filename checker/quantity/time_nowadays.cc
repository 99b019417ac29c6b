#include "checker/quantity/time_nowadays.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kReach = 14;     // tokens either way
constexpr uint32_t kNounReach = 4;  // words of "today's long committee hearing"

enum class Sign { kNone, kDay, kNow };

// What the word at `t` says of a "today" whose tokens are [first, limit).
Sign SignOf(const TimeScan& scan, uint32_t t, uint32_t first) {
  if (scan.IsTold(t, /*perfect=*/true)) return Sign::kDay;
  if (!scan.HasKind(t, KindBit(RuleKind::kTime))) return Sign::kNone;
  Sign sign = Sign::kNone;
  for (const TimeWord& word : scan.Words(t)) {
    if (word.role == TimeRole::kNow) {
      // "has today announced"
      if (word.kind == "perfect" && word.limit_token == first) continue;
      return Sign::kNow;
    }
    if (word.role == TimeRole::kOnDay ||
        (word.role == TimeRole::kFuture && word.kind != "close")) {
      sign = Sign::kDay;
    }
  }
  return sign;
}

bool EndsClause(const TimeScan& scan, uint32_t t) {
  return scan.At(t).kind == TokenKind::kPunct && !scan.IsGlued(t, "-");
}

// "today's hearing", "today's long committee hearing"
bool IsOfDay(const TimeScan& scan, uint32_t token) {
  for (uint32_t t = token; t < token + kNounReach && scan.Has(t); ++t) {
    if (scan.Find(t, TimeRole::kOfDay)) return true;
    if (scan.At(t).kind != TokenKind::kWord ||
        scan.HasKind(t, KindBit(RuleKind::kStopwords))) {
      break;
    }
  }
  return false;
}

}  // namespace

bool MeansNowadays(const TimeScan& scan, const DateParts& parts) {
  const uint32_t first = parts.first_token, limit = parts.limit_token;
  if (limit != first + 1 || parts.clock || parts.daypart) return false;
  const auto day = scan.Find(first, TimeRole::kDay, true);
  if (!day || day->kind != "nowadays") return false;
  if (parts.suffix_bytes > 0) return !IsOfDay(scan, limit);
  for (TimeRole role : {TimeRole::kBound, TimeRole::kPart, TimeRole::kIn}) {
    if (scan.FindBefore(first, role)) return false;
  }
  // "on her big win today"
  if (scan.FindBefore(first, TimeRole::kOfDay)) return false;
  const auto& document = scan.document();
  const Sentence& sentence = document.sentences[SentenceOf(document, first)];
  const uint32_t from =
      std::max(sentence.first_token, first > kReach ? first - kReach : 0);
  const uint32_t to = std::min(sentence.limit_token, limit + kReach);
  // The clause first, then what is around it.
  for (const bool beyond : {false, true}) {
    for (uint32_t t = first; t-- > from;) {
      if (!beyond && EndsClause(scan, t)) break;
      if (const Sign sign = SignOf(scan, t, first); sign != Sign::kNone) {
        return sign == Sign::kNow;
      }
    }
    // "Today, it holds"
    uint32_t t = limit;
    if (first <= sentence.first_token + 2 && scan.IsComma(t)) ++t;
    for (; t < to; ++t) {
      if (!beyond && EndsClause(scan, t)) break;
      if (const Sign sign = SignOf(scan, t, first); sign != Sign::kNone) {
        return sign == Sign::kNow;
      }
    }
  }
  return true;
}

}  // namespace crosscheck
