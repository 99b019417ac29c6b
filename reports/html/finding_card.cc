#include "reports/html/finding_card.h"

#include <fmt/format.h>

#include <string>

#include "reports/html/finding_parts.h"
#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {

ShownFinding::ShownFinding(const Context& in, uint32_t f)
    : context(in),
      index(f),
      finding(in.view.FindingAt(f)),
      groups(in.view.GroupsOf(finding)),
      clashing(ReportView::ClashCount(finding)) {}

const ReportClaim& ShownFinding::Side(size_t i) const {
  return context.view.Claim(finding.claims[i]);
}

std::string FigureOf(const ReportClaim& claim, const Phrasebook& book) {
  std::string words = FigureWords(claim, book);
  return words.empty() ? claim.quote : words;
}

void WriteMarkedSentence(const ReportClaim& claim, size_t most, Page& page) {
  const Excerpt quote = ExcerptOf(claim, most);
  if (quote.cut_before && !quote.apart) page.Raw("…");
  page.Text(quote.before);
  if (quote.apart) page.Raw(quote.cut_before ? "… " : " ");
  page.Raw("<mark>").Text(quote.figure).Raw("</mark>").Text(quote.after);
  if (quote.cut_after) page.Raw("…");
}

namespace {

class Card {
 public:
  Card(const ShownFinding& shown, Page& page)
      : shown_(shown),
        context_(shown.context),
        book_(shown.context.book),
        view_(shown.context.view),
        finding_(shown.finding),
        page_(page) {}

  void Write() {
    const std::string& heading = view_.ShortAnchorOf(shown_.index);
    const std::string& anchor = view_.AnchorOf(shown_.index);
    page_
        .Raw(fmt::format("<article class=\"card {} {} {}\" id=\"{}\" "
                         "aria-labelledby=\"{}\">",
                         ToString(finding_.verdict),
                         ToString(finding_.severity), ToString(finding_.state),
                         anchor, heading))
        .Raw("<header><p class=\"kicker\"><span class=\"no\">")
        .Name(view_.LabelOf(shown_.index))
        .Raw("</span> ");
    WriteVerdict(context_, finding_, page_);
    if (finding_.state != FindingState::kNew) {
      page_.Raw(" <span class=\"state\">")
          .Text(book_.TermOr("state.", ToString(finding_.state)))
          .Raw("</span>");
    }
    if (!finding_.likely_slip.empty()) {
      page_.Raw(" <span class=\"slip\">")
          .Text(SlipText(context_, finding_))
          .Raw("</span>");
    }
    page_.Raw(fmt::format("</p><h3 id=\"{}\"><a class=\"self\" href=\"#{}\">",
                          heading, anchor));
    WriteFact(context_, finding_, page_);
    page_.Raw("</a></h3><p class=\"plain\">");
    WriteSentence();
    page_.Raw("</p>");
    WriteDisposition();
    page_.Raw("</header>");
    WriteQuotes(shown_, page_);
    WriteScale(context_, shown_.index, shown_.groups, page_);
    WriteTally(context_, shown_.index, shown_.groups, page_);
    WriteFigureTable(shown_, page_);
    WriteReasons(shown_, page_);
    WriteDeskNote(shown_, page_);
    WriteRecord(shown_, page_);
    WriteWayOn();
    page_.Raw("</article>");
  }

 private:
  Phrase SentencePhrase(bool one_article) const {
    switch (finding_.verdict) {
      case Verdict::kConflict:
        return one_article ? Phrase::kConflictWithin : Phrase::kConflictBetween;
      case Verdict::kUpdate:
        return one_article ? Phrase::kUpdateWithin : Phrase::kUpdateBetween;
      case Verdict::kUndecided:
        return one_article ? Phrase::kUndecidedWithin
                           : Phrase::kUndecidedBetween;
      default:
        return one_article ? Phrase::kCompatibleWithin
                           : Phrase::kCompatibleBetween;
    }
  }

  // "The Harbour Post says $1.2 billion; …. They cannot both stand."
  void WriteSentence() {
    if (finding_.claims.size() < 2) {
      page_.Prose(finding_.message);
      return;
    }
    const ReportClaim &a = shown_.Side(0), &b = shown_.Side(1);
    const bool one_article = a.article == b.article;
    page_.Pattern(book_.Say(SentencePhrase(one_article)),
                  {{"a", OutletOf(a)},
                   {"x", FigureOf(a, book_)},
                   {"b", OutletOf(b)},
                   {"y", FigureOf(b, book_)}});
    if (finding_.verdict == Verdict::kConflict) {
      const std::string gap = GapText(context_, finding_, true);
      if (!gap.empty()) page_.Raw(" ").Prose(gap);
    }
  }

  // Who let it stand, and why: their words.
  void WriteDisposition() {
    const Disposition& by = finding_.disposition;
    if (by.kind.empty()) return;
    page_.Raw("<p class=\"disposition\"><b>")
        .Text(book_.TermOr("disposition.", by.kind))
        .Raw("</b>");
    if (!by.reason.empty()) {
      page_.Raw(": <bdi").LanguageOf(by.reason, "").Raw(">");
      page_.Text(by.reason).Raw("</bdi>");
    }
    for (const std::string& part : {by.owner, by.where}) {
      if (!part.empty()) page_.Raw(" · ").Name(part);
    }
    page_.Raw("</p>");
  }

  // Back to the list, on to the next.
  void WriteWayOn() {
    page_.Raw("<footer><a href=\"#triage\">")
        .Text(book_.Say(Phrase::kToList))
        .Raw("</a>");
    const uint32_t number = view_.NumberOf(shown_.index);
    if (number < view_.shown().size()) {
      page_.Raw(" <a href=\"")
          .Raw(context_.ToFinding(view_.shown()[number]))
          .Raw("\">")
          .Text(book_.Say(Phrase::kNextFinding))
          .Raw("</a>");
    }
    page_.Raw("</footer>");
  }

  const ShownFinding& shown_;
  const Context& context_;
  const Phrasebook& book_;
  const ReportView& view_;
  const Finding& finding_;
  Page& page_;
};

}  // namespace

void WriteFindingCard(const Context& context, uint32_t finding, Page& page) {
  const ShownFinding shown(context, finding);
  Card(shown, page).Write();
}

}  // namespace crosscheck
