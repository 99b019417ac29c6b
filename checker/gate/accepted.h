#ifndef CROSSCHECK_CHECKER_GATE_ACCEPTED_H_
#define CROSSCHECK_CHECKER_GATE_ACCEPTED_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "checker/model/finding.h"
#include "checker/model/report.h"

namespace crosscheck {

// One side of an accepted discrepancy: what was claimed, and in which document.
// No lines, paths or counts: those change without the claim changing.
struct AcceptedClaim {
  std::string document;  // DocumentId
  std::string sentence;  // ClaimHash of the sentence, 16 hex digits
  std::string value;     // as in ReportClaim; so low, high, unit
  std::string low;
  std::string high;
  std::string unit;
  std::string quote;  // for people
  // The sentence itself, its language and its publication date: only where the
  // entry is a false positive, whose text becomes a regression case.
  std::string text;
  std::string language;
  std::string published;

  friend bool operator==(const AcceptedClaim&, const AcceptedClaim&) = default;
};

// A discrepancy someone let stand: a line of a baseline or of a dispositions
// file, a row of the ledger. One entry a fact cluster, bound to its values. The
// states: "baseline" (was there when checking began), "accepted" (stood when
// its article went into the ledger), and a person's verdict: "superseded",
// "attributed-dispute", "different-definition", "correction-issued",
// "false-positive-extraction", "false-positive-link".
//
// An entry written by hand may have a fingerprint in place of claims.
struct Accepted {
  std::string subject;
  std::string metric;
  std::string rule;
  std::vector<AcceptedClaim> claims;  // sorted
  std::string fingerprint;
  std::string state = "baseline";
  std::string reason;
  std::string owner;
  std::string expires;  // last day it holds, ISO 8601; empty: for ever
  std::string where;    // "baseline.jsonl:3"; not written

  friend bool operator==(const Accepted&, const Accepted&) = default;
};

// The known states; those a person gives begin after the first two.
const std::vector<std::string_view>& AcceptedStates();
// Is it no discrepancy at all, as against one that waits to be settled?
bool IsDisposition(std::string_view state);

// Hash of a sentence as far as its words go: case, width, marks of no width and
// blanks do not count. 16 hex digits.
std::string ClaimHash(std::string_view sentence);

// Makes entries of a report's findings, which must outlive it.
class AcceptedMaker {
 public:
  explicit AcceptedMaker(const Report& report);

  // The finding as an entry of state "baseline", with neither reason nor owner.
  Accepted Make(const Finding& finding) const;
  AcceptedClaim MakeClaim(const ReportClaim& claim) const;

 private:
  const Report& report_;
  absl::flat_hash_map<std::string, std::string> documents_;  // by article id
};

// One line of JSON without its newline. The same entry gives the same bytes.
std::string ToLine(const Accepted& entry);
// The file: sorted lines, each once.
std::string ToLines(const std::vector<Accepted>& entries);

// Reads such a file; lines that are blank or begin with "#" are passed over.
// `path` is for messages and `where`. Failure: InvalidArgument with all faults,
// "baseline.jsonl:3: …", a line each.
absl::StatusOr<std::vector<Accepted>> ReadAccepted(std::string_view text,
                                                   std::string_view path);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_GATE_ACCEPTED_H_
