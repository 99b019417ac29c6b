#ifndef CROSSCHECK_CHECKER_MODEL_FINDING_H_
#define CROSSCHECK_CHECKER_MODEL_FINDING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/decimal.h"

namespace crosscheck {

enum class Verdict : uint8_t {
  kAgree,
  kCompatible,
  kUpdate,
  kConflict,
  kUndecided,
};
std::string_view ToString(Verdict verdict);  // "agree", "conflict", …

enum class Level : uint8_t { kNone, kNote, kWarning, kError };
std::string_view ToString(Level level);  // "none", "note", "warning", "error"
std::optional<Level> ParseLevel(std::string_view text);

enum class Severity : uint8_t { kNone, kLow, kMedium, kHigh };
std::string_view ToString(Severity severity);

// Against what was accepted before: new; known (nothing about it changed);
// dismissed by someone; reopened (it was known or dismissed with other values).
enum class FindingState : uint8_t { kNew, kKnown, kDismissed, kReopened };
std::string_view ToString(FindingState state);

// Who said that a finding may stand, and why: a baseline entry, a comment in
// the article, a line of a dispositions file, a row of the ledger. For a
// reopened finding, what it was before.
struct Disposition {
  std::string kind;    // "baseline", "superseded", "false-positive-link", …
  std::string reason;  // in their words
  std::string owner;
  std::string where;       // "draft.md:12", "baseline.jsonl:3", "archive.db"
  bool in_source = false;  // a comment in the article itself

  friend bool operator==(const Disposition&, const Disposition&) = default;
};

// How far apart two ranges are, beyond what rounding explains.
struct Gap {
  std::string ratio;     // "5": larger over smaller stated value; may be empty
  std::string absolute;  // in `unit`; may be empty
  std::string unit;

  friend bool operator==(const Gap&, const Gap&) = default;
};

// Claims about the same fact, and why they are taken to be.
struct ClaimGroup {
  std::vector<uint32_t> claims;  // indexes into Report::claims
  std::vector<std::string> why;  // sentences, the weightiest first
  // Origins: groups of articles that copy one text (a wire story) are one;
  // origin[i] is the origin of claims[i].
  std::vector<uint32_t> origin;
};

// What comparing a group came to. `claims` are the members, the smallest
// clashing set first (`clash_count` of them); indexes into Report::claims.
// `fingerprint` depends on what is claimed and where it was published, never
// on line numbers, run order or paths.
struct Finding {
  std::string id;
  std::string fingerprint;
  std::string rule;  // "compare.disjoint"
  Verdict verdict = Verdict::kUndecided;
  Level level = Level::kNone;
  Severity severity = Severity::kNone;
  std::string subject;
  std::string metric;
  std::vector<uint32_t> claims;
  uint32_t clash_count = 0;
  std::string message;                   // one plain sentence
  std::vector<std::string> explanation;  // step by step
  Gap gap;
  std::string likely_slip;  // empty: none fits
  FindingState state = FindingState::kNew;
  Disposition disposition;  // empty kind: none

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_FINDING_H_
