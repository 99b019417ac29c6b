#include <fmt/format.h>

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "reports/html/finding_parts.h"
#include "reports/html/labels.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

class Table {
 public:
  Table(const ShownFinding& shown, Page& page)
      : shown_(shown),
        context_(shown.context),
        book_(shown.context.book),
        view_(shown.context.view),
        finding_(shown.finding),
        page_(page) {}

  // All figures about the fact, copies of one text folded. For two it only
  // repeats the quotes and is the table behind the picture.
  void Write() {
    const size_t figures = CountFigures();
    const bool repeats = figures <= shown_.clashing;
    if (repeats) {
      page_.Raw("<details class=\"behind\"><summary>")
          .Text(book_.Say(Phrase::kSameAsTable))
          .Raw("</summary>");
    } else {
      page_.Raw("<h4>")
          .Text(book_.Count(Phrase::kAllFigures, figures))
          .Raw("</h4>");
    }
    page_
        .Raw(
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
            "aria-label=\"")
        .Attribute(book_.Say(Phrase::kFiguresCaption))
        .Raw("\"><table class=\"figures\"><caption class=\"vh\">")
        .Text(book_.Say(Phrase::kFiguresCaption))
        .Raw("</caption><thead><tr>");
    for (Phrase heading : {Phrase::kReadAs, Phrase::kOutlet, Phrase::kDate,
                           Phrase::kQuote, Phrase::kAllowsHeading}) {
      page_.Raw("<th scope=\"col\">").Text(book_.Say(heading)).Raw("</th>");
    }
    page_.Raw("</tr></thead>");
    for (const ValueGroup& group : shown_.groups) WriteRows(group);
    page_.Raw("</table></div>");
    if (repeats) page_.Raw("</details>");
  }

 private:
  // A value that an article gives twice, in its headline and below, is one.
  size_t CountFigures() const {
    size_t figures = 0;
    for (const ValueGroup& group : shown_.groups) {
      absl::flat_hash_set<uint32_t> articles;
      for (uint32_t c : group.claims) {
        const uint32_t a = view_.ArticleOf(c);
        figures += a == kNowhere || articles.insert(a).second ? 1 : 0;
      }
    }
    return figures;
  }

  void WriteRows(const ValueGroup& group) {
    // One row an origin; copies of it are named in that row.
    std::vector<std::vector<uint32_t>> rows;
    absl::flat_hash_map<uint32_t, size_t> row_of_origin;
    for (uint32_t c : group.claims) {
      const uint32_t a = view_.ArticleOf(c);
      if (a == kNowhere) {
        rows.push_back({c});
        continue;
      }
      const auto [slot, is_new] =
          row_of_origin.emplace(view_.OriginOf(a), rows.size());
      if (is_new) {
        rows.push_back({c});
      } else {
        rows[slot->second].push_back(c);
      }
    }
    const ReportClaim& first = view_.Claim(group.claims[0]);
    const bool clash = group.clashes && finding_.verdict == Verdict::kConflict;
    page_.Raw(clash ? "<tbody class=\"clash\">" : "<tbody>");
    for (size_t i = 0; i < rows.size(); ++i) {
      page_.Raw("<tr>");
      if (i == 0) {
        page_
            .Raw(rows.size() > 1
                     ? fmt::format("<th scope=\"rowgroup\" rowspan=\"{}\">",
                                   rows.size())
                     : std::string("<th scope=\"row\">"))
            .Name(FigureOf(first, book_))
            .Raw("</th>");
      }
      WriteCells(rows[i]);
      page_.Raw("</tr>");
    }
    page_.Raw("</tbody>");
  }

  void WriteCells(const std::vector<uint32_t>& claims) {
    constexpr size_t kMostOfSentence = 110;
    const ReportClaim& claim = view_.Claim(claims[0]);
    page_.Raw("<td>").Name(OutletOf(claim));
    std::vector<std::string> copies;
    for (size_t i = 1; i < claims.size(); ++i) {
      const ReportClaim& copy = view_.Claim(claims[i]);
      if (copy.article == claim.article) continue;
      copies.push_back(OutletOf(copy));
    }
    if (!copies.empty()) {
      page_.Raw("<details class=\"copies\"><summary>")
          .Text(book_.Count(Phrase::kCopies, copies.size()))
          .Raw("</summary>");
      for (size_t i = 0; i < copies.size(); ++i) {
        if (i > 0) page_.Text(book_.Say(Phrase::kComma));
        page_.Name(copies[i]);
      }
      page_.Raw("</details>");
    }
    page_.Raw("</td><td>");
    WriteDate(context_, claim.published, page_);
    page_.Raw("</td><td class=\"quoted\">");
    const bool linked = view_.ArticleOf(claims[0]) != kNowhere;
    if (linked) {
      page_.Raw("<a href=\"").Raw(context_.ToClaim(claims[0])).Raw("\"");
    } else {
      page_.Raw("<span");
    }
    page_.LanguageOf(claim.sentence, claim.language).Raw(" class=\"q\">");
    WriteMarkedSentence(claim, kMostOfSentence, page_);
    page_.Raw(linked ? "</a>" : "</span>");
    if (!claim.speaker.empty()) {
      page_.Raw(" <span class=\"fine\">")
          .Pattern(book_.Say(Phrase::kSaysSpeaker),
                   {{"speaker", claim.speaker}})
          .Raw("</span>");
    }
    page_.Raw("</td><td>").Name(AllowedWords(context_, claim)).Raw("</td>");
  }

  const ShownFinding& shown_;
  const Context& context_;
  const Phrasebook& book_;
  const ReportView& view_;
  const Finding& finding_;
  Page& page_;
};

}  // namespace

void WriteFigureTable(const ShownFinding& shown, Page& page) {
  Table(shown, page).Write();
}

}  // namespace crosscheck
