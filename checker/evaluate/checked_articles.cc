#include "checker/evaluate/checked_articles.h"

#include <algorithm>

#include "checker/evaluate/json_line.h"

namespace crosscheck {

int VerdictRank(Verdict verdict) {
  switch (verdict) {
    case Verdict::kUndecided:
      return 0;
    case Verdict::kAgree:
      return 1;
    case Verdict::kCompatible:
      return 2;
    case Verdict::kUpdate:
      return 3;
    case Verdict::kConflict:
      return 4;
  }
  return 0;
}

CheckedArticles::CheckedArticles(const std::vector<Article>& articles,
                                 Report report)
    : articles_(articles), report_(std::move(report)) {
  uint32_t number = 0;
  for (const ReportClaim& claim : report_.claims) {
    by_article_[claim.article].push_back(number++);
  }
  holders_.resize(report_.claims.size());
  for (uint32_t f = 0; f < report_.findings.size(); ++f) {
    for (uint32_t claim : report_.findings[f].claims) {
      holders_[claim].push_back(f);
    }
  }
}

const Article* CheckedArticles::Find(std::string_view id) const {
  for (const Article& article : articles_) {
    if (article.id == id) return &article;
  }
  return nullptr;
}

std::vector<uint32_t> CheckedArticles::ClaimsOver(const std::string& article,
                                                  const Span& span) const {
  std::vector<uint32_t> out;
  const auto found = by_article_.find(article);
  if (found == by_article_.end()) return out;
  for (uint32_t c : found->second) {
    const ReportClaim& claim = report_.claims[c];
    if (Overlaps({claim.begin_byte, claim.end_byte}, span)) out.push_back(c);
  }
  return out;
}

std::set<uint32_t> CheckedArticles::Holding(
    const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const {
  std::set<uint32_t> out;
  for (uint32_t x : a) {
    for (uint32_t y : b) {
      if (x == y) continue;
      const auto& others = holders_[y];
      for (uint32_t f : holders_[x]) {
        if (std::find(others.begin(), others.end(), f) != others.end()) {
          out.insert(f);
        }
      }
    }
  }
  return out;
}

std::string CheckedArticles::Around(const std::string& article,
                                    const Span& span) const {
  constexpr size_t kReach = 300;
  const Article* found = Find(article);
  if (found == nullptr) return "";
  const std::string& text = found->text;
  size_t begin = std::min<size_t>(span.begin, text.size());
  size_t end = std::min<size_t>(span.end, text.size());
  for (size_t n = 0; n < kReach && begin > 0 && text[begin - 1] != '\n'; ++n) {
    --begin;
  }
  for (size_t n = 0; n < kReach && end < text.size() && text[end] != '\n';
       ++n) {
    ++end;
  }
  const auto is_inside_character = [&](size_t at) {
    return at < text.size() &&
           (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (is_inside_character(begin)) ++begin;
  while (end > begin && is_inside_character(end)) --end;
  return text.substr(begin, end - begin);
}

std::string CheckedArticles::ShowFigures(
    const std::vector<uint32_t>& claims) const {
  std::vector<std::string> out;
  for (uint32_t c : claims) out.push_back(ShowFigure(report_.claims[c]));
  return JsonList(out);
}

std::string CheckedArticles::ShowFinding(uint32_t index) const {
  const Finding& finding = report_.findings[index];
  std::vector<std::string> members;
  for (uint32_t c : finding.claims) {
    const ReportClaim& claim = report_.claims[c];
    members.push_back(JsonObject()
                          .Text("article", claim.article)
                          .Text("published", claim.published)
                          .Raw("read", ShowFigure(claim))
                          .Text("sentence", claim.sentence)
                          .Take());
  }
  return JsonObject()
      .Text("rule", finding.rule)
      .Text("verdict", ToString(finding.verdict))
      .Text("severity", ToString(finding.severity))
      .Text("subject", finding.subject)
      .Text("metric", finding.metric)
      .Text("message", finding.message)
      .Raw("explanation", JsonTexts(finding.explanation))
      .Number("clash_count", finding.clash_count)
      .Raw("claims", JsonList(members))
      .Take();
}

}  // namespace crosscheck
