#include "checker/evaluate/value_match.h"

#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// One number and its letter from the front of an ISO duration.
struct Component {
  std::string_view number;
  char letter = 0;
};
std::optional<Component> TakeComponent(std::string_view& rest) {
  size_t n = 0;
  while (n < rest.size() && (IsDigit(rest[n]) || rest[n] == '.')) ++n;
  if (n == 0 || n == rest.size()) return std::nullopt;
  const Component out{rest.substr(0, n), rest[n]};
  rest.remove_prefix(n + 1);
  return out;
}

int64_t SecondsOf(char letter, bool in_time) {
  constexpr int64_t kDay = 86400;
  switch (letter) {
    case 'Y':
      return 365 * kDay;
    case 'M':
      return in_time ? 60 : 30 * kDay;
    case 'W':
      return 7 * kDay;
    case 'D':
      return kDay;
    case 'H':
      return 3600;
    case 'S':
      return 1;
    default:
      return 0;
  }
}

bool SameDays(const ReportClaim& claim, std::string_view gold) {
  const auto ends = SplitSlash(gold);
  const auto first = ParseIsoDate(ends.front());
  const auto last = ParseIsoDate(ends.back());
  return first && last && first->days.first && last->days.last &&
         claim.low == ToIsoDate(*first->days.first) &&
         claim.high == ToIsoDate(*last->days.last);
}

// Labellers write a clock time in hours, rounded: 6:16 is 6.27.
bool SameHours(std::string_view iso, std::string_view gold) {
  const auto minutes = ClockMinutes(iso);
  const auto hours = Decimal::Parse(gold);
  if (!minutes || !hours) return false;
  const auto wanted = Multiply(*hours, 60);
  const auto gap = wanted ? Subtract(*wanted, *minutes) : std::nullopt;
  return gap && gap->Abs() < Decimal(1);
}

bool SameEnds(std::string_view ours, std::string_view gold) {
  const auto a = SplitSlash(ours), b = SplitSlash(gold);
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!SameNumber(a[i], b[i])) return false;
  }
  return true;
}

bool SameDuration(std::string_view ours, std::string_view gold) {
  const auto seconds = DurationSeconds(ours);
  if (!seconds) return false;
  const auto wanted = DurationSeconds(gold);
  if (wanted) return *seconds == *wanted;
  return SameNumber(DurationCount(ours), gold);
}

}  // namespace

std::vector<std::string_view> SplitSlash(std::string_view text) {
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {text};
  return {text.substr(0, slash), text.substr(slash + 1)};
}

bool SameNumber(std::string_view a, std::string_view b) {
  const auto x = Decimal::Parse(a), y = Decimal::Parse(b);
  if (!x || !y) return false;
  if (*x == *y) return true;
  if (x->IsInteger() || y->IsInteger()) return false;
  const auto is_long = [](const Decimal& value) {
    const Decimal reduced = value.Reduced();
    return !(reduced.RoundedTo(kQuotientDigits) == reduced);
  };
  return is_long(*x) && is_long(*y) &&
         x->RoundedTo(kQuotientDigits) == y->RoundedTo(kQuotientDigits);
}

std::optional<Decimal> DurationSeconds(std::string_view iso) {
  const bool negative = !iso.empty() && iso.front() == '-';
  if (negative) iso.remove_prefix(1);
  if (iso.empty() || iso.front() != 'P') return std::nullopt;
  iso.remove_prefix(1);
  Decimal total = 0;
  bool in_time = false, any = false;
  while (!iso.empty()) {
    if (iso.front() == 'T' && !in_time) {
      in_time = true;
      iso.remove_prefix(1);
      continue;
    }
    const auto component = TakeComponent(iso);
    if (!component) return std::nullopt;
    const auto number = Decimal::Parse(component->number);
    const int64_t unit = SecondsOf(component->letter, in_time);
    if (!number || unit == 0) return std::nullopt;
    const auto part = Multiply(*number, unit);
    const auto sum = part ? Add(total, *part) : std::nullopt;
    if (!sum) return std::nullopt;
    total = *sum;
    any = true;
  }
  if (!any) return std::nullopt;
  return negative ? total.Negated() : total;
}

std::string_view DurationCount(std::string_view iso) {
  if (!iso.empty() && iso.front() == '-') iso.remove_prefix(1);
  if (iso.empty() || iso.front() != 'P') return {};
  iso.remove_prefix(1);
  if (!iso.empty() && iso.front() == 'T') iso.remove_prefix(1);
  const auto component = TakeComponent(iso);
  return component && iso.empty() ? component->number : std::string_view();
}

std::optional<int> ClockMinutes(std::string_view iso) {
  const size_t mark = iso.find('T');
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view clock = iso.substr(mark + 1);
  const auto two = [&](size_t at) -> std::optional<int> {
    if (clock.size() < at + 2) return std::nullopt;
    const char tens = clock[at], ones = clock[at + 1];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') {
      return std::nullopt;
    }
    return (tens - '0') * 10 + (ones - '0');
  };
  const auto hours = two(0);
  if (!hours) return std::nullopt;
  const auto minutes = clock.size() > 2 && clock[2] == ':' ? two(3) : 0;
  return *hours * 60 + minutes.value_or(0);
}

bool ReadsAs(const ReportClaim& claim, std::string_view gold) {
  if (gold.empty()) return false;
  if (claim.value == gold) return true;
  if (claim.kind == "date" &&
      (SameDays(claim, gold) || SameHours(claim.value, gold))) {
    return true;
  }
  if (SameEnds(claim.value, gold) || SameDuration(claim.value, gold)) {
    return true;
  }
  if (claim.modality == "range" || claim.value.empty()) {
    const auto ends = SplitSlash(gold);
    return ends.size() == 2
               ? SameNumber(claim.low, ends[0]) &&
                     SameNumber(claim.high, ends[1])
               : SameNumber(claim.low, gold) || SameNumber(claim.high, gold);
  }
  return false;
}

}  // namespace crosscheck
