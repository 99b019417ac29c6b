#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reports/html/finding_parts.h"
#include "reports/html/labels.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

class Reasons {
 public:
  Reasons(const ShownFinding& shown, Page& page)
      : shown_(shown),
        context_(shown.context),
        book_(shown.context.book),
        view_(shown.context.view),
        finding_(shown.finding),
        page_(page) {}

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
        .Raw(context_.ToMethod(ComparisonAnchor(finding_.rule)))
        .Raw("\" dir=\"ltr\">")
        .Text(finding_.rule)
        .Raw("</a></p></section>");
    WriteRemedy();
    page_.Raw("</div>");
  }

  void WriteNote() {
    page_.Raw("<details class=\"desk\"><summary>")
        .Text(book_.Say(Phrase::kNoteSummary))
        .Raw("</summary><div class=\"copyable\"><p class=\"text\">");
    WriteFact(context_, finding_, page_);
    page_.Raw(".\n");
    for (size_t i = 0; i < shown_.clashing; ++i) {
      const ReportClaim& claim = shown_.Side(i);
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
      page_.Raw("\n");
    }
    page_
        .Text(book_.Say(finding_.verdict == Verdict::kConflict
                            ? Phrase::kNoteAskConflict
                            : Phrase::kNoteAsk))
        .Raw("</p>");
    page_.Raw("</div></details>");
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
    for (size_t i = 0; i < shown_.clashing; ++i)
      WriteDerivation(shown_.Side(i));
    page_
        .Raw(
            "</ul><div class=\"copyable\"><code class=\"text\" dir=\"ltr\">"
            "crosscheck explain ")
        .Text(finding_.id)
        .Raw(" --run run.json</code>");
    page_.Raw("</div><p class=\"fine\">")
        .Pattern(book_.Say(Phrase::kFingerprint), {{"x", finding_.fingerprint}})
        .Raw("</p></details>");
  }

 private:
  // What each would have to say to fit the other, then what else would do.
  void WriteRemedy() {
    const std::string_view remedy = book_.Term("remedy." + finding_.rule);
    const bool clash =
        finding_.verdict == Verdict::kConflict && finding_.claims.size() > 1;
    if (remedy.empty() && !clash) return;
    page_.Raw("<section><h4>")
        .Text(book_.Say(Phrase::kWhatWouldSettle))
        .Raw("</h4>");
    if (clash && shown_.Side(0).article != shown_.Side(1).article) {
      const ReportClaim &a = shown_.Side(0), &b = shown_.Side(1);
      page_.Raw("<p>")
          .Pattern(book_.Say(Phrase::kWouldFit), {{"a", OutletOf(a)},
                                                  {"b", OutletOf(b)},
                                                  {"x", Allowed(a)},
                                                  {"y", Allowed(b)}})
          .Raw("</p>");
    }
    if (!remedy.empty()) page_.Raw("<p>").Text(remedy).Raw("</p>");
    page_.Raw("</section>");
  }

  std::string Allowed(const ReportClaim& claim) const {
    std::string words = AllowedWords(context_, claim);
    return words.empty() ? FigureOf(claim, book_) : words;
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
    const ReportClaim &a = shown_.Side(0), &b = shown_.Side(1);
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
      WriteTrait(Phrase::kSharedUnit, a.kind == "money"
                                          ? book_.CurrencyName(a.unit, "")
                                          : UnitWords(a.unit, book_));
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
          .Raw("\" dir=\"ltr\">")
          .Text(rule)
          .Raw("</a> ");
    }
    page_.Raw("</li>");
  }

  const ShownFinding& shown_;
  const Context& context_;
  const Phrasebook& book_;
  const ReportView& view_;
  const Finding& finding_;
  Page& page_;
};

}  // namespace

void WriteReasons(const ShownFinding& shown, Page& page) {
  Reasons(shown, page).WriteReasons();
}
void WriteDeskNote(const ShownFinding& shown, Page& page) {
  Reasons(shown, page).WriteNote();
}
void WriteRecord(const ShownFinding& shown, Page& page) {
  Reasons(shown, page).WriteRecord();
}

}  // namespace crosscheck
