#ifndef CROSSCHECK_REPORTS_ALERT_ALERT_H_
#define CROSSCHECK_REPORTS_ALERT_ALERT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/report.h"

namespace crosscheck {

// A finding as a CI platform shows it: at one place of one changed article,
// with the other sources named. Finding and articles live as long as the
// report.
struct Alert {
  const Finding* finding = nullptr;
  ReportClaim claim;                                 // in the changed article
  const ReportArticle* article = nullptr;            // never null
  std::vector<ReportClaim> others;                   // the clashing ones first
  std::vector<const ReportArticle*> other_articles;  // of others[i]
};

// What is worth a line in a build: new and reopened findings of level note and
// above, and known ones of level warning and above (a known value that a new
// article repeats). Worst first: new and reopened ones before known ones, then
// by level and severity, then as in the report. An alert stands at the first of
// its clashing claims that is in a new article, else at the first claim of a
// new article, else at the first.
std::vector<Alert> AlertsOf(const Report& report);
// All findings of level note and above, also those known or dismissed, which
// come last.
std::vector<Alert> AllAlertsOf(const Report& report);

// New or reopened: nobody said yet that it may stand.
bool IsOpen(const Finding& finding);

// Where a claim stands in its file, as far as known. For a JSON Lines record
// the line is that of the record, and there are no columns: the claim's own
// count within a field.
struct FilePlace {
  std::string path;       // as on the command line, without a leading "./"
  uint32_t line = 0;      // from 1; 0: not known
  uint32_t end_line = 0;  // as `line` where not known
  // Columns from 1, `end` after the last character; 0: not known.
  uint32_t column = 0, end_column = 0;              // code points
  uint32_t utf16_column = 0, utf16_end_column = 0;  // UTF-16 units
  uint32_t byte_column = 0, byte_end_column = 0;    // UTF-8 bytes
};
FilePlace PlaceOf(const ReportClaim& claim, const ReportArticle& article);

// "The Harbour Post, 2025-03-02"; the article's id where the outlet is open.
std::string SourceWords(const ReportClaim& claim, const ReportArticle& article);

// "examples/a.md:3:17"; for a record "news.jsonl:12 (text 4:77)".
std::string PlaceWords(const ReportClaim& claim, const ReportArticle& article);

// One line a source: outlet, date, quote, place, address. Hidden characters
// are shown by name, right-to-left quotes isolated.
//
//   The Harbour Post, 2025-03-02: "$1.2 billion" at examples/01.md:3:61,
//   https://harbour.example/news/7
std::string SourceLine(const ReportClaim& claim, const ReportArticle& article);

// Message, every source, why, how to have a closer look: what goes into a
// body of plain text. `most_sources` others are named, then "N more".
std::string AlertBody(const Alert& alert, size_t most_sources);

// Hidden characters shown by name, right-to-left runs isolated.
std::string Shown(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_ALERT_ALERT_H_
