#include "checker/model/finding.h"

namespace crosscheck {
namespace {

constexpr std::string_view kVerdicts[] = {"agree", "compatible", "update",
                                          "conflict", "undecided"};
constexpr std::string_view kLevels[] = {"none", "note", "warning", "error"};
constexpr std::string_view kSeverities[] = {"none", "low", "medium", "high"};
constexpr std::string_view kStates[] = {"new", "known", "dismissed",
                                        "reopened"};

}  // namespace

std::string_view ToString(Verdict verdict) {
  return kVerdicts[static_cast<int>(verdict)];
}
std::string_view ToString(Level level) {
  return kLevels[static_cast<int>(level)];
}
std::string_view ToString(Severity severity) {
  return kSeverities[static_cast<int>(severity)];
}
std::string_view ToString(FindingState state) {
  return kStates[static_cast<int>(state)];
}

std::optional<Level> ParseLevel(std::string_view text) {
  for (int i = 0; i < 4; ++i) {
    if (kLevels[i] == text) return static_cast<Level>(i);
  }
  return std::nullopt;
}

}  // namespace crosscheck
