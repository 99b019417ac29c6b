#include "reports/html/finding_card.h"

#include <fmt/format.h>

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

class Card {
 public:
  Card(const Context& context, uint32_t finding, Page& page)
      : context_(context),
        book_(context.book),
        view_(context.view),
        index_(finding),
        finding_(context.view.FindingAt(finding)),
        groups_(context.view.GroupsOf(finding_)),
        clashing_(ReportView::ClashCount(finding_)),
        anchor_(context.view.AnchorOf(finding)),
        page_(page) {}

  void Write() {
    const std::string& heading = view_.ShortAnchorOf(index_);
    page_
        .Raw(fmt::format("<article class=\"card {} {} {}\" id=\"{}\" "
                         "aria-labelledby=\"{}\">",
                         ToString(finding_.verdict),
                         ToString(finding_.severity), ToString(finding_.state),
                         anchor_, heading))
        .Raw("<header><p class=\"kicker\"><span class=\"no\">")
        .Name(view_.LabelOf(index_))
        .Raw("</span> <span class=\"badge\">");
    WriteVerdict(context_, finding_, page_);
    page_.Raw("</span>");
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
                          heading, anchor_));
    WriteFact(context_, finding_, page_);
    page_.Raw("</a></h3><p class=\"plain\">");
    WriteSentence();
    page_.Raw("</p></header>");
    WriteQuotes();
    WriteScale(context_, index_, groups_, page_);
    if (finding_.claims.size() > 2) {
      WriteTally(context_, index_, groups_, page_);
    }
    WriteTable();
    WriteReasons();
    WriteNote();
    WriteRecord();
    page_.Raw("</article>");
  }

 private:
  const ReportClaim& Side(size_t i) const {
    return view_.Claim(finding_.claims[i]);
  }

  static std::string Figure(const ReportClaim& claim, const Phrasebook& book) {
    std::string words = FigureWords(claim, book);
    return words.empty() ? claim.quote : words;
  }

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
    const ReportClaim &a = Side(0), &b = Side(1);
    const bool one_article = a.article == b.article;
    page_.Pattern(book_.Say(SentencePhrase(one_article)),
                  {{"a", OutletOf(a)},
                   {"x", Figure(a, book_)},
                   {"b", OutletOf(b)},
                   {"y", Figure(b, book_)}});
    if (finding_.verdict == Verdict::kConflict) {
      const std::string gap = GapText(context_, finding_);
      if (!gap.empty()) {
        page_.Raw(" ").Pattern(book_.Say(Phrase::kGapSentence), {{"gap", gap}});
      }
    }
  }

  void WriteQuotes() {
    page_.Raw(clashing_ > 2 ? "<div class=\"sides many\">"
                            : "<div class=\"sides\">");
    for (size_t i = 0; i < clashing_; ++i) WriteQuote(finding_.claims[i]);
    page_.Raw("</div>");
  }

  void WriteSentenceMarked(const ReportClaim& claim, size_t most) {
    const Excerpt quote = ExcerptOf(claim, most);
    if (quote.cut_before && !quote.apart) page_.Raw("…");
    page_.Text(quote.before);
    if (quote.apart) page_.Raw(quote.cut_before ? "… " : " ");
    page_.Raw("<mark>").Text(quote.figure).Raw("</mark>").Text(quote.after);
    if (quote.cut_after) page_.Raw("…");
  }

  void WriteQuote(uint32_t c) {
    constexpr size_t kMostOfSentence = 420;
    const ReportClaim& claim = view_.Claim(c);
    page_.Raw("<figure class=\"side\"><figcaption><span class=\"who\">")
        .Name(OutletOf(claim))
        .Raw("</span>");
    if (!claim.published.empty()) {
      page_.Raw(" <span class=\"date\">");
      WriteDate(context_, claim.published, page_);
      page_.Raw("</span>");
    }
    page_.Raw("</figcaption><blockquote")
        .LanguageOf(claim.sentence, claim.language)
        .Raw(">");
    WriteSentenceMarked(claim, kMostOfSentence);
    page_.Raw("</blockquote><dl class=\"reading\"><div><dt>")
        .Text(book_.Say(Phrase::kReadAs))
        .Raw("</dt><dd><strong>")
        .Name(Figure(claim, book_))
        .Raw("</strong>");
    const std::string allowed = AllowedWords(context_, claim);
    if (!allowed.empty()) {
      page_.Raw(" <span class=\"allows\">")
          .Pattern(book_.Say(Phrase::kAllows), {{"range", allowed}})
          .Raw("</span>");
    }
    page_.Raw("</dd></div>");
    if (!claim.speaker.empty()) {
      page_.Raw("<div><dt>")
          .Text(book_.Say(Phrase::kSaidBy))
          .Raw("</dt><dd><bdi")
          .LanguageOf(claim.speaker, claim.language)
          .Raw(">")
          .Text(claim.speaker)
          .Raw("</bdi></dd></div>");
    }
    WriteScope(claim);
    if (!claim.doubt.empty()) {
      page_.Raw("<div><dt>")
          .Text(book_.Say(Phrase::kDoubt))
          .Raw("</dt><dd lang=\"en\">")
          .Prose(claim.doubt)
          .Raw("</dd></div>");
    }
    page_.Raw("</dl><p class=\"links\">");
    WritePlaceLinks(c);
    page_.Raw("</p></figure>");
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
              ? book_.Say(Phrase::kOfDay, {{"x", claim.when_first}})
              : book_.Say(Phrase::kOfDays, {{"low", claim.when_first},
                                            {"high", claim.when_last}}));
    }
    if (parts.empty()) return;
    page_.Raw("<div><dt>").Text(book_.Say(Phrase::kScope)).Raw("</dt><dd>");
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) page_.Text(book_.Say(Phrase::kComma));
      page_.Name(parts[i]);
    }
    page_.Raw("</dd></div>");
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
    page_.Raw("<span class=\"place\">");
    WritePlace(claim, a);
    page_.Raw("</span>");
  }

  // "examples/a.md:3:63"
  void WritePlace(const ReportClaim& claim, uint32_t a) {
    std::string path =
        a == kNowhere ? claim.article : view_.report().articles[a].path;
    if (path.empty()) path = claim.article;
    page_.Raw("<bdi dir=\"ltr\">").Text(path);
    if (!claim.field.empty()) {
      page_.Raw(" ").Text(claim.article).Raw(" ").Text(claim.field).Raw(" ");
    } else {
      page_.Raw(":");
    }
    page_.Raw(fmt::format("{}:{}</bdi>", claim.line, claim.column));
  }

  // All figures about the fact, copies of one text folded. For two it only
  // repeats the quotes and is the table behind the picture.
  void WriteTable() {
    const bool repeats = finding_.claims.size() <= clashing_;
    if (repeats) {
      page_.Raw("<details class=\"behind\"><summary>")
          .Text(book_.Say(Phrase::kSameAsTable))
          .Raw("</summary>");
    } else {
      page_.Raw("<h4>")
          .Text(book_.Count(Phrase::kAllFigures, finding_.claims.size()))
          .Raw("</h4>");
    }
    page_
        .Raw(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
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
    for (const ValueGroup& group : groups_) WriteRows(group);
    page_.Raw("</table></div>");
    if (repeats) page_.Raw("</details>");
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
            .Name(Figure(first, book_))
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
    page_.Raw("</td><td>");
    const bool linked = view_.ArticleOf(claims[0]) != kNowhere;
    if (linked) {
      page_.Raw("<a href=\"").Raw(context_.ToClaim(claims[0])).Raw("\"");
    } else {
      page_.Raw("<span");
    }
    page_.LanguageOf(claim.sentence, claim.language).Raw(" class=\"q\">");
    WriteSentenceMarked(claim, kMostOfSentence);
    page_.Raw(linked ? "</a>" : "</span>");
    if (!claim.speaker.empty()) {
      page_.Raw(" <span class=\"fine\">")
          .Pattern(book_.Say(Phrase::kSaysSpeaker),
                   {{"speaker", claim.speaker}})
          .Raw("</span>");
    }
    page_.Raw("</td><td>").Name(AllowedWords(context_, claim)).Raw("</td>");
  }

  void WriteReasons() {
    page_.Raw("<div class=\"why\"><section><h4>")
        .Text(book_.Say(Phrase::kWhyOneFact))
        .Raw("</h4><ul>");
    WriteSharedTraits();
    page_.Raw("</ul></section><section><h4>")
        .Text(book_.Say(Phrase::kWhatCompared))
        .Raw("</h4><p>");
    const std::string_view rule_words = book_.Term("rule." + finding_.rule);
    if (rule_words.empty()) {
      page_.Prose(finding_.message);
    } else {
      page_.Text(rule_words);
    }
    page_.Raw(" <a class=\"rule\" href=\"")
        .Raw(context_.ToMethod(RuleAnchor(finding_.rule)))
        .Raw("\"><bdi dir=\"ltr\">")
        .Text(finding_.rule)
        .Raw("</bdi></a></p></section>");
    const std::string_view remedy = book_.Term("remedy." + finding_.rule);
    if (!remedy.empty()) {
      page_.Raw("<section><h4>")
          .Text(book_.Say(Phrase::kWhatWouldSettle))
          .Raw("</h4><p>")
          .Text(remedy)
          .Raw("</p></section>");
    }
    page_.Raw("</div>");
  }

  void WriteTrait(Phrase phrase, std::string_view what) {
    page_.Raw("<li>").Pattern(book_.Say(phrase), {{"x", what}}).Raw("</li>");
  }

  // What the two sides have in common, as far as the run says.
  void WriteSharedTraits() {
    if (finding_.claims.size() < 2) {
      page_.Raw("<li>").Text(book_.Say(Phrase::kSeeRecord)).Raw("</li>");
      return;
    }
    const ReportClaim &a = Side(0), &b = Side(1);
    bool any = false;
    if (!a.subject.empty() && a.subject == b.subject) {
      WriteTrait(Phrase::kSharedSubject, a.subject);
      any = true;
    }
    if (!a.metric.empty() && a.metric == b.metric) {
      WriteTrait(Phrase::kSharedMetric, MetricWords(a.metric, book_));
      any = true;
    }
    if (!a.unit.empty() && a.unit == b.unit && a.unit != "ratio") {
      WriteTrait(Phrase::kSharedUnit,
                 a.kind == "money" ? a.unit : UnitWords(a.unit, book_));
      any = true;
    }
    std::string shared;
    for (const std::string& qualifier : a.qualifiers) {
      if (std::find(b.qualifiers.begin(), b.qualifiers.end(), qualifier) ==
          b.qualifiers.end()) {
        continue;
      }
      if (!shared.empty()) shared += book_.Say(Phrase::kComma);
      shared += QualifierWords(qualifier, book_);
    }
    if (!shared.empty()) {
      WriteTrait(Phrase::kSharedScope, shared);
      any = true;
    }
    if (!any)
      page_.Raw("<li>").Text(book_.Say(Phrase::kSeeRecord)).Raw("</li>");
  }

  // A note to send to the desks: what was written, where; it takes no side.
  void WriteNote() {
    page_.Raw("<details class=\"note\"><summary>")
        .Text(book_.Say(Phrase::kNoteSummary))
        .Raw("</summary><div class=\"copyable\"><p class=\"text\">");
    WriteFact(context_, finding_, page_);
    page_.Raw(".<br>");
    for (size_t i = 0; i < clashing_; ++i) {
      const ReportClaim& claim = Side(i);
      Page quote;
      quote.Raw("<q").LanguageOf(claim.sentence, claim.language).Raw(">");
      quote.Text(claim.sentence).Raw("</q>");
      const std::string markup = std::move(quote).Take();
      page_.Pattern(book_.Say(claim.published.empty() ? Phrase::kNoteLineUndated
                                                      : Phrase::kNoteLine),
                    {{"outlet", OutletOf(claim)},
                     {"date", book_.DateWords(claim.published)},
                     {"quote", markup, true}});
      const uint32_t a = view_.ArticleOf(finding_.claims[i]);
      const std::string url =
          a == kNowhere ? "" : SafeUrl(view_.report().articles[a].url);
      if (!url.empty()) {
        page_.Raw(" <bdi dir=\"ltr\">").Text(url).Raw("</bdi>");
      }
      page_.Raw("<br>");
    }
    page_
        .Text(book_.Say(finding_.verdict == Verdict::kConflict
                            ? Phrase::kNoteAskConflict
                            : Phrase::kNoteAsk))
        .Raw("</p>");
    WriteCopyButton();
    page_.Raw("</div></details>");
  }

  void WriteCopyButton() {
    page_.Raw("<button type=\"button\" class=\"copy js\">")
        .Text(book_.Say(Phrase::kCopy))
        .Raw("</button>");
  }

  void WriteRecord() {
    page_.Raw("<details class=\"record\"><summary>")
        .Text(book_.Say(Phrase::kRecordSummary))
        .Raw("</summary><p lang=\"en\" dir=\"ltr\">")
        .Prose(finding_.message)
        .Raw("</p><ol lang=\"en\" dir=\"ltr\">");
    for (const std::string& step : finding_.explanation) {
      page_.Raw("<li>").Prose(step).Raw("</li>");
    }
    page_.Raw("</ol><ul class=\"derived\">");
    for (size_t i = 0; i < clashing_; ++i) WriteDerivation(Side(i));
    page_
        .Raw(
            "</ul><div class=\"copyable\"><code class=\"text\" dir=\"ltr\">"
            "crosscheck explain ")
        .Text(finding_.id)
        .Raw(" --run run.json</code>");
    WriteCopyButton();
    page_.Raw("</div><p class=\"fine\">")
        .Pattern(book_.Say(Phrase::kFingerprint), {{"x", finding_.fingerprint}})
        .Raw("</p></details>");
  }

  // The bytes a figure stands at and the rules that read it.
  void WriteDerivation(const ReportClaim& claim) {
    page_.Raw("<li><q")
        .LanguageOf(claim.quote, claim.language)
        .Raw(">")
        .Text(claim.quote)
        .Raw("</q> ")
        .Pattern(book_.Say(Phrase::kBytes),
                 {{"begin", std::to_string(claim.begin_byte)},
                  {"end", std::to_string(claim.end_byte)}})
        .Raw(" ");
    for (const std::string& rule : claim.rules) {
      page_.Raw("<a class=\"rule\" href=\"")
          .Raw(context_.ToMethod(RuleAnchor(rule)))
          .Raw("\"><bdi dir=\"ltr\">")
          .Text(rule)
          .Raw("</bdi></a> ");
    }
    page_.Raw("</li>");
  }

  const Context& context_;
  const Phrasebook& book_;
  const ReportView& view_;
  const uint32_t index_;
  const Finding& finding_;
  const std::vector<ValueGroup> groups_;
  const size_t clashing_;
  const std::string& anchor_;
  Page& page_;
};

}  // namespace

void WriteFindingCard(const Context& context, uint32_t finding, Page& page) {
  Card(context, finding, page).Write();
}

}  // namespace crosscheck
