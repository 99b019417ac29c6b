#ifndef CROSSCHECK_CHECKER_MODEL_REPORT_H_
#define CROSSCHECK_CHECKER_MODEL_REPORT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/model/finding.h"
#include "checker/model/report_claim.h"
#include "checker/model/report_claims.h"

namespace crosscheck {

// All of a run that a reader may be shown, and nothing of how it was reached:
// plain texts and numbers, so that a report saved as JSON and read back is the
// same Report. Every report format sees only this.

// A figure that was seen and left out, as bytes of ReportArticle::text.
struct ReportSkip {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string reason;  // "phone", "name", …: the keys of Coverage::skipped

  friend bool operator==(const ReportSkip&, const ReportSkip&) = default;
};

struct ReportArticle {
  std::string id;
  std::string path;
  std::string outlet;
  std::string url;
  std::string language;
  std::string published;
  std::string title;
  // Id of the article most of whose text this one shares (a wire story);
  // empty: none, or this is the first of them.
  std::string copy_of;
  // What was read, headline first; empty unless the run keeps its texts.
  std::string text;
  std::vector<ReportSkip> skipped;  // in order; only beside a text
  uint32_t record_line = 0;  // line of a JSON Lines record; 0: the whole file
  bool is_new = false;       // asked about, where others are the archive

  friend bool operator==(const ReportArticle&, const ReportArticle&) = default;
};

struct Coverage {
  uint64_t figures = 0;   // read as figures
  uint64_t claims = 0;    // with something to be about
  uint64_t linked = 0;    // in a group of two or more
  uint64_t compared = 0;  // whose group got a verdict other than undecided
  uint64_t agreeing = 0;  // facts whose figures agree: counted, no findings
  std::map<std::string, uint64_t> skipped;  // by reason

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// An input that could not be read, or a place in one: "x.txt: byte 17: not
// UTF-8; convert it, or declare its encoding".
struct Problem {
  std::string path;
  std::string message;

  friend bool operator==(const Problem&, const Problem&) = default;
};

// A finding that was known or dismissed before and is no more.
struct ResolvedFinding {
  std::string fingerprint;
  std::string rule;
  std::string message;
  std::string where;  // what still names it: "baseline.jsonl:3"

  friend bool operator==(const ResolvedFinding&,
                         const ResolvedFinding&) = default;
};

struct Report {
  std::string tool_version;
  std::string rules_digest;
  std::vector<ReportArticle> articles;
  ReportClaims claims;
  std::vector<Finding> findings;  // worst first
  Coverage coverage;
  std::vector<Problem> problems;
  // What the states of the findings are against ("archive.db"); empty: nothing,
  // and all are new.
  std::string against;
  std::vector<ResolvedFinding> resolved;

  friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_REPORT_H_
