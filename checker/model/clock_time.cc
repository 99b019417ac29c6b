#include "checker/model/clock_time.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace crosscheck {
namespace {

constexpr int kDay = 24 * 60;

// "18:40": minutes; none where it is anything else.
std::optional<int> ReadMinutes(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  for (const size_t at : {0, 1, 3, 4}) {
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  }
  const int minutes = ((text[0] - '0') * 10 + text[1] - '0') * 60 +
                      (text[3] - '0') * 10 + text[4] - '0';
  return minutes < kDay ? std::optional(minutes) : std::nullopt;
}

int GrainOf(int minute) {
  for (const int grain : {60, 30, 15, 10, 5}) {
    if (minute % grain == 0) return grain;
  }
  return 1;
}

}  // namespace

std::optional<ClockTime> ClockOf(const Quantity& figure) {
  if (figure.kind != QuantityKind::kDate || IsSpan(figure)) {
    return std::nullopt;
  }
  std::string_view text = figure.iso;
  const size_t at = text.find('T');
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + 1);
  const auto minute = ReadMinutes(text);
  if (!minute) return std::nullopt;
  ClockTime out{*minute, std::nullopt, GrainOf(*minute),
                figure.approximate || figure.modality == Modality::kAbout};
  text.remove_prefix(5);
  if (text.size() >= 3 && text[0] == ':') text.remove_prefix(3);  // seconds
  if (text == "Z") out.zone = 0;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    const auto ahead = ReadMinutes(text.substr(1));
    if (ahead) out.zone = text[0] == '-' ? -*ahead : *ahead;
  }
  return out;
}

int MinutesApart(const ClockTime& a, const ClockTime& b) {
  const bool zoned = a.zone && b.zone;
  const int x = zoned ? a.minute - *a.zone : a.minute;
  const int y = zoned ? b.minute - *b.zone : b.minute;
  const int apart = std::abs(x - y) % kDay;
  return std::min(apart, kDay - apart);
}

bool Meets(const ClockTime& a, const ClockTime& b) {
  const int apart = MinutesApart(a, b);
  return apart == 0 || apart < std::max(a.Slack(), b.Slack());
}

}  // namespace crosscheck
