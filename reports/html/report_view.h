#ifndef CROSSCHECK_REPORTS_HTML_REPORT_VIEW_H_
#define CROSSCHECK_REPORTS_HTML_REPORT_VIEW_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "checker/model/report.h"

namespace crosscheck {

inline constexpr uint32_t kNowhere = UINT32_MAX;

// Claims of a finding that print the same value: what a chip, a bar of a scale
// and a row of the table stand for. Copies of one text are counted once in
// `origins`.
struct ValueGroup {
  std::vector<uint32_t> claims;  // indexes into Report::claims; never empty
  uint32_t articles = 0;
  uint32_t origins = 0;
  bool clashes = false;  // holds one of the smallest clashing set
};

// Articles that share findings, and those findings in the order they are
// shown.
struct Story {
  std::vector<uint32_t> articles;
  std::vector<uint32_t> findings;
};

// How a figure of an article fared.
enum class Mark : uint8_t { kPassed, kNote, kConflict };

// What every part of the page looks up, worked out once. Findings that agree
// or have level none are counted and not shown. Holds references into the
// report, which must outlive it. Cost: near-linear in the report.
class ReportView {
 public:
  explicit ReportView(const Report& report);

  const Report& report() const { return report_; }
  const std::vector<ReportClaim>& claims() const { return claims_; }
  const ReportClaim& Claim(uint32_t c) const { return claims_[c]; }
  const Finding& FindingAt(uint32_t f) const { return report_.findings[f]; }

  // Findings in the order they are shown: open, known, dismissed; in each
  // conflicts first, then by severity, then as the run has them.
  const std::vector<uint32_t>& shown() const { return shown_; }
  // The number a shown finding is called by, from 1; 0 where it is not shown.
  uint32_t NumberOf(uint32_t finding) const { return number_[finding]; }
  // What it is called by on the page: its id in the run, else its number.
  std::string LabelOf(uint32_t finding) const;
  // "f-" and the fingerprint where that is fit for an id and the only one.
  const std::string& AnchorOf(uint32_t finding) const {
    return anchors_[finding];
  }
  // A second anchor, the finding's id, where that is "f" and a number and the
  // only one: #f3. Else "n" and its number.
  const std::string& ShortAnchorOf(uint32_t finding) const {
    return short_anchors_[finding];
  }
  std::vector<ValueGroup> GroupsOf(const Finding& finding) const;
  // How many of Finding::claims are shown side by side: two or more.
  static size_t ClashCount(const Finding& finding);

  // kNowhere for a claim whose article is not in the run.
  uint32_t ArticleOf(uint32_t claim) const { return article_of_[claim]; }
  // In reading order.
  const std::vector<uint32_t>& ClaimsOf(uint32_t article) const {
    return claims_of_[article];
  }
  // Shown findings with a claim in the article, by number.
  const std::vector<uint32_t>& FindingsOf(uint32_t article) const {
    return findings_of_[article];
  }
  // The worst shown finding a claim is in; kNowhere: none.
  uint32_t FindingOf(uint32_t claim) const { return finding_of_[claim]; }
  Mark MarkOf(uint32_t claim) const;
  // The first article of those that share a text.
  uint32_t OriginOf(uint32_t article) const { return origin_[article]; }
  uint32_t CopiesOf(uint32_t article) const { return copies_[article]; }

  const std::vector<Story>& stories() const { return stories_; }

  // Were the findings held against a ledger or baseline, or did somebody let
  // one stand? Without, all are new, which goes without saying.
  bool has_states() const { return has_states_; }

  // Sixteen hex digits that change when anything shown does.
  const std::string& RunId() const { return run_id_; }
  // "2025-03-02" of the earliest and latest article dated to the day; empty
  // where none is.
  std::string_view first_day() const { return first_day_; }
  std::string_view last_day() const { return last_day_; }
  size_t outlet_count() const { return outlet_count_; }

 private:
  void Sort();
  void NameAnchors();
  void GatherStories();
  void Sum();

  const Report& report_;
  const std::vector<ReportClaim> claims_;  // the report's, unpacked
  absl::flat_hash_map<std::string_view, uint32_t> article_index_;
  std::vector<uint32_t> shown_;
  std::vector<uint32_t> number_;
  std::vector<std::string> anchors_;
  std::vector<std::string> short_anchors_;
  std::vector<uint32_t> article_of_;
  std::vector<uint32_t> finding_of_;
  std::vector<std::vector<uint32_t>> claims_of_;
  std::vector<std::vector<uint32_t>> findings_of_;
  std::vector<uint32_t> origin_;
  std::vector<uint32_t> copies_;
  std::vector<Story> stories_;
  std::string run_id_;
  std::string_view first_day_, last_day_;
  size_t outlet_count_ = 0;
  bool has_states_ = false;
};

bool IsShown(const Finding& finding);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_REPORT_VIEW_H_
