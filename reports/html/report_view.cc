#include "reports/html/report_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "reports/alert/alert.h"

namespace crosscheck {
namespace {

int Rank(const Finding& finding) {
  switch (finding.verdict) {
    case Verdict::kConflict:
      return 0;
    case Verdict::kUpdate:
      return 1;
    case Verdict::kUndecided:
      return 2;
    case Verdict::kCompatible:
      return 3;
    case Verdict::kAgree:
      break;
  }
  return 4;
}

int StateRank(const Finding& finding) {
  if (IsOpen(finding)) return 0;
  return finding.state == FindingState::kKnown ? 1 : 2;
}

bool IsFitForId(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                  (c >= 'A' && c <= 'Z');
         });
}

// What makes two claims of one finding print the same value. Counted nouns are
// worded in many ways and do not tell values apart.
std::string ValueKey(const ReportClaim& claim) {
  std::string key;
  for (const std::string& part :
       {claim.kind, claim.value, claim.low, claim.high, claim.modality,
        claim.kind == "count" ? claim.kind : claim.unit}) {
    key += part;
    key.push_back('\0');
  }
  return key;
}

// FNV-1a with a mark after each text, so that ("a","bc") and ("ab","c") differ.
class Digest {
 public:
  Digest& Add(std::string_view text) {
    for (char c : text) Byte(static_cast<uint8_t>(c));
    Byte(0xff);
    return *this;
  }
  Digest& Add(uint64_t number) {
    for (int i = 0; i < 8; ++i) Byte(static_cast<uint8_t>(number >> (8 * i)));
    return *this;
  }
  uint64_t value() const { return hash_; }

 private:
  void Byte(uint8_t byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }
  uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace

bool IsShown(const Finding& finding) {
  return finding.verdict != Verdict::kAgree && finding.level != Level::kNone &&
         !finding.claims.empty();
}

ReportView::ReportView(const Report& report)
    : report_(report),
      claims_(report.claims.begin(), report.claims.end()),
      number_(report.findings.size()),
      anchors_(report.findings.size()),
      short_anchors_(report.findings.size()),
      article_of_(report.claims.size(), kNowhere),
      finding_of_(report.claims.size(), kNowhere),
      claims_of_(report.articles.size()),
      findings_of_(report.articles.size()),
      origin_(report.articles.size()),
      copies_(report.articles.size()) {
  for (uint32_t a = 0; a < report.articles.size(); ++a) {
    article_index_.emplace(report.articles[a].id, a);
  }
  for (uint32_t a = 0; a < report.articles.size(); ++a) {
    const auto first = article_index_.find(report.articles[a].copy_of);
    origin_[a] = report.articles[a].copy_of.empty() ||
                         first == article_index_.end() || first->second >= a
                     ? a
                     : origin_[first->second];
    if (origin_[a] != a) ++copies_[origin_[a]];
  }
  for (uint32_t c = 0; c < report.claims.size(); ++c) {
    const auto found = article_index_.find(claims_[c].article);
    if (found == article_index_.end()) continue;
    article_of_[c] = found->second;
    claims_of_[found->second].push_back(c);
  }
  for (auto& claims : claims_of_) {
    std::stable_sort(claims.begin(), claims.end(), [&](uint32_t a, uint32_t b) {
      const ReportClaim &x = claims_[a], &y = claims_[b];
      return std::tie(x.begin_in_text, x.field, x.begin_byte) <
             std::tie(y.begin_in_text, y.field, y.begin_byte);
    });
  }
  Sort();
  NameAnchors();
  for (uint32_t f : shown_) {
    for (uint32_t c : report.findings[f].claims) {
      if (finding_of_[c] == kNowhere) finding_of_[c] = f;
      const uint32_t a = article_of_[c];
      if (a == kNowhere) continue;
      auto& list = findings_of_[a];
      if (list.empty() || list.back() != f) list.push_back(f);
    }
  }
  GatherStories();
  Sum();
}

void ReportView::Sort() {
  for (uint32_t f = 0; f < report_.findings.size(); ++f) {
    if (IsShown(report_.findings[f])) shown_.push_back(f);
  }
  std::stable_sort(shown_.begin(), shown_.end(), [&](uint32_t a, uint32_t b) {
    const Finding &x = report_.findings[a], &y = report_.findings[b];
    return std::make_tuple(StateRank(x), Rank(x),
                           -static_cast<int>(x.severity)) <
           std::make_tuple(StateRank(y), Rank(y),
                           -static_cast<int>(y.severity));
  });
  for (uint32_t i = 0; i < shown_.size(); ++i) number_[shown_[i]] = i + 1;
}

void ReportView::NameAnchors() {
  absl::flat_hash_set<std::string> taken;
  for (uint32_t f : shown_) {
    const Finding& finding = report_.findings[f];
    std::string anchor = "f-" + finding.fingerprint;
    if (!IsFitForId(finding.fingerprint) || !taken.insert(anchor).second) {
      anchor = fmt::format("f-n{}", number_[f]);
    }
    anchors_[f] = std::move(anchor);
    std::string short_anchor = finding.id;
    const bool fit =
        short_anchor.size() > 1 && short_anchor.size() < 12 &&
        short_anchor[0] == 'f' &&
        short_anchor.find_first_not_of("0123456789", 1) == std::string::npos;
    if (!fit || !taken.insert(short_anchor).second) {
      short_anchor = fmt::format("n{}", number_[f]);
    }
    short_anchors_[f] = std::move(short_anchor);
  }
}

std::string ReportView::LabelOf(uint32_t finding) const {
  const std::string& id = FindingAt(finding).id;
  return id.empty() ? fmt::format("{}", number_[finding]) : id;
}

size_t ReportView::ClashCount(const Finding& finding) {
  const size_t all = finding.claims.size();
  const size_t clashing = finding.clash_count == 0
                              ? std::min<size_t>(2, all)
                              : std::min<size_t>(finding.clash_count, all);
  return clashing;
}

std::vector<ValueGroup> ReportView::GroupsOf(const Finding& finding) const {
  std::vector<ValueGroup> groups;
  absl::flat_hash_map<std::string, uint32_t> index;
  const size_t clashing = ClashCount(finding);
  for (size_t i = 0; i < finding.claims.size(); ++i) {
    const ReportClaim& claim = Claim(finding.claims[i]);
    const auto [slot, is_new] =
        index.emplace(ValueKey(claim), static_cast<uint32_t>(groups.size()));
    if (is_new) groups.emplace_back();
    ValueGroup* group = &groups[slot->second];
    group->claims.push_back(finding.claims[i]);
    group->clashes = group->clashes || i < clashing;
  }
  for (ValueGroup& group : groups) {
    absl::flat_hash_set<uint32_t> articles, origins;
    for (uint32_t c : group.claims) {
      const uint32_t a = article_of_[c];
      articles.insert(a);
      origins.insert(a == kNowhere ? a : origin_[a]);
    }
    group.articles = articles.size();
    group.origins = origins.size();
  }
  return groups;
}

Mark ReportView::MarkOf(uint32_t claim) const {
  if (finding_of_[claim] == kNowhere) return Mark::kPassed;
  return FindingAt(finding_of_[claim]).verdict == Verdict::kConflict
             ? Mark::kConflict
             : Mark::kNote;
}

void ReportView::GatherStories() {
  std::vector<uint32_t> parent(report_.articles.size());
  std::iota(parent.begin(), parent.end(), 0u);
  const auto find = [&](uint32_t a) {
    while (parent[a] != a) a = parent[a] = parent[parent[a]];
    return a;
  };
  const auto first_article = [&](uint32_t f) {
    for (uint32_t c : FindingAt(f).claims) {
      if (article_of_[c] != kNowhere) return article_of_[c];
    }
    return kNowhere;
  };
  for (uint32_t f : shown_) {
    const uint32_t first = first_article(f);
    for (uint32_t c : FindingAt(f).claims) {
      if (article_of_[c] == kNowhere) continue;
      const uint32_t a = find(first), b = find(article_of_[c]);
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  absl::flat_hash_map<uint32_t, uint32_t> story_of;
  for (uint32_t f : shown_) {
    const uint32_t first = first_article(f);
    if (first == kNowhere) continue;
    const auto [slot, is_new] =
        story_of.emplace(find(first), static_cast<uint32_t>(stories_.size()));
    if (is_new) stories_.emplace_back();
    stories_[slot->second].findings.push_back(f);
  }
  for (uint32_t a = 0; a < report_.articles.size(); ++a) {
    const auto found = story_of.find(find(a));
    if (found != story_of.end()) stories_[found->second].articles.push_back(a);
  }
}

void ReportView::Sum() {
  has_states_ = !report_.against.empty() ||
                std::any_of(report_.findings.begin(), report_.findings.end(),
                            [](const Finding& finding) {
                              return finding.state != FindingState::kNew;
                            });
  absl::flat_hash_set<std::string_view> outlets;
  for (const ReportArticle& article : report_.articles) {
    if (!article.outlet.empty()) outlets.insert(article.outlet);
    // ISO dates of one length sort as texts.
    const auto day = std::string_view(article.published).substr(0, 10);
    if (day.size() < 10) continue;
    if (first_day_.empty() || day < first_day_) first_day_ = day;
    last_day_ = std::max(last_day_, day);
  }
  outlet_count_ = outlets.size();
  Digest digest;
  digest.Add(report_.tool_version).Add(report_.rules_digest);
  for (const ReportArticle& a : report_.articles) {
    digest.Add(a.id).Add(a.url).Add(a.published).Add(a.text);
  }
  for (const ReportClaim& c : claims_) {
    digest.Add(c.sentence).Add(c.value).Add(c.begin_byte);
  }
  for (const Finding& f : report_.findings) {
    digest.Add(f.fingerprint).Add(static_cast<uint64_t>(f.state));
  }
  run_id_ = fmt::format("{:016x}", digest.value());
}

}  // namespace crosscheck
