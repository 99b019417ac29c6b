// What was accepted.
#include <algorithm>
#include <string>

#include "checker/ledger/ledger_parts.h"

namespace crosscheck {

absl::Status Ledger::AddFinding(std::string_view state, std::string_view rule,
                                std::string_view line,
                                absl::Span<const uint64_t> keys) {
  return InTransaction([&]() -> absl::Status {
    std::optional<int64_t> number;
    auto done = statements_->Each(
        "INSERT INTO finding(state, rule, line) VALUES(?, ?, ?) "
        "ON CONFLICT(line) DO NOTHING RETURNING id",
        [&](Statement& s) { s.Bind(0, state).Bind(1, rule).Bind(2, line); },
        [&](Statement& row) { number = row.Number(0); });
    if (!done.ok() || !number) return done;
    for (const uint64_t key : keys) {
      done = statements_->Run(
          "INSERT OR IGNORE INTO finding_key(key, finding) VALUES(?, ?)",
          [&](Statement& s) { s.Bind(0, Signed(key)).Bind(1, *number); });
      if (!done.ok()) return done;
    }
    return absl::OkStatus();
  });
}

absl::StatusOr<bool> Ledger::RemoveFinding(std::string_view line) {
  bool was_there = false;
  const auto done = InTransaction([&]() -> absl::Status {
    std::optional<int64_t> number;
    auto gone = statements_->Each(
        "DELETE FROM finding WHERE line = ? RETURNING id",
        [&](Statement& s) { s.Bind(0, line); },
        [&](Statement& row) { number = row.Number(0); });
    if (!gone.ok() || !number) return gone;
    was_there = true;
    return statements_->Run("DELETE FROM finding_key WHERE finding = ?",
                            [&](Statement& s) { s.Bind(0, *number); });
  });
  if (!done.ok()) return done;
  return was_there;
}

absl::StatusOr<std::vector<std::string>> Ledger::FindingsWith(
    absl::Span<const uint64_t> keys) {
  std::vector<std::string> out;
  for (const uint64_t key : keys) {
    const auto done = statements_->Each(
        kFindingKey, [&](Statement& s) { s.Bind(0, Signed(key)); },
        [&](Statement& row) { out.emplace_back(row.Text(0)); });
    if (!done.ok()) return done;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

absl::StatusOr<std::vector<std::string>> Ledger::AllFindings() {
  std::vector<std::string> out;
  const auto done = statements_->Each(
      "SELECT line FROM finding ORDER BY line", [](Statement&) {},
      [&](Statement& row) { out.emplace_back(row.Text(0)); });
  if (!done.ok()) return done;
  return out;
}

}  // namespace crosscheck
