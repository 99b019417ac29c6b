#include "checker/link/tallies.h"

#include <algorithm>
#include <optional>

namespace crosscheck {

bool SameSentence(const Claim& a, const Claim& b) {
  return a.article == b.article && a.sentence == b.sentence;
}

namespace {

// Calls take(claim) for the other claims of its sentence; stops when true.
template <typename Take>
bool AnyBeside(absl::Span<const Claim> claims, uint32_t claim,
               const Take& take) {
  for (uint32_t c = claim; c-- > 0 && SameSentence(claims[c], claims[claim]);)
    if (take(claims[c])) return true;
  for (uint32_t c = claim + 1;
       c < claims.size() && SameSentence(claims[c], claims[claim]); ++c)
    if (take(claims[c])) return true;
  return false;
}

// Not small and not round: hardly the same by chance.
bool IsTelling(const Decimal& value) {
  return value >= Decimal(20) && value.Reduced().exponent() <= 0;
}

bool SharesFacet(const Claim& x, const Claim& y) {
  return std::any_of(x.facets.begin(), x.facets.end(), [&](const Facet& p) {
    return std::any_of(y.facets.begin(), y.facets.end(), [&](const Facet& q) {
      return p.axis == q.axis && p.value == q.value;
    });
  });
}

}  // namespace

bool SameTally(absl::Span<const Claim> claims, uint32_t a, uint32_t b) {
  return AnyBeside(claims, a, [&](const Claim& x) {
    if (x.quantity.kind != QuantityKind::kCount || !x.quantity.value ||
        x.quantity.vague) {
      return false;
    }
    return AnyBeside(claims, b, [&](const Claim& y) {
      return y.quantity.kind == QuantityKind::kCount &&
             y.quantity.value == x.quantity.value && !y.quantity.vague &&
             (y.noun_key == x.noun_key || SharesFacet(x, y) ||
              IsTelling(*x.quantity.value));
    });
  });
}

bool SameTotal(absl::Span<const Claim> claims, uint32_t a, uint32_t b,
               absl::Span<const uint32_t> of_article_a,
               absl::Span<const uint32_t> of_article_b) {
  const auto larger =
      std::max(claims[a].quantity.value, claims[b].quantity.value);
  const auto is_total = [&](const Claim& whole, const Claim& part) {
    return whole.quantity.kind == QuantityKind::kCount && whole.varies &&
           whole.quantity.modality == Modality::kExact &&
           whole.quantity.value > larger && SharesFacet(whole, part) &&
           (part.noun_key == 0 || part.noun_key == whole.noun_key);
  };
  return std::any_of(of_article_a.begin(), of_article_a.end(), [&](uint32_t x) {
    return is_total(claims[x], claims[a]) &&
           std::any_of(
               of_article_b.begin(), of_article_b.end(), [&](uint32_t y) {
                 return is_total(claims[y], claims[b]) &&
                        claims[y].quantity.value == claims[x].quantity.value;
               });
  });
}

std::string PartOf(absl::Span<const Claim> claims, uint32_t part,
                   uint32_t whole) {
  const Quantity& one = claims[part].quantity;
  const Quantity& all = claims[whole].quantity;
  if (one.kind != QuantityKind::kCount && one.kind != QuantityKind::kMoney) {
    return "";
  }
  if (!one.value || !all.value || one.unit.id.empty() != all.unit.id.empty() ||
      *one.value >= *all.value) {
    return "";
  }
  const auto makes = [&](const Decimal& value) {
    return value == *all.value ||
           (all.range.low && all.range.high && Holds(all.range, value));
  };
  std::string made;
  Decimal sum = *one.value;
  std::string parts = one.value->ToShortString();
  const auto take = [&](const Claim& other) {
    if (other.quantity.kind != one.kind || !other.quantity.value ||
        (one.kind == QuantityKind::kMoney &&
         other.quantity.unit.id != one.unit.id)) {
      return false;
    }
    const std::string and_other =
        " and " + other.quantity.value->ToShortString();
    const auto two = Add(*one.value, *other.quantity.value);
    if (two && makes(*two)) {
      made = one.value->ToShortString() + and_other + " make " +
             two->ToShortString();
      return true;
    }
    if (const auto more = Add(sum, *other.quantity.value)) sum = *more;
    parts += and_other;
    return false;
  };
  if (!AnyBeside(claims, part, take) && makes(sum)) {
    made = parts + " make " + sum.ToShortString();
  }
  return made;
}

}  // namespace crosscheck
