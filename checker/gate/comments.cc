#include "checker/gate/comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "checker/model/decimal.h"

namespace crosscheck {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kWord = "crosscheck-";
constexpr size_t kMostComment = 4096;  // bytes; longer is no comment of ours

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// The next word; the text goes on behind it.
std::string_view TakeWord(std::string_view& text) {
  while (!text.empty() && (IsBlank(text.front()) || text.front() == ',')) {
    text.remove_prefix(1);
  }
  size_t end = 0;
  while (end < text.size() && !IsBlank(text[end]) && text[end] != ',') ++end;
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

// Blanks of any kind as one.
std::string OneLine(std::string_view text) {
  std::string out;
  for (const char c : Trim(text)) {
    if (!IsBlank(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

class Reader {
 public:
  Reader(const Article& article, std::vector<Problem>& problems)
      : article_(article),
        text_(article.source.empty() ? article.text : article.source),
        problems_(problems) {}

  std::vector<SuppressingComment> Read() {
    if (article_.is_record) return {};
    for (size_t at = text_.find(kOpen); at != std::string_view::npos;
         at = text_.find(kOpen, at + 1)) {
      std::string_view inside = text_.substr(at + kOpen.size(), kMostComment);
      const size_t end = inside.find(kClose);
      if (end == std::string_view::npos) continue;
      inside = Trim(inside.substr(0, end));
      if (inside.substr(0, kWord.size()) != kWord) continue;
      Take(inside, at, at + kOpen.size() + end + kClose.size());
    }
    for (SuppressingComment& open : open_) Add(std::move(open));
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(found_);
  }

 private:
  // Offsets only grow, so lines are counted on from the last.
  uint32_t LineOf(size_t at) {
    if (at < counted_to_) {
      counted_to_ = 0;
      line_ = 1;
    }
    line_ += static_cast<uint32_t>(
        std::count(text_.begin() + static_cast<ptrdiff_t>(counted_to_),
                   text_.begin() + static_cast<ptrdiff_t>(at), '\n'));
    counted_to_ = at;
    return line_;
  }

  void Complain(uint32_t line, const std::string& what) {
    problems_.push_back(
        {article_.path, fmt::format("{}:{}: {}", article_.path, line, what)});
  }

  void Take(std::string_view inside, size_t begin, size_t end) {
    SuppressingComment comment;
    comment.article = article_.id;
    comment.path = article_.path;
    comment.line = LineOf(begin);
    const size_t dashes = inside.find(" --");
    std::string_view rules = inside.substr(0, dashes);
    if (dashes != std::string_view::npos) {
      comment.reason = OneLine(inside.substr(dashes + 3));
    }
    const std::string_view word = TakeWord(rules);
    for (std::string_view rule = TakeWord(rules); !rule.empty();
         rule = TakeWord(rules)) {
      comment.rules.emplace_back(rule);
    }
    const uint32_t end_line = LineOf(end);
    if (word == "crosscheck-enable") {
      for (SuppressingComment& open : open_) {
        open.last_line = comment.line;
        Add(std::move(open));
      }
      open_.clear();
      return;
    }
    if (word == "crosscheck-disable-next-line") {
      comment.first_line = comment.last_line = NextLine(end, end_line);
    } else if (word == "crosscheck-disable-line") {
      comment.first_line = comment.line;
      comment.last_line = end_line;
    } else if (word == "crosscheck-disable") {
      comment.first_line = comment.line;
      comment.last_line = ~uint32_t{0};
    } else {
      Complain(comment.line,
               fmt::format("unknown comment \"{}\"; write crosscheck-disable-"
                           "next-line, -disable-line, -disable or -enable",
                           word));
      return;
    }
    if (comment.reason.empty()) {
      Complain(comment.line,
               "a discrepancy is let stand without a reason; write \"RULE -- "
               "why\"");
    }
    if (word == "crosscheck-disable") {
      open_.push_back(std::move(comment));
    } else {
      Add(std::move(comment));
    }
  }

  // The line after the comment's that holds anything but blanks.
  uint32_t NextLine(size_t end, uint32_t end_line) const {
    size_t at = text_.find('\n', end);
    uint32_t line = end_line;
    while (at != std::string_view::npos) {
      ++line;
      const size_t next = text_.find('\n', at + 1);
      const size_t size =
          (next == std::string_view::npos ? text_.size() : next) - at - 1;
      if (!Trim(text_.substr(at + 1, size)).empty()) return line;
      at = next;
    }
    return line;
  }

  void Add(SuppressingComment&& comment) {
    found_.push_back(std::move(comment));
  }

  const Article& article_;
  const std::string_view text_;
  std::vector<Problem>& problems_;
  std::vector<SuppressingComment> found_, open_;
  size_t counted_to_ = 0;
  uint32_t line_ = 1;
};

bool IsOfRule(const SuppressingComment& comment, const std::string& rule) {
  if (comment.rules.empty()) return true;
  return std::any_of(comment.rules.begin(), comment.rules.end(),
                     [&](const std::string& named) {
                       return named == rule || rule.rfind(named + ".", 0) == 0;
                     });
}

bool Covers(const SuppressingComment& comment, const ReportClaim& claim) {
  return comment.article == claim.article && claim.field.empty() &&
         comment.first_line <= claim.line && claim.line <= comment.last_line;
}

// Could the two claims stand side by side, as far as their ranges say?
bool Meet(const ReportClaim& a, const ReportClaim& b) {
  if (a.unit != b.unit || a.kind != b.kind) return false;
  if (!a.value.empty() && a.value == b.value) return true;
  const auto below = [](const ReportClaim& x, const ReportClaim& y) {
    if (x.high.empty() || y.low.empty()) return false;
    const auto high = Decimal::Parse(x.high), low = Decimal::Parse(y.low);
    if (!high || !low) return x.high < y.low;  // dates
    return *high < *low ||
           (*high == *low && !(x.high_included && y.low_included));
  };
  return !below(a, b) && !below(b, a);
}

// Does anything clash among the claims that no comment covers?
bool StillClashes(const std::vector<ReportClaim>& claims) {
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (!Meet(claims[i], claims[j])) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<SuppressingComment> ReadComments(const Article& article,
                                             std::vector<Problem>& problems) {
  return Reader(article, problems).Read();
}

void ApplyComments(const std::vector<SuppressingComment>& comments,
                   Report& report, std::vector<Problem>& problems) {
  if (comments.empty()) return;
  std::map<std::string_view, std::vector<size_t>> of_article;
  for (size_t i = 0; i < comments.size(); ++i) {
    of_article[comments[i].article].push_back(i);
  }
  std::vector<bool> used(comments.size());
  for (Finding& finding : report.findings) {
    if (finding.level == Level::kNone) continue;
    std::vector<ReportClaim> left;
    std::optional<size_t> first;
    for (const uint32_t index : finding.claims) {
      ReportClaim claim = report.claims[index];
      bool covered = false;
      const auto own = of_article.find(claim.article);
      if (own != of_article.end()) {
        for (const size_t i : own->second) {
          if (!IsOfRule(comments[i], finding.rule) ||
              !Covers(comments[i], claim)) {
            continue;
          }
          covered = used[i] = true;
          if (!first) first = i;
        }
      }
      if (!covered) left.push_back(std::move(claim));
    }
    if (!first) continue;
    if (left.size() == finding.claims.size() || StillClashes(left)) continue;
    const SuppressingComment& comment = comments[*first];
    finding.state = FindingState::kDismissed;
    finding.disposition = {"comment", comment.reason, "",
                           fmt::format("{}:{}", comment.path, comment.line),
                           true};
    finding.level = std::min(finding.level, Level::kNote);
  }
  for (size_t i = 0; i < comments.size(); ++i) {
    if (used[i]) continue;
    problems.push_back(
        {comments[i].path,
         fmt::format(
             "{}:{}: lets nothing stand any more{}; remove the comment",
             comments[i].path, comments[i].line,
             comments[i].rules.empty()
                 ? ""
                 : fmt::format(" ({})", fmt::join(comments[i].rules, ", ")))});
  }
}

}  // namespace crosscheck
