#ifndef CROSSCHECK_REPORTS_HTML_LABELS_H_
#define CROSSCHECK_REPORTS_HTML_LABELS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/html/page.h"
#include "reports/html/report_view.h"
#include "reports/html/site.h"

namespace crosscheck {

// Short texts that several parts of the page share. Those that return a string
// are plain and to be escaped; those that take a Page write to it.

// The outlet, else the article's id.
std::string OutletOf(const ReportClaim& claim);
std::string OutletOf(const ReportArticle& article);

// "CNN, Reuters +3": distinct outlets in order, at most `most` by name, each
// isolated from the others: for pictures, escaped; and for the page.
std::string OutletsOf(const Context& context, const ValueGroup& group,
                      size_t most);
void WriteOutlets(const Context& context, const ValueGroup& group, size_t most,
                  Page& page);

// "Marsa Nour plant · construction cost"; "one fact" where both are open.
std::string FactText(const Context& context, const Finding& finding);
// The same with subject and metric isolated from each other.
void WriteFact(const Context& context, const Finding& finding, Page& page);

// The values a claim allows in words, its ends as printed: "1.15 to under 1.25
// billion", "2022-01-01 to 2022-12-31"; open: "12 or more". Empty where a
// figure allows its one value only.
std::string AllowedWords(const Context& context, const ReportClaim& claim);

// "10 times", else "USD 400 billion apart"; as a sentence "One is 10 times the
// other." Empty where the run has no gap.
std::string GapText(const Context& context, const Finding& finding,
                    bool in_sentence = false);

// "looks like million for billion"; empty: none.
std::string SlipText(const Context& context, const Finding& finding);

// The class that puts a verdict's sign before an element's words: × for a
// conflict. The words say the same; the sign is for the eye alone.
std::string SignOf(Verdict verdict);

// The verdict as a badge, with its severity: "× Conflict · high".
void WriteVerdict(const Context& context, const Finding& finding, Page& page);

// <time class="date">: "2 March 2025"; nothing for an empty date.
void WriteDate(const Context& context, std::string_view date, Page& page);

// A heading with a place to link to.
void WriteHeading(int level, std::string_view id, std::string_view text,
                  Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_LABELS_H_
