#include "checker/quantity/part_behind.h"

#include "checker/quantity/tokens.h"

namespace crosscheck {

// The part behind a unit: "3 miles and a half", ثلاثة أمتار ونصف, the unit
// maybe said again: ونصف المتر. What goes on is of something else: "3 miles and
// half of the road", ونصف المسافة.
std::optional<NumberReading> PartBehind::Read(const Document& document,
                                              const UnitReading& unit,
                                              uint32_t token) const {
  uint32_t at = token;
  const auto join = BareWord(words_, document, at, NumberRole::kJoin);
  const bool joined = join.has_value();
  if (join) at = join->limit_token;
  if (!OnLine(document, at) || !NumberWords::MayStart(document, at)) {
    return std::nullopt;
  }
  auto part = numbers_.Read(document, at);
  if (!part) part = numbers_.ReadJoined(document, at);  // لتر ونص
  if (!part || !part->fraction || !part->in_words || part->has_scale ||
      part->vague || part->value >= Decimal(1) ||
      part->proclitics != (joined ? 0 : kCliticAnd)) {
    return std::nullopt;
  }
  const uint32_t next = part->limit_token;
  if (!OnLine(document, next) || !IsWord(document, next)) return part;
  if (UnitReader::MayStart(document, next)) {
    if (const auto again = units_.Read(document, next, true)) {
      if (again->unit.id != unit.unit.id || again->is_dual) return std::nullopt;
      part->limit_token = again->limit_token;
      part->raw.end = document.tokens[again->limit_token - 1].raw.end;
      return part;
    }
  }
  if (BareWord(words_, document, next, NumberRole::kArticle) ||
      (joined && BareWord(words_, document, next, NumberRole::kOf))) {
    return std::nullopt;
  }
  if (numbers_.IsDefinite(document, next)) return std::nullopt;
  return part;
}

void PartBehind::AddTo(const Document& document, FigurePart& part) const {
  if (!part.unit || part.unit_first || part.hyphen_unit || part.number.vague ||
      part.number.fraction || !part.number.value.IsInteger() ||
      (part.unit->role != UnitRole::kUnit &&
       part.unit->role != UnitRole::kMoney)) {
    return;
  }
  const auto more = Read(document, *part.unit, part.limit_token);
  const auto sum =
      more ? Add(part.number.value, more->value) : std::optional<Decimal>();
  if (!sum) return;
  part.number.value = *sum;
  part.limit_token = part.number.limit_token = more->limit_token;
  part.raw.end = more->raw.end;
  part.number.rules.insert(part.number.rules.end(), more->rules.begin(),
                           more->rules.end());
}

}  // namespace crosscheck
