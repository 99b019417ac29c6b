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
bool AnyBeside(const ClaimOfArticle& one, const Take& take) {
  const auto& claims = one.claims;
  for (size_t c = one.index; c-- > 0 && SameSentence(claims[c], one.claim());)
    if (take(claims[c])) return true;
  for (size_t c = one.index + 1;
       c < claims.size() && SameSentence(claims[c], one.claim()); ++c)
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

bool SameTally(const ClaimOfArticle& a, const ClaimOfArticle& b) {
  return AnyBeside(a, [&](const Claim& x) {
    if (x.quantity.kind != QuantityKind::kCount || !x.quantity.value ||
        x.quantity.vague) {
      return false;
    }
    return AnyBeside(b, [&](const Claim& y) {
      return y.quantity.kind == QuantityKind::kCount &&
             y.quantity.value == x.quantity.value && !y.quantity.vague &&
             (y.noun_key == x.noun_key || SharesFacet(x, y) ||
              IsTelling(*x.quantity.value));
    });
  });
}

bool SameTotal(const ClaimOfArticle& a, const ClaimOfArticle& b) {
  const auto larger =
      std::max(a.claim().quantity.value, b.claim().quantity.value);
  const auto is_total = [&](const Claim& whole, const Claim& part) {
    return whole.quantity.kind == QuantityKind::kCount && whole.varies &&
           whole.quantity.modality == Modality::kExact &&
           whole.quantity.value > larger && SharesFacet(whole, part) &&
           (part.noun_key == 0 || part.noun_key == whole.noun_key);
  };
  return std::any_of(a.claims.begin(), a.claims.end(), [&](const Claim& x) {
    return is_total(x, a.claim()) &&
           std::any_of(b.claims.begin(), b.claims.end(), [&](const Claim& y) {
             return is_total(y, b.claim()) &&
                    y.quantity.value == x.quantity.value;
           });
  });
}

std::string PartOf(const ClaimOfArticle& part, const Claim& whole) {
  const Quantity& one = part.claim().quantity;
  const Quantity& all = whole.quantity;
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
  if (!AnyBeside(part, take) && makes(sum)) {
    made = parts + " make " + sum.ToShortString();
  }
  return made;
}

}  // namespace crosscheck
