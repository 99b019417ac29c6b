#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reports/html/finding_parts.h"
#include "reports/html/labels.h"
#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

class Quotes {
 public:
  Quotes(const ShownFinding& shown, Page& page)
      : shown_(shown),
        context_(shown.context),
        book_(shown.context.book),
        view_(shown.context.view),
        finding_(shown.finding),
        page_(page) {}

  void Write() {
    page_.Raw(shown_.clashing > 2 ? "<div class=\"sides many\">"
                                  : "<div class=\"sides\">");
    for (size_t i = 0; i < shown_.clashing; ++i) WriteQuote(finding_.claims[i]);
    page_.Raw("</div>");
  }

 private:
  void WriteQuote(uint32_t c) {
    constexpr size_t kMostOfSentence = 420;
    const ReportClaim& claim = view_.Claim(c);
    page_.Raw("<figure class=\"side\"><figcaption><span class=\"who\">")
        .Name(OutletOf(claim))
        .Raw("</span>");
    if (!claim.published.empty()) {
      page_.Raw(" ");
      WriteDate(context_, claim.published, page_);
    }
    page_.Raw("</figcaption><blockquote")
        .LanguageOf(claim.sentence, claim.language)
        .Raw(">");
    WriteMarkedSentence(claim, kMostOfSentence, page_);
    page_.Raw("</blockquote>");
    OpenReading(Phrase::kReadAs);
    page_.Raw("<b>").Name(FigureOf(claim, book_)).Raw("</b>");
    const std::string allowed = AllowedWords(context_, claim);
    if (!allowed.empty()) {
      page_.Raw(" <span class=\"allows\">")
          .Pattern(book_.Say(Phrase::kAllows), {{"range", allowed}})
          .Raw("</span>");
    }
    page_.Raw("</p>");
    if (!claim.speaker.empty()) {
      OpenReading(Phrase::kSaidBy);
      page_.Raw("<bdi")
          .LanguageOf(claim.speaker, claim.language)
          .Raw(">")
          .Text(claim.speaker)
          .Raw("</bdi></p>");
    }
    WriteScope(claim);
    if (!claim.doubt.empty()) {
      OpenReading(Phrase::kDoubt);
      page_.Raw("<span lang=\"en\">").Prose(claim.doubt).Raw("</span></p>");
    }
    page_.Raw("<p class=\"links\">");
    WritePlaceLinks(c);
    page_.Raw("</p></figure>");
  }

  // "Read as ", to be gone on with and closed.
  void OpenReading(Phrase label) {
    page_.Raw("<p class=\"reading\"><span>")
        .Text(book_.Say(label))
        .Raw("</span> ");
  }

  // Qualifiers, plans, denials, and the time the sentence names.
  void WriteScope(const ReportClaim& claim) {
    std::vector<std::string> parts;
    if (claim.planned) parts.emplace_back(book_.Say(Phrase::kPlanned));
    if (claim.negated) parts.emplace_back(book_.Say(Phrase::kDenied));
    for (const std::string& qualifier : claim.qualifiers) {
      parts.push_back(QualifierWords(qualifier, book_));
    }
    if (claim.kind != "date" && claim.when_basis == "written" &&
        !claim.when_first.empty()) {
      parts.push_back(
          claim.when_first == claim.when_last || claim.when_last.empty()
              ? book_.Say(Phrase::kOfDay,
                          {{"x", book_.DateWords(claim.when_first)}})
              : book_.Say(Phrase::kOfDays,
                          {{"low", book_.DateWords(claim.when_first)},
                           {"high", book_.DateWords(claim.when_last)}}));
    }
    if (parts.empty()) return;
    OpenReading(Phrase::kScope);
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) page_.Text(book_.Say(Phrase::kComma));
      page_.Name(parts[i]);
    }
    page_.Raw("</p>");
  }

  // To the quote at its outlet, to the article in this report, the place in
  // the file.
  void WritePlaceLinks(uint32_t c) {
    const ReportClaim& claim = view_.Claim(c);
    const uint32_t a = view_.ArticleOf(c);
    const std::string url =
        a == kNowhere ? "" : SafeUrl(view_.report().articles[a].url);
    if (!url.empty()) {
      const Excerpt quote = ExcerptOf(claim);
      page_.Raw("<a class=\"out\" rel=\"noopener noreferrer\" href=\"")
          .Attribute(url)
          .Raw(TextFragment(
              url, quote.apart
                       ? QuoteContext{"", claim.quote, ""}
                       : QuoteContext{quote.before, quote.figure, quote.after}))
          .Raw("\" data-at=\"")
          .Attribute(view_.report().articles[a].url)
          .Raw("\">")
          .Text(book_.Say(Phrase::kQuoteAtOutlet))
          .Raw("</a> ");
    }
    if (a != kNowhere) {
      page_.Raw("<a href=\"")
          .Raw(context_.ToClaim(c))
          .Raw("\">")
          .Text(book_.Say(Phrase::kInArticle))
          .Raw("</a> ");
    }
    WritePlace(claim, a);
  }

  // "examples/a.md:3:63"
  void WritePlace(const ReportClaim& claim, uint32_t a) {
    std::string path =
        a == kNowhere ? claim.article : view_.report().articles[a].path;
    if (path.empty()) path = claim.article;
    page_.Raw("<span class=\"place\" dir=\"ltr\">").Text(path);
    if (!claim.field.empty()) {
      page_.Raw(" ").Text(claim.article).Raw(" ").Text(claim.field).Raw(" ");
    } else {
      page_.Raw(":");
    }
    page_.Raw(fmt::format("{}:{}</span>", claim.line, claim.column));
  }

  const ShownFinding& shown_;
  const Context& context_;
  const Phrasebook& book_;
  const ReportView& view_;
  const Finding& finding_;
  Page& page_;
};

}  // namespace

void WriteQuotes(const ShownFinding& shown, Page& page) {
  Quotes(shown, page).Write();
}

}  // namespace crosscheck
