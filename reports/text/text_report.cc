#include "reports/text/text_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "reports/text/lines.h"
#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr int kLeastWidth = 40;
constexpr int kLinesOfSentence = 3;  // before it is shortened
constexpr size_t kMostOthers = 8;    // claims beyond the clashing ones

constexpr std::string_view kDim = "2";
constexpr std::string_view kBold = "1";

std::string_view ColorOf(Level level) {
  switch (level) {
    case Level::kError:
      return "1;31";
    case Level::kWarning:
      return "1;33";
    default:
      return "1;36";
  }
}

// "2025-01-29T08:30:00+03:00" -> "2025-01-29"
std::string_view DayOf(std::string_view published) {
  return published.substr(0, published.find('T'));
}

class Printer {
 public:
  Printer(const Report& report, const TextOptions& options)
      : report_(report),
        color_(options.color),
        width_(std::max(options.width, kLeastWidth)) {
    for (const ReportArticle& article : report.articles) {
      paths_.emplace(article.id, article.path);
    }
  }

  std::string Print() {
    for (Level level : {Level::kError, Level::kWarning, Level::kNote}) {
      for (const Finding& finding : report_.findings) {
        if (finding.level != level || !IsShown(finding)) continue;
        Head(finding);
        if (level == Level::kNote) {
          PrintNote(finding);
        } else {
          PrintClash(finding);
        }
        Line();
      }
    }
    PrintSummary();
    return std::move(out_);
  }

 private:
  static bool IsShown(const Finding& finding) {
    // A known finding is a note; one that a new article repeats is a warning.
    if (finding.state == FindingState::kKnown) {
      return finding.level >= Level::kWarning;
    }
    return finding.verdict != Verdict::kAgree &&
           finding.state != FindingState::kDismissed;
  }

  std::string Paint(std::string_view style, std::string_view text) const {
    if (!color_ || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", style, text);
  }
  void Line(std::string_view text = "") {
    out_ += text;
    out_.push_back('\n');
  }

  // Our own words, wrapped; `first` and `rest` stand before the lines.
  void Words(std::string_view first, std::string_view rest,
             std::string_view text, std::string_view style = "") {
    std::string_view before = first;
    for (const std::string& line :
         Wrap(Visible(text), width_ - ColumnsOf(Plain(first)))) {
      const std::string words = IsolateRuns(line);
      Line(fmt::format("{}{}", before,
                       style.empty() ? words : Paint(style, words)));
      before = rest;
    }
  }
  // Without the escapes Paint put in, for measuring.
  static std::string Plain(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\x1b') {
        at = std::min(text.find('m', at), text.size());
      } else {
        out.push_back(text[at]);
      }
    }
    return out;
  }

  // error[f1]: subject · metric                            conflict · high
  void Head(const Finding& finding) {
    const std::string tag =
        fmt::format("{}[{}]", ToString(finding.level), Visible(finding.id));
    std::string fact =
        Visible(FactWords(finding.subject, finding.metric, book_));
    if (fact.empty()) fact = "one fact";
    std::string verdict(ToString(finding.verdict));
    if (finding.severity != Severity::kNone) {
      verdict += fmt::format(" · {}", ToString(finding.severity));
    }
    if (finding.state != FindingState::kNew) {
      verdict += fmt::format(" · {}", ToString(finding.state));
    }
    const int used = ColumnsOf(tag) + 2 + ColumnsOf(fact);
    const int left = width_ - used - ColumnsOf(verdict);
    std::string line = fmt::format("{}: {}", Paint(ColorOf(finding.level), tag),
                                   Paint(kBold, IsolateName(fact)));
    if (left >= 2) {
      Line(fmt::format("{}{:{}}{}", line, "", left, Paint(kDim, verdict)));
    } else {
      Line(line);
      Line("  " + Paint(kDim, verdict));
    }
    Words("  ", "  ", finding.message);
  }

  // "examples/a.md:3:63", or with the record and field of a JSON Lines file.
  std::string PlaceOf(const ReportClaim& claim) const {
    const auto found = paths_.find(claim.article);
    std::string path = found == paths_.end() || found->second.empty()
                           ? claim.article
                           : found->second;
    path = IsolateName(Visible(path));
    if (!claim.field.empty()) {
      return fmt::format("{} {}, {} {}:{}", path,
                         IsolateName(Visible(claim.article)),
                         Visible(claim.field), claim.line, claim.column);
    }
    return fmt::format("{}:{}:{}", path, claim.line, claim.column);
  }

  std::string SourceOf(const ReportClaim& claim) const {
    const std::string outlet =
        claim.outlet.empty() ? claim.article : claim.outlet;
    std::string out = Paint(kBold, IsolateName(Visible(outlet)));
    if (!claim.published.empty()) {
      out += fmt::format(" · {}", IsolateName(Visible(DayOf(claim.published))));
    }
    return out;
  }

  // The figure between its marks: « » as they are, or the two bytes that
  // PaintMarks makes colour of once lines are broken and isolated.
  std::string Marked(std::string_view figure) const {
    const std::string text = Visible(figure);
    if (!color_) return fmt::format("«{}»", text);
    return fmt::format("{}{}{}", kMarkBegin, text, kMarkEnd);
  }
  // `open` carries a mark over the end of a line.
  std::string PaintMarks(std::string_view line, std::string_view style,
                         bool& open) const {
    if (!color_) return std::string(line);
    const std::string on = fmt::format("\x1b[{}m", style);
    std::string out = open ? on : "";
    for (char c : line) {
      if (c == kMarkBegin) {
        open = true;
        out += on;
      } else if (c == kMarkEnd) {
        open = false;
        out += "\x1b[0m";
      } else {
        out.push_back(c);
      }
    }
    if (open) out += "\x1b[0m";
    return out;
  }

  void PrintSentence(const ReportClaim& claim, Level level,
                     std::string_view gutter) {
    const int width = width_ - ColumnsOf(Plain(gutter));
    const Excerpt excerpt =
        ExcerptOf(claim, static_cast<size_t>(width) * kLinesOfSentence);
    std::string text = excerpt.cut_before && !excerpt.apart ? "…" : "";
    text += Visible(excerpt.before);
    if (excerpt.apart) text += excerpt.cut_before ? "… " : " ";
    text += Marked(excerpt.figure);
    text += Visible(excerpt.after);
    if (excerpt.cut_after) text += "…";
    const bool right_to_left = MainDirectionOf(text) == Strength::kRightToLeft;
    const std::string style = fmt::format("4;{}", ColorOf(level));
    bool open = false;
    for (const std::string& line : Wrap(text, width)) {
      Line(fmt::format(
          "{}{}", gutter,
          PaintMarks(IsolateLine(line, right_to_left), style, open)));
    }
  }

  // = USD 1.2 billion (1.15 to under 1.25 billion) · says … · planned
  std::string ReadingOf(const ReportClaim& claim) const {
    std::string value = FigureWords(claim, book_);
    std::string text =
        value.empty() ? std::string("= open") : fmt::format("= {}", value);
    const std::string range = RangeWords(claim, book_);
    if (!range.empty()) text += fmt::format(" ({})", range);
    if (!claim.speaker.empty())
      text += fmt::format(" · says {}", claim.speaker);
    if (claim.planned) text += " · planned";
    if (claim.negated) text += " · denied";
    for (const std::string& qualifier : claim.qualifiers) {
      text += fmt::format(" · {}", QualifierWords(qualifier, book_));
    }
    if (claim.when_basis == "written" && claim.kind != "date" &&
        !claim.when_first.empty()) {
      text += claim.when_first == claim.when_last || claim.when_last.empty()
                  ? fmt::format(" · of {}", claim.when_first)
                  : fmt::format(" · of {} to {}", claim.when_first,
                                claim.when_last);
    }
    return text;
  }

  void PrintClash(const Finding& finding) {
    const size_t all = finding.claims.size();
    const size_t clashing = finding.clash_count == 0
                                ? all
                                : std::min<size_t>(finding.clash_count, all);
    const std::string bar = "  " + Paint(kDim, "│") + " ";
    Line();
    for (size_t i = 0; i < clashing; ++i) {
      const ReportClaim& claim = report_.claims[finding.claims[i]];
      if (i > 0) Line("  " + Paint(kDim, "│"));
      Line(fmt::format("  {} {} · {}", Paint(kDim, i == 0 ? "╭" : "├"),
                       SourceOf(claim), PlaceOf(claim)));
      PrintSentence(claim, finding.level, bar);
      Words(bar, bar + "  ", ReadingOf(claim));
      if (!claim.doubt.empty()) Words(bar, bar + "  ", "? " + claim.doubt);
    }
    if (clashing < all) {
      Line("  " + Paint(kDim, "│"));
      Line("  " + Paint(kDim, "├ also"));
      PrintBriefly(finding, clashing, bar);
    }
    Line("  " + Paint(kDim, "╰"));
    std::string_view label = "why";
    for (const std::string& step : finding.explanation) {
      Labelled(label, step);
      label = "";
    }
    if (!finding.likely_slip.empty()) Labelled("slip", finding.likely_slip);
    Labelled("more", fmt::format("crosscheck explain {}  ({})", finding.id,
                                 finding.rule));
  }

  void Labelled(std::string_view label, std::string_view text) {
    Words(fmt::format("  {} ", Paint(kDim, fmt::format("{:5}", label))),
          "        ", text);
  }

  // A claim a line: place, outlet, figure, value.
  void PrintBriefly(const Finding& finding, size_t first,
                    std::string_view gutter) {
    const size_t limit = std::min(finding.claims.size(), first + kMostOthers);
    for (size_t i = first; i < limit; ++i) {
      const ReportClaim& claim = report_.claims[finding.claims[i]];
      const std::string quote = Visible(claim.quote);
      bool open = false;
      const std::string figure =
          PaintMarks(IsolateLine(Marked(claim.quote), HasRightToLeft(quote)),
                     ColorOf(finding.level), open);
      const std::string value = Visible(FigureWords(claim, book_));
      Line(fmt::format("{}{} · {}", gutter, SourceOf(claim), PlaceOf(claim)));
      Line(fmt::format("{}  {}{}", gutter, figure,
                       value.empty() || value == quote
                           ? std::string()
                           : " = " + IsolateRuns(value)));
    }
    if (limit < finding.claims.size()) {
      Line(fmt::format("{}and {} more: --format json lists them", gutter,
                       finding.claims.size() - limit));
    }
  }

  void PrintNote(const Finding& finding) {
    PrintBriefly(finding, 0, "  " + Paint(kDim, "│") + " ");
    if (finding.verdict == Verdict::kUndecided) {
      std::string_view label = "why";
      for (const std::string& step : finding.explanation) {
        Labelled(label, step);
        label = "";
      }
    }
  }

  void PrintSummary() {
    uint64_t errors = 0, warnings = 0, notes = 0, dismissed = 0, known = 0,
             unlevelled = 0;
    for (const Finding& f : report_.findings) {
      if (f.verdict == Verdict::kAgree) continue;  // counted in the coverage
      if (f.state == FindingState::kDismissed) {
        ++dismissed;
      } else if (f.state == FindingState::kKnown && !IsShown(f)) {
        ++known;
      } else if (f.level == Level::kError) {
        ++errors;
      } else if (f.level == Level::kWarning) {
        ++warnings;
      } else if (f.level == Level::kNote) {
        ++notes;
      } else {
        ++unlevelled;
      }
    }
    Line(Paint(kDim, Rule()));
    std::vector<std::string> counts;
    const auto count = [&](uint64_t n, std::string_view noun,
                           std::string_view style) {
      if (n > 0) counts.push_back(Paint(style, Counted(n, noun)));
    };
    count(errors, "error", ColorOf(Level::kError));
    count(warnings, "warning", ColorOf(Level::kWarning));
    count(notes, "note", ColorOf(Level::kNote));
    if (errors + warnings == 0) {
      counts.insert(counts.begin(),
                    report_.articles.empty()
                        ? "nothing was checked"
                        : Paint("1;32", "no discrepancy found"));
    }
    std::string more;
    const auto aside = [&](uint64_t n, std::string_view what) {
      if (n == 0) return;
      more += fmt::format("{}{} {}", more.empty() ? "  (not shown: " : ", ",
                          GroupedDigits(n), what);
    };
    aside(report_.coverage.agreeing, "agreeing");
    aside(known, "known");
    aside(dismissed, "dismissed");
    aside(unlevelled, "of level none");
    if (!more.empty()) more += ")";
    Line(fmt::format("{}{}", fmt::join(counts, ", "), Paint(kDim, more)));

    if (!report_.against.empty()) {
      Words("", "  ",
            fmt::format("against {}; resolved: {}", report_.against,
                        GroupedDigits(report_.resolved.size())));
    }
    const Coverage& coverage = report_.coverage;
    Words("", "  ",
          fmt::format("{} · {} read · {} · {} linked · {} compared",
                      Counted(report_.articles.size(), "article"),
                      Counted(coverage.figures, "figure"),
                      Counted(coverage.claims, "claim"),
                      GroupedDigits(coverage.linked),
                      GroupedDigits(coverage.compared)));
    if (!coverage.skipped.empty()) {
      std::vector<std::pair<uint64_t, std::string_view>> reasons;
      for (const auto& [reason, n] : coverage.skipped) {
        reasons.emplace_back(n, reason);
      }
      std::stable_sort(
          reasons.begin(), reasons.end(),
          [](const auto& a, const auto& b) { return a.first > b.first; });
      std::string text = "left out: ";
      std::string_view before = "";
      for (const auto& [n, reason] : reasons) {
        text += fmt::format("{}{} {}", before, GroupedDigits(n), reason);
        before = ", ";
      }
      Words("", "  ", text);
    }
    if (!report_.problems.empty()) {
      Line(Paint(ColorOf(Level::kWarning),
                 Counted(report_.problems.size(), "problem") + ":"));
      for (const Problem& problem : report_.problems) {
        // Some messages begin with the path they are about.
        const bool named =
            problem.path.empty() || problem.message.rfind(problem.path, 0) == 0;
        Words("  ", "    ",
              named ? problem.message
                    : fmt::format("{}: {}", problem.path, problem.message));
      }
    }
    std::string made;
    if (!report_.tool_version.empty()) {
      made = fmt::format("crosscheck {}", report_.tool_version);
    }
    if (!report_.rules_digest.empty()) {
      made += fmt::format("{}rules {}", made.empty() ? "" : " · ",
                          report_.rules_digest);
    }
    if (!made.empty()) Words("", "  ", made, kDim);
  }

  std::string Rule() const {
    std::string rule;
    for (int i = 0; i < width_; ++i) rule += "─";
    return rule;
  }

  const Report& report_;
  const Phrasebook book_;
  const bool color_;
  const int width_;
  absl::flat_hash_map<std::string, std::string> paths_;  // by article id
  std::string out_;
};

}  // namespace

std::string ToText(const Report& report, const TextOptions& options) {
  return Printer(report, options).Print();
}

}  // namespace crosscheck
