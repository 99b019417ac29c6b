#include "checker/gate/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

// What a claim says: its value, or where it has none, its range.
using Figure = std::tuple<std::string_view, std::string_view, std::string_view>;

Figure FigureOf(const AcceptedClaim& claim) {
  if (!claim.value.empty()) return {claim.value, "", claim.unit};
  return {claim.low, claim.high, claim.unit};
}

bool SameClaim(const AcceptedClaim& a, const AcceptedClaim& b) {
  return FigureOf(a) == FigureOf(b) &&
         (a.sentence == b.sentence || a.document == b.document);
}

std::string Say(const AcceptedClaim& claim) {
  return claim.quote.empty() ? claim.value : claim.quote;
}

class Entries {
 public:
  Entries(const std::vector<Accepted>& accepted, const JudgeOptions& options)
      : accepted_(accepted), options_(options), met_(accepted.size()) {
    for (size_t i = 0; i < accepted.size(); ++i) {
      const Accepted& entry = accepted[i];
      if (!entry.fingerprint.empty()) {
        by_text_["print\n" + entry.fingerprint].push_back(i);
      }
      if (const std::string fact = FactOf(entry); !fact.empty()) {
        by_text_[fact].push_back(i);
      }
      for (const AcceptedClaim& claim : entry.claims) {
        by_text_["sentence\n" + claim.sentence].push_back(i);
        by_text_["document\n" + claim.document].push_back(i);
      }
    }
  }

  void Judge(const Report& report, const AcceptedMaker& maker,
             Finding& finding) {
    const Accepted found = maker.Make(finding);
    std::vector<const Accepted*> entries;
    const Accepted* expired = nullptr;
    for (const size_t i : CandidatesOf(found, finding)) {
      const Accepted& entry = accepted_[i];
      if (!Meet(entry, found, finding)) continue;
      met_[i] = true;
      if (IsExpired(entry)) {
        expired = &entry;
      } else {
        entries.push_back(&entry);
      }
    }
    if (!entries.empty()) {
      Settle(entries, found, finding);
    } else if (expired != nullptr) {
      finding.state = FindingState::kReopened;
      Name(*expired, finding);
      finding.explanation.push_back(
          fmt::format("it was accepted until {} ({}), which is past",
                      expired->expires, expired->where));
    }
  }

  void AddResolved(Report& report) const {
    for (size_t i = 0; i < accepted_.size(); ++i) {
      const Accepted& entry = accepted_[i];
      if (met_[i] || !WasLookedAt(entry)) continue;
      std::vector<std::string> sides;
      for (const AcceptedClaim& claim : entry.claims) {
        sides.push_back(fmt::format("{} ({})", Say(claim), claim.document));
        if (sides.size() == 4) break;
      }
      std::string fact = entry.subject;
      if (!fact.empty() && !entry.metric.empty()) fact += ", ";
      fact += entry.metric;
      report.resolved.push_back(
          {entry.fingerprint, entry.rule,
           fmt::format("{}{}{}", fact, fact.empty() ? "" : ": ",
                       fmt::join(sides, " against ")),
           entry.where});
    }
  }

 private:
  // Empty where subject or metric is open: then words decide nothing.
  static std::string FactOf(const Accepted& entry) {
    if (entry.subject.empty() || entry.metric.empty()) return "";
    return fmt::format("fact\n{}\n{}\n{}", entry.rule, entry.subject,
                       entry.metric);
  }

  std::vector<size_t> CandidatesOf(const Accepted& found,
                                   const Finding& finding) const {
    std::vector<size_t> out;
    const auto add = [&](const std::string& key) {
      const auto at = by_text_.find(key);
      if (at != by_text_.end()) {
        out.insert(out.end(), at->second.begin(), at->second.end());
      }
    };
    add("print\n" + finding.fingerprint);
    if (const std::string fact = FactOf(found); !fact.empty()) add(fact);
    for (const AcceptedClaim& claim : found.claims) {
      add("sentence\n" + claim.sentence);
      add("document\n" + claim.document);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  static bool Holds(const std::vector<AcceptedClaim>& claims,
                    const AcceptedClaim& claim) {
    return std::any_of(
        claims.begin(), claims.end(),
        [&](const AcceptedClaim& other) { return SameClaim(claim, other); });
  }

  static bool Meet(const Accepted& entry, const Accepted& found,
                   const Finding& finding) {
    if (!entry.fingerprint.empty() &&
        entry.fingerprint == finding.fingerprint) {
      return true;
    }
    if (entry.rule != found.rule) return false;
    std::set<Figure> shared, known, stated;
    bool same_sentence = false;
    for (const AcceptedClaim& claim : entry.claims) {
      known.insert(FigureOf(claim));
    }
    for (const AcceptedClaim& claim : found.claims) {
      stated.insert(FigureOf(claim));
      if (!Holds(entry.claims, claim)) continue;
      shared.insert(FigureOf(claim));
      same_sentence |= std::any_of(entry.claims.begin(), entry.claims.end(),
                                   [&](const AcceptedClaim& other) {
                                     return SameClaim(claim, other) &&
                                            claim.sentence == other.sentence;
                                   });
    }
    const std::string fact = FactOf(found);
    if (!fact.empty() && fact == FactOf(entry)) {
      return !shared.empty() || (stated.size() >= 2 &&
                                 std::includes(known.begin(), known.end(),
                                               stated.begin(), stated.end()));
    }
    // What the fact is called may change with a figure. Two documents may hold
    // equal figures of several facts: one sentence at least must be the same.
    return same_sentence &&
           (shared.size() >= 2 || SharesDocuments(entry, found));
  }

  // All documents of the entry are in the finding: a figure of one of them
  // changed, and with it perhaps what the fact is called.
  static bool SharesDocuments(const Accepted& entry, const Accepted& found) {
    return !entry.claims.empty() &&
           std::all_of(entry.claims.begin(), entry.claims.end(),
                       [&](const AcceptedClaim& claim) {
                         return std::any_of(
                             found.claims.begin(), found.claims.end(),
                             [&](const AcceptedClaim& other) {
                               return claim.document == other.document;
                             });
                       });
  }

  bool IsExpired(const Accepted& entry) const {
    if (!options_.today || entry.expires.empty()) return false;
    const auto last = ParseIsoDate(entry.expires);
    return last && last->days.last && *last->days.last < *options_.today;
  }

  static void Name(const Accepted& entry, Finding& finding) {
    finding.disposition = {entry.state, entry.reason, entry.owner, entry.where,
                           false};
  }

  static void Settle(const std::vector<const Accepted*>& entries,
                     const Accepted& found, Finding& finding) {
    // A person's verdict says more than "was there before".
    const Accepted* first = entries[0];
    for (const Accepted* entry : entries) {
      if (!IsDisposition(first->state) && IsDisposition(entry->state)) {
        first = entry;
      }
    }
    Name(*first, finding);
    std::set<Figure> known;
    std::vector<AcceptedClaim> claims;
    bool by_print = false;
    for (const Accepted* entry : entries) {
      by_print |= entry->claims.empty();
      for (const AcceptedClaim& claim : entry->claims) {
        known.insert(FigureOf(claim));
        claims.push_back(claim);
      }
    }
    std::set<std::string_view> documents;
    for (const AcceptedClaim& claim : found.claims) {
      documents.insert(claim.document);
    }
    const AcceptedClaim* new_value = nullptr;
    const AcceptedClaim* new_claim = nullptr;
    for (const AcceptedClaim& claim : found.claims) {
      if (!known.contains(FigureOf(claim))) new_value = &claim;
      // The same sentence in another document: it moved there, unless the
      // document it was in still has it; then it was copied.
      const bool is_old = std::any_of(
          claims.begin(), claims.end(), [&](const AcceptedClaim& old) {
            return SameClaim(claim, old) && (claim.document == old.document ||
                                             !documents.contains(old.document));
          });
      if (!is_old) new_claim = &claim;
    }
    if (by_print) new_value = new_claim = nullptr;
    if (new_value != nullptr) {
      finding.state = FindingState::kReopened;
      finding.explanation.push_back(fmt::format(
          "it was accepted as {} ({}), but without \"{}\" ({})", first->state,
          first->where, Say(*new_value), new_value->document));
      return;
    }
    if (new_claim != nullptr) {
      finding.state = FindingState::kKnown;
      finding.level = std::min(finding.level, Level::kWarning);
      finding.explanation.push_back(fmt::format(
          "accepted as {} ({}); \"{}\" ({}) repeats one of its "
          "figures",
          first->state, first->where, Say(*new_claim), new_claim->document));
      return;
    }
    finding.state = IsDisposition(first->state) ? FindingState::kDismissed
                                                : FindingState::kKnown;
    finding.level = std::min(finding.level, Level::kNote);
  }

  bool WasLookedAt(const Accepted& entry) const {
    if (!options_.documents) return true;
    return std::any_of(entry.claims.begin(), entry.claims.end(),
                       [&](const AcceptedClaim& claim) {
                         return options_.documents->contains(claim.document);
                       });
  }

  const std::vector<Accepted>& accepted_;
  const JudgeOptions& options_;
  std::vector<bool> met_;
  absl::flat_hash_map<std::string, std::vector<size_t>> by_text_;
};

}  // namespace

void Judge(const std::vector<Accepted>& accepted, const JudgeOptions& options,
           Report& report) {
  if (accepted.empty()) return;
  Entries entries(accepted, options);
  const AcceptedMaker maker(report);
  for (Finding& finding : report.findings) {
    if (finding.level == Level::kNone) continue;
    entries.Judge(report, maker, finding);
  }
  entries.AddResolved(report);
}

}  // namespace crosscheck
