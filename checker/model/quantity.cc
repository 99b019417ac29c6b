#include "checker/model/quantity.h"

namespace crosscheck {
namespace {

constexpr std::string_view kKinds[] = {
    "money", "count",    "percent", "ratio", "quantity",
    "date",  "duration", "ordinal", "age",   "score"};
constexpr std::string_view kModalities[] = {
    "exact", "about", "at_least", "at_most", "more_than", "less_than", "range"};

}  // namespace

std::string_view ToString(QuantityKind kind) {
  return kKinds[static_cast<int>(kind)];
}
std::string_view ToString(Modality modality) {
  return kModalities[static_cast<int>(modality)];
}

std::string ValueText(const Quantity& quantity) {
  if (!quantity.iso.empty()) return quantity.iso;
  if (quantity.kind == QuantityKind::kDate) return "";
  if (quantity.value) return quantity.value->ToString();
  if (quantity.range.low && quantity.range.high) {
    return quantity.range.low->ToString() + "/" +
           quantity.range.high->ToString();
  }
  return "";
}

}  // namespace crosscheck
