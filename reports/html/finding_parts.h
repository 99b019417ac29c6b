#ifndef CROSSCHECK_REPORTS_HTML_FINDING_PARTS_H_
#define CROSSCHECK_REPORTS_HTML_FINDING_PARTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "reports/html/page.h"
#include "reports/html/report_view.h"
#include "reports/html/site.h"

namespace crosscheck {

// A finding as its card shows it: what the parts of the card are written from.
// Holds references; lives no longer than the context.
struct ShownFinding {
  ShownFinding(const Context& context, uint32_t finding);

  const Context& context;
  const uint32_t index;
  const Finding& finding;
  const std::vector<ValueGroup> groups;
  const size_t clashing;  // how many claims stand side by side

  const ReportClaim& Side(size_t i) const;
};

// The sentences that clash, side by side, and how each figure was read.
void WriteQuotes(const ShownFinding& shown, Page& page);

// All figures about the fact, copies of one text folded.
void WriteFigureTable(const ShownFinding& shown, Page& page);

// Why one fact, what was compared, what would settle it.
void WriteReasons(const ShownFinding& shown, Page& page);

// A note to send to the desks: what was written, where; it takes no side.
void WriteDeskNote(const ShownFinding& shown, Page& page);

// Every step of the check, the bytes and rules of each reading, the command
// that prints the same.
void WriteRecord(const ShownFinding& shown, Page& page);

// The value in words, else as printed.
std::string FigureOf(const ReportClaim& claim, const Phrasebook& book);

// A sentence of at most about `most` characters, its figure in <mark>.
void WriteMarkedSentence(const ReportClaim& claim, size_t most, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_FINDING_PARTS_H_
