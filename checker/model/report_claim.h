#ifndef CROSSCHECK_CHECKER_MODEL_REPORT_CLAIM_H_
#define CROSSCHECK_CHECKER_MODEL_REPORT_CLAIM_H_

#include <cstdint>
#include <string>
#include <vector>

namespace crosscheck {

// The Claim of design/formats.md, field by field. Empty strings stand for
// JSON null where the contract allows null (value, low, high, unit, subject,
// metric, speaker, when.first, when.last).
struct ReportClaim {
  std::string id;
  std::string article;  // ReportArticle::id
  std::string outlet;
  std::string published;
  std::string field;  // JSON Lines: "text" or "title"; else empty
  std::string quote;
  uint32_t begin_byte = 0;
  uint32_t end_byte = 0;
  uint32_t line = 1;
  uint32_t column = 1;  // code points, from 1
  // The same place in the units of other programs, and where the quote ends
  // (the column after it). 0: not known (a run from another tool).
  uint32_t end_line = 0;
  uint32_t end_column = 0;
  uint32_t utf16_column = 0;
  uint32_t utf16_end_column = 0;
  uint32_t byte_column = 0;
  uint32_t byte_end_column = 0;
  std::string sentence;
  uint32_t sentence_begin_byte = 0;
  uint32_t sentence_end_byte = 0;
  // Where the quote stands in `sentence` (bytes of that string), so that a
  // report can mark it without searching.
  uint32_t quote_in_sentence = 0;
  // Where the quote stands in ReportArticle::text; means nothing without one.
  uint32_t begin_in_text = 0;
  uint32_t end_in_text = 0;
  std::string kind;
  std::string value;
  std::string low;
  std::string high;
  bool low_included = true;
  bool high_included = true;
  std::string unit;
  std::vector<std::string> unit_candidates;
  std::string modality;
  std::string subject;
  std::string subject_surface;
  std::string metric;
  bool metric_known = false;
  std::vector<std::string> qualifiers;
  std::string when_first;
  std::string when_last;
  std::string when_basis = "unstated";
  std::string speaker;
  bool planned = false;
  bool negated = false;
  std::vector<std::string> rules;
  std::string doubt;     // why a reading stays open; empty: it does not
  std::string language;  // of the article, for lang/dir

  friend bool operator==(const ReportClaim&, const ReportClaim&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_REPORT_CLAIM_H_
