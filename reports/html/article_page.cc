#include "reports/html/article_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reports/html/finding_parts.h"
#include "reports/html/labels.h"
#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

// A place to mark in an article's text.
struct Place {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t claim = kNowhere;  // else a skipped figure:
  const ReportSkip* skip = nullptr;
};

bool IsBoundary(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<uint8_t>(text[at]) & 0xc0) != 0x80;
}

bool Fits(std::string_view text, size_t begin, size_t end) {
  return begin < end && end <= text.size() && IsBoundary(text, begin) &&
         IsBoundary(text, end);
}

bool RunsRight(std::string_view text) {
  return MainDirectionOf(text) != Strength::kRightToLeft;
}

class ArticleWriter {
 public:
  ArticleWriter(const Context& context, uint32_t article, Page& page)
      : context_(context),
        book_(context.book),
        view_(context.view),
        index_(article),
        article_(context.view.report().articles[article]),
        page_(page) {}

  void Write(bool open) {
    page_
        .Raw(fmt::format("<details class=\"art\" id=\"{}\"{}><summary>",
                         ArticleAnchor(index_), open ? " open" : ""))
        .Raw("<span class=\"who\">")
        .Name(OutletOf(article_))
        .Raw("</span> ");
    WriteDate(context_, article_.published, page_);
    page_.Raw(" <span class=\"title\"")
        .LanguageOf(article_.title, article_.language)
        .Raw(">")
        .Text(article_.title.empty() ? article_.id : article_.title)
        .Raw("</span> ");
    WriteArticleBadges(context_, index_, page_);
    page_.Raw("</summary><div class=\"body\">");
    WriteSource();
    if (article_.text.empty()) {
      WriteSentences();
    } else {
      WriteText();
    }
    WriteFigures();
    page_.Raw("</div></details>");
  }

 private:
  void WriteSource() {
    page_.Raw("<p class=\"source\">");
    const std::string url = SafeUrl(article_.url);
    if (!url.empty()) {
      page_.Raw("<a class=\"out\" rel=\"noopener noreferrer\" href=\"")
          .Attribute(url)
          .Raw("\" data-at=\"")
          .Attribute(article_.url)
          .Raw("\">")
          .Text(book_.Say(Phrase::kArticleAtOutlet))
          .Raw("</a> ");
    } else if (!article_.url.empty()) {
      // An address that is no web page is shown, never linked.
      page_.Raw("<bdi dir=\"ltr\">").Text(article_.url).Raw("</bdi> ");
    }
    page_.Raw("<bdi dir=\"ltr\" class=\"place\">")
        .Text(article_.path.empty() ? article_.id : article_.path)
        .Raw("</bdi>");
    if (view_.OriginOf(index_) != index_) {
      const uint32_t origin = view_.OriginOf(index_);
      Page link;
      link.Raw("<a href=\"")
          .Raw(context_.ToArticle(origin))
          .Raw("\">")
          .Name(OutletOf(view_.report().articles[origin]))
          .Raw("</a>");
      const std::string markup = std::move(link).Take();
      page_.Raw("</p><p class=\"fine\">")
          .Pattern(book_.Say(Phrase::kCopyOf), {{"article", markup, true}});
    } else if (view_.CopiesOf(index_) > 0) {
      page_.Raw("</p><p class=\"fine\">")
          .Text(book_.Count(Phrase::kHasCopies, view_.CopiesOf(index_)));
    }
    page_.Raw("</p>");
  }

  // The places to mark, in order, none overlapping; `lost` counts figures of
  // the run that stand nowhere in the text.
  std::vector<Place> Places(uint64_t& lost) const {
    std::vector<Place> all;
    for (uint32_t c : view_.ClaimsOf(index_)) {
      const ReportClaim& claim = view_.Claim(c);
      if (Fits(article_.text, claim.begin_in_text, claim.end_in_text)) {
        all.push_back({claim.begin_in_text, claim.end_in_text, c, nullptr});
      } else {
        ++lost;
      }
    }
    for (const ReportSkip& skip : article_.skipped) {
      if (Fits(article_.text, skip.begin, skip.end)) {
        all.push_back({skip.begin, skip.end, kNowhere, &skip});
      }
    }
    // Of places that overlap the longer is marked, claims before skipped.
    std::stable_sort(
        all.begin(), all.end(), [](const Place& a, const Place& b) {
          return std::make_tuple(a.begin, a.skip != nullptr, ~a.end) <
                 std::make_tuple(b.begin, b.skip != nullptr, ~b.end);
        });
    std::vector<Place> places;
    for (const Place& place : all) {
      if (!places.empty() && place.begin < places.back().end) {
        if (place.claim != kNowhere) ++lost;
        continue;
      }
      places.push_back(place);
    }
    return places;
  }

  void WriteText() {
    uint64_t lost = 0;
    const std::vector<Place> places = Places(lost);
    const std::string_view text = article_.text;
    page_.Raw("<div class=\"text\"");
    const std::string_view beginning = text.substr(0, 2000);
    page_.LanguageOf(beginning, article_.language).Raw(">");
    const bool runs_right = RunsRight(beginning);
    size_t next = 0;
    bool is_title = !article_.title.empty() &&
                    text.substr(0, article_.title.size()) == article_.title;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
        page_.Raw(is_title ? "<p class=\"headline\"" : "<p");
        // A paragraph that runs the other way than its article.
        if (MainDirectionOf(line) != Strength::kNone &&
            RunsRight(line) != runs_right) {
          page_.Raw(runs_right ? " dir=\"rtl\"" : " dir=\"ltr\"");
        }
        page_.Raw(">");
        WriteLine(at, end, places, next);
        page_.Raw("</p>");
      }
      is_title = false;
      at = end + 1;
    }
    page_.Raw("</div>");
    if (lost > 0) {
      page_.Raw("<p class=\"fine\">")
          .Text(book_.Count(Phrase::kFiguresNotMarked, lost))
          .Raw("</p>");
    }
  }

  // text[at, end) with the places from `next` on that begin in it.
  void WriteLine(size_t at, size_t end, const std::vector<Place>& places,
                 size_t& next) {
    const std::string_view text = article_.text;
    while (next < places.size() && places[next].begin < end) {
      const Place& place = places[next++];
      const size_t begin = std::max<size_t>(place.begin, at);
      const size_t stop = std::min<size_t>(place.end, end);
      if (begin >= stop) continue;
      page_.Text(text.substr(at, begin - at));
      WriteMark(place, text.substr(begin, stop - begin));
      at = stop;
    }
    page_.Text(text.substr(at, end - at));
  }

  void WriteMark(const Place& place, std::string_view figure) {
    if (place.claim == kNowhere) {
      page_.Raw("<span class=\"m skip\">")
          .Text(figure)
          .Raw("<span class=\"vh\"")
          .Raw(OwnLanguage())
          .Raw("> (")
          .Text(SkipWords(place.skip->reason))
          .Raw(")</span></span>");
      return;
    }
    const uint32_t f = view_.FindingOf(place.claim);
    const std::string anchor = ClaimAnchor(place.claim);
    if (f == kNowhere) {
      page_.Raw("<span class=\"m\" id=\"")
          .Raw(anchor)
          .Raw("\">")
          .Text(figure)
          .Raw("</span>");
      return;
    }
    const Finding& finding = view_.FindingAt(f);
    page_
        .Raw(view_.MarkOf(place.claim) == Mark::kConflict
                 ? "<a class=\"m conflict\" id=\""
                 : "<a class=\"m note\" id=\"")
        .Raw(anchor)
        .Raw("\" href=\"")
        .Raw(context_.ToFinding(f))
        .Raw("\" title=\"")
        .Attribute(book_.TermOr("verdict.", ToString(finding.verdict)))
        .Raw("\">")
        .Text(figure)
        .Raw("<sup")
        .Raw(OwnLanguage())
        .Raw(">")
        .Name(view_.LabelOf(f))
        .Raw("</sup></a>");
  }

  // Our words inside a quoted text have their own language.
  std::string OwnLanguage() const {
    if (article_.language == book_.language() &&
        RunsRight(article_.text.substr(0, 2000)) ==
            (book_.direction() == "ltr")) {
      return "";
    }
    return fmt::format(" lang=\"{}\" dir=\"{}\"", book_.language(),
                       book_.direction());
  }

  std::string SkipWords(std::string_view reason) const {
    return book_.Say(Phrase::kLeftOutAs,
                     {{"reason", book_.TermOr("skip.", reason)}});
  }

  // Without the text: the sentences that hold figures, each once.
  void WriteSentences() {
    page_.Raw("<p class=\"fine\">")
        .Text(book_.Say(Phrase::kTextNotInRun))
        .Raw("</p>");
  }

  void WriteFigures() {
    const std::vector<uint32_t>& claims = view_.ClaimsOf(index_);
    if (claims.empty()) {
      page_.Raw("<p class=\"fine\">")
          .Text(book_.Say(Phrase::kNoFigures))
          .Raw("</p>");
      return;
    }
    const bool has_text = !article_.text.empty();
    if (has_text) {
      page_.Raw("<p class=\"fine\">")
          .Text(book_.Count(Phrase::kFiguresInArticle, claims.size()))
          .Raw("</p>");
    }
    page_.Raw("<ol class=\"figs\">");
    for (uint32_t c : claims) WriteFigure(c, has_text);
    page_.Raw("</ol>");
  }

  // "7:1 “200” USD 200 million, Marsa Nour · construction cost, Undecided f1"
  void WriteFigure(uint32_t c, bool has_text) {
    const ReportClaim& claim = view_.Claim(c);
    // Where the text holds the mark, the anchor is there.
    const bool marked =
        has_text && Fits(article_.text, claim.begin_in_text, claim.end_in_text);
    page_.Raw("<li");
    if (!marked) page_.Raw(" id=\"").Raw(ClaimAnchor(c)).Raw("\"");
    page_.Raw(fmt::format(">{}:{} <q", claim.line, claim.column));
    page_.LanguageOf(has_text ? claim.quote : claim.sentence, claim.language)
        .Raw(">");
    if (has_text) {
      page_.Text(claim.quote);
    } else {
      constexpr size_t kMostOfSentence = 200;
      WriteMarkedSentence(claim, kMostOfSentence, page_);
    }
    page_.Raw("</q> <b>")
        .Name(FigureWords(claim, book_))
        .Raw("</b> <span>")
        .Name(FactWords(claim.subject, claim.metric, book_))
        .Raw("</span> ");
    const uint32_t f = view_.FindingOf(c);
    if (f == kNowhere) {
      page_.Text(book_.Say(Phrase::kPassed));
    } else {
      const Verdict verdict = view_.FindingAt(f).verdict;
      page_.Raw("<a class=\"")
          .Raw(SignOf(verdict))
          .Raw("\" href=\"")
          .Raw(context_.ToFinding(f))
          .Raw("\">")
          .Text(book_.TermOr("verdict.", ToString(verdict)))
          .Raw(" ")
          .Name(view_.LabelOf(f))
          .Raw("</a>");
    }
    page_.Raw("</li>");
  }

  const Context& context_;
  const Phrasebook& book_;
  const ReportView& view_;
  const uint32_t index_;
  const ReportArticle& article_;
  Page& page_;
};

}  // namespace

void WriteArticleBadges(const Context& context, uint32_t article, Page& page) {
  const ReportView& view = context.view;
  const Phrasebook& book = context.book;
  uint64_t conflicts = 0, notes = 0;
  for (uint32_t f : view.FindingsOf(article)) {
    (view.FindingAt(f).verdict == Verdict::kConflict ? conflicts : notes)++;
  }
  page.Raw("<span class=\"tally-badges\">");
  if (conflicts > 0) {
    page.Raw("<span class=\"n conflict sign-conflict\">")
        .Text(book.Count(Phrase::kConflictsInArticle, conflicts))
        .Raw("</span> ");
  }
  if (notes > 0) {
    page.Raw("<span class=\"n\">")
        .Text(book.Count(Phrase::kNotesInArticle, notes))
        .Raw("</span>");
  }
  if (conflicts + notes == 0) {
    page.Raw("<span class=\"n\">")
        .Text(book.Count(Phrase::kFigures, view.ClaimsOf(article).size()))
        .Raw("</span>");
  }
  page.Raw("</span>");
}

void WriteLegend(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  page.Raw("<ul class=\"legend\"><li><span class=\"m conflict\">123</span> ")
      .Text(book.Say(Phrase::kLegendConflict))
      .Raw("</li><li><span class=\"m note\">123</span> ")
      .Text(book.Say(Phrase::kLegendNote))
      .Raw("</li><li><span class=\"m\">123</span> ")
      .Text(book.Say(Phrase::kLegendPassed))
      .Raw("</li><li><span class=\"m skip\">123</span> ")
      .Text(book.Say(Phrase::kLegendSkipped))
      .Raw("</li></ul>");
}

void WriteArticle(const Context& context, uint32_t article, bool open,
                  Page& page) {
  ArticleWriter(context, article, page).Write(open);
}

}  // namespace crosscheck
